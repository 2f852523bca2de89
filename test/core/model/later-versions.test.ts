import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../core/model/article.ts'
import type { BodyNode, Mark } from '../../../core/model/body.ts'
import { schemaVersion } from '../../../core/model/migrate.ts'
import { note } from '../../support/story.ts'
import { fullArticle, p } from '../export/story.ts'

const full = fullArticle('ar')
const article = {
  ...full,
  schemaVersion,
  body: { ...full.body, content: [...full.body.content, note(p('سرّ'))] },
}

/** A copy of JSON in which each object with this `type` has become another. */
function changed(json: unknown, type: string, to: (node: Record<string, unknown>) => unknown): unknown {
  if (Array.isArray(json)) return json.map((each) => changed(each, type, to))
  if (typeof json !== 'object' || json === null) return json
  const node = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, changed(value, type, to)]))
  return node.type === type ? to(node) : node
}

const nodes = {
  text: true,
  hardBreak: true,
  footnote: true,
  paragraph: true,
  heading: true,
  bulletList: true,
  orderedList: true,
  listItem: true,
  blockquote: true,
  pullQuote: true,
  horizontalRule: true,
  table: true,
  tableRow: true,
  tableCell: true,
  tableHeader: true,
  image: true,
  gallery: true,
  embed: true,
  note: true,
  factBox: true,
  factTitle: true,
  questions: true,
  questionAnswer: true,
  question: true,
  answer: true,
  timeline: true,
  timelineEntry: true,
  when: true,
  sources: true,
  source: true,
} satisfies Record<BodyNode['type'], true>
const marks = {
  bold: true,
  italic: true,
  underline: true,
  strike: true,
  subscript: true,
  superscript: true,
  link: true,
  bdi: true,
} satisfies Record<Mark['type'], true>
const types = [...Object.keys(nodes), ...Object.keys(marks)]

test('the story of these tests has every node and mark, and is one of this version', () => {
  expect(types.filter((type) => !JSON.stringify(article.body).includes(`"type":"${type}"`))).toEqual([])
  expect(readArticle(article)).toMatchObject({ kind: 'article' })
})

describe('a story of a later Midad is opened for reading alone, and nothing of it is dropped for good', () => {
  test.each(types)('where %s is something that nobody here knows', (type) => {
    const later = changed(article, type, (node) => ({ ...node, type: 'hologram' }))
    const read = readArticle({ ...article, body: (later as typeof article).body })
    expect(read).toMatchObject({ kind: 'foreign', reason: 'unknown-node' })
  })
  test.each(types)('where %s says something more of itself', (type) => {
    const later = changed(article, type, ({ attrs, ...node }) => ({
      ...node,
      attrs: { ...(attrs as object), tilt: 3 },
    }))
    const read = readArticle({ ...article, body: (later as typeof article).body })
    expect(read).toMatchObject({ kind: 'foreign', reason: 'unknown-node' })
  })
})

test('what a later Midad says of the lead picture is kept', () => {
  const { leadImage } = article.fields
  const read = readArticle({
    ...article,
    fields: { ...article.fields, leadImage: { ...leadImage, tilt: 3 } },
  })
  expect(read).toMatchObject({
    kind: 'article',
    article: { fields: { leadImage: { tilt: 3, aspect: '4:3' } } },
  })
})
