import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { BlockFinder, findingsIn, textOf } from '../../../../renderer/editor/painting/block-finder.ts'
import { documentOf } from '../../../../renderer/editor/story-body.ts'
import { embed, gallery, image, note, p, pIn, pullQuote, story } from '../../../support/story.ts'
import { schema } from '../story-schema.ts'

const media = `${'a'.repeat(64)}.png`
const body = story(
  p('a1'),
  note(p('a2')),
  image(media, { alt: 'a5', caption: 'a3', credit: 'x a4' }),
  pullQuote('a7', p('a6')),
  gallery('a10', image(media, { caption: 'a8' }), image(media, { caption: 'a9' })),
  embed('https://youtu.be/x', { title: 'a11', site: 'a12' }),
  pIn('ltr', 'a13'),
)

function finderOfNumbers(options: { inNotes?: boolean } = {}) {
  const looked: string[] = []
  const look = (words: string, direction: string) => {
    looked.push(words)
    return [...words.matchAll(/a(\d+)/g)].map(({ 0: all, 1: number, index }) => ({
      from: index,
      to: index + all.length,
      paint: null,
      said: `${number} ${direction}`,
    }))
  }
  const finder = new BlockFinder((block, direction) => look(textOf(block), direction), {
    ...options,
    beside: look,
  })
  return { finder, looked }
}

test('what is found in text and beside it comes in the order of reading, with the direction it has there', () => {
  const { finder } = finderOfNumbers()
  const found = findingsIn(finder, documentOf(schema, body), 'rtl')
  expect(found.map(({ said }) => said)).toEqual([
    ...Array.from({ length: 12 }, (_, at) => `${at + 1} rtl`),
    '13 ltr',
  ])
})
test('it tells in which words, and where in them', () => {
  const { finder } = finderOfNumbers()
  const doc = documentOf(schema, body)
  const words = findingsIn(finder, doc, 'rtl').map(({ start, attribute, from, to }) =>
    attribute === undefined
      ? doc.textBetween(start + from, start + to)
      : String(doc.nodeAt(start)?.attrs[attribute]).slice(from, to),
  )
  expect(words).toEqual(Array.from({ length: 13 }, (_, at) => `a${at + 1}`))
})
test('a finder that is told of text alone finds nothing beside it, and one that passes over notes nothing in them', () => {
  const doc = documentOf(schema, body)
  const inText = new BlockFinder((block) => [{ from: 0, to: textOf(block).length, paint: null }])
  expect(findingsIn(inText, doc, 'rtl')).toHaveLength(4)
  const { finder } = finderOfNumbers({ inNotes: false })
  expect(findingsIn(finder, doc, 'rtl').map(({ said }) => said)).not.toContain('2 rtl')
})
test('after a change in a caption only its words are looked at again, after one in the text none of a caption', () => {
  const { finder, looked } = finderOfNumbers()
  const state = EditorState.create({ doc: documentOf(schema, body) })
  findingsIn(finder, state.doc, 'rtl')
  looked.length = 0
  let picture = -1
  state.doc.forEach((node, pos) => {
    if (node.type.name === 'image') picture = pos
  })
  const captioned = state.tr.setNodeAttribute(picture, 'caption', 'a99').doc
  expect(findingsIn(finder, captioned, 'rtl').map(({ said }) => said)).toContain('99 rtl')
  expect(looked).toEqual(['a99', 'x a4', 'a5'])
  looked.length = 0
  findingsIn(finder, EditorState.create({ doc: captioned }).tr.insertText('b', 1).doc, 'rtl')
  expect(looked).toEqual(['ba1'])
})
