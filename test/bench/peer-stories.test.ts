import { expect, test } from 'vitest'
import { peerFormats, storyFor } from '../../bench/corpus/peer-stories.ts'
import { makeStory } from '../../bench/corpus/story.ts'
import { wordHtml } from '../../bench/corpus/word-html.ts'
import { blockText } from '../../core/model/measure.ts'

const story = makeStory(5000)
const letters = story.content.map(blockText).join('').replaceAll('\n', '')

/** Every string under `text` or `insert`, in the order in which they stand. */
function textIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, inside]) =>
      typeof inside === 'string' ? (key === 'text' || key === 'insert' ? inside : '') : textIn(inside),
    )
    .join('')
}

test.each(peerFormats)('the story for %s holds the same letters in the same order', (format) => {
  expect(textIn(storyFor(format, story)).replaceAll('\n', '')).toBe(letters)
})

test.each([
  [
    'prosemirror',
    ['"strong"', '"em"', '"link"', '"bullet_list"', '"ordered_list"', '"blockquote"', '"heading"'],
  ],
  ['lexical', ['"format":1', '"format":2', '"link"', '"bullet"', '"number"', '"quote"', '"h2"']],
  ['slate', ['"bold":true', '"italic":true', '"a"', '"ul"', '"ol"', '"blockquote"', '"h2"']],
  [
    'quill',
    ['"bold":true', '"italic":true', '"link":', '"bullet"', '"ordered"', '"blockquote":true', '"header":2'],
  ],
] as const)('the story for %s keeps its marks and its kinds of block', (format, parts) => {
  const json = JSON.stringify(storyFor(format, story))
  for (const part of parts) expect(json).toContain(part)
})

test('a block that the corpus does not write is refused, not left out', () => {
  const rule = { type: 'doc' as const, content: [{ type: 'horizontalRule' as const }] }
  for (const format of peerFormats) expect(() => storyFor(format, rule)).toThrow('horizontalRule')
  expect(() => wordHtml(rule)).toThrow('horizontalRule')
})

test('what Word would put on the clipboard holds the same letters, and lists only as Word knows them', () => {
  const html = wordHtml(story)
  const [, body = ''] = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html) ?? []
  const withoutMarks = body.replaceAll(/<!\[if !supportLists\]>.*?<!\[endif\]>/g, '')
  expect(withoutMarks.replaceAll(/<[^>]+>/g, '').replaceAll('\n', '')).toBe(letters)
  expect(body).toMatch(/mso-list:l0 level1/)
  expect(body).toMatch(/mso-list:l1 level1/)
  expect(body).not.toMatch(/<(?:ul|ol|li)\b/)
})
