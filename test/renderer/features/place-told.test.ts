import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { interfaceLanguage, interfaceLanguages } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import type { Block } from '../../../core/model/body.ts'
import { documentOf } from '../../../renderer/editor/story-body.ts'
import { toolbarState } from '../../../renderer/editor/toolbar-state.ts'
import { toldOfPlace } from '../../../renderer/features/article/told/place-told.ts'
import {
  asked,
  at,
  embed,
  factBox,
  fn,
  h,
  li,
  note,
  p,
  pIn,
  pullQuote,
  questions,
  quote,
  rowOf,
  source,
  sources,
  story,
  table,
  td,
  text,
  th,
  timeline,
  ul,
} from '../../support/story.ts'
import { schema } from '../editor/story-schema.ts'

const blocks: Block[] = [
  p('plain'),
  p('second'),
  pIn('ltr', 'turned'),
  h(2, 'over'),
  quote(p('said'), ul(li(p('quoted item')))),
  pullQuote('', p('lifted')),
  ul(li(p('item')), li(p('another'))),
  note(p('inside')),
  factBox('known', p('fact'), ul(li(p('listed fact')))),
  questions(asked('why', p('because'))),
  timeline(at('then', p('it was'))),
  table(rowOf(th('c11', { colspan: 2 }), th('c13')), rowOf(td('c21'), td('c22'), td('c23'))),
  embed('https://example.org/'),
  p(text('named'), fn('a')),
  sources(source('a', 'from')),
]
const doc = documentOf(schema, story(...blocks))

function placeOf(words: string): number {
  let found = -1
  doc.descendants((node: ProseMirrorNode, pos: number) => {
    if (found < 0 && node.isTextblock && node.textContent.startsWith(words)) found = pos + 1
  })
  if (found < 0) throw new Error(`no ${words}`)
  return found
}
const start = EditorState.create({ schema, doc })
const caretIn = (words: string) =>
  toolbarState(start.apply(start.tr.setSelection(TextSelection.create(doc, placeOf(words)))), 'rtl', true)
const english = createTranslate(interfaceLanguage('en'))
const told = (from: string, to: string) => toldOfPlace(caretIn(from), caretIn(to), english)

describe('what is told of a caret that has moved', () => {
  test.each([
    ['plain', 'second', null],
    ['plain', 'over', 'Heading 2'],
    ['over', 'plain', 'Paragraph'],
    ['plain', 'said', 'Quote'],
    ['said', 'quoted item', 'Bulleted list'],
    ['plain', 'quoted item', 'Quote, Bulleted list'],
    ['quoted item', 'said', 'Paragraph'],
    ['plain', 'lifted', 'Pull quote'],
    ['item', 'another', null],
    ['plain', 'inside', 'Note'],
    ['plain', 'known', 'Fact box, Title of the box'],
    ['known', 'fact', 'Paragraph'],
    ['fact', 'listed fact', 'Bulleted list'],
    ['plain', 'why', 'Questions and answers, Question'],
    ['why', 'because', 'Answer'],
    ['plain', 'then', 'Timeline, When'],
    ['then', 'it was', 'Paragraph'],
    ['plain', 'c11', 'Table, row 1, column 1'],
    ['c11', 'c13', 'Row 1, column 3'],
    ['c13', 'c22', 'Row 2, column 2'],
    ['c23', 'plain', 'Paragraph'],
    ['named', 'from', 'Sources'],
    ['plain', 'turned', 'Left to right'],
    ['turned', 'said', 'Quote, Right to left'],
  ])('from %s to %s: %s', (from, to, sentence) => {
    expect(told(from, to)).toBe(sentence)
  })
  test('a block that is chosen as a whole is named', () => {
    const card = doc.children.findIndex(({ type }) => type.name === 'embed')
    const pos = doc.children.slice(0, card).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
    const chosen = toolbarState(
      start.apply(start.tr.setSelection(NodeSelection.create(doc, pos))),
      'rtl',
      true,
    )
    expect(toldOfPlace(caretIn('plain'), chosen, english)).toBe('Selected: Embed card')
    expect(toldOfPlace(chosen, caretIn('plain'), english)).toBe('Paragraph')
  })
  test.each(interfaceLanguages)('each place has its words in $code', (language) => {
    const t = createTranslate(language)
    const sentences = ['over', 'said', 'lifted', 'item', 'inside', 'known', 'why', 'then', 'c11', 'from'].map(
      (words) => toldOfPlace(caretIn('plain'), caretIn(words), t),
    )
    expect(sentences).not.toContain(null)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})
