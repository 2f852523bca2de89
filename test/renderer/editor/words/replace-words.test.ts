import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { BlockFinder, findingsIn, textOf } from '../../../../renderer/editor/painting/block-finder.ts'
import { documentOf, storyOf } from '../../../../renderer/editor/story-body.ts'
import { replaceWords } from '../../../../renderer/editor/words/replace-words.ts'
import { bold, embed, gallery, image, p, pullQuote, story } from '../../../support/story.ts'
import { schema } from '../story-schema.ts'

const media = `${'a'.repeat(64)}.png`
const bodyOf = (word: string) =>
  story(
    p(`${word} and `, bold(word)),
    image(media, { alt: word, caption: `${word}, ${word}`, credit: 'x' }),
    pullQuote(`of ${word}`, p(`${word} `)),
    gallery(word, image(media, { caption: word }), image(media)),
    embed('https://youtu.be/x', { title: `${word}.`, site: word }),
  )
const look = (words: string) =>
  [...words.matchAll(/one/g)].map(({ index }) => ({ from: index, to: index + 3, paint: null }))
const finder = new BlockFinder((block) => look(textOf(block)), { beside: look })

test('words are replaced in the text and beside it, several in one, longer and shorter; one undo gives all back', () => {
  for (const text of ['another', 'o', '']) {
    let state = EditorState.create({ doc: documentOf(schema, bodyOf('one')), plugins: [history()] })
    const { tr } = state
    const found = findingsIn(finder, state.doc, 'ltr')
    expect(found).toHaveLength(11)
    replaceWords(
      tr,
      found.map((spot) => ({ ...spot, text })),
    )
    state = state.apply(tr)
    if (text) expect(storyOf(state.doc, 'ltr')).toEqual(bodyOf(text))
    expect(findingsIn(finder, state.doc, 'ltr')).toEqual([])
    undo(state, (back) => {
      state = state.apply(back)
    })
    expect(storyOf(state.doc, 'ltr')).toEqual(bodyOf('one'))
  }
})
test('an attribute whose words are replaced keeps the others of its node', () => {
  const state = EditorState.create({
    doc: documentOf(schema, story(image(media, { caption: 'one', alt: 'y' }))),
  })
  const { tr } = state
  replaceWords(tr, [{ start: 0, attribute: 'caption', from: 1, to: 2, text: 'M' }])
  expect(storyOf(tr.doc, 'ltr')).toEqual(story(image(media, { caption: 'oMe', alt: 'y' })))
  expect(tr.steps).toHaveLength(1)
})
