import { createChainableState } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import { storyBody, type Block, type Table } from '../../../core/model/body.ts'
import { documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
import { tableCommandNames, type TableCommand } from '../../../renderer/editor/story-editor-types.ts'
import { tableCommands } from '../../../renderer/editor/table-commands.ts'
import { headsOf } from '../../../renderer/editor/table-heads.ts'
import { p, rowOf, story, table, td, th } from '../../support/story.ts'
import { schema } from './story-schema.ts'

/** Where the text of a cell begins. */
function find(doc: ProseMirrorNode, words: string): number {
  let found = -1
  doc.descendants((node, pos) => {
    if (node.isText && node.text === words) found = pos
  })
  if (found < 0) throw new Error(`no ${words}`)
  return found
}
/** A story with the caret in the cell of these words, or with the cells of both selected. */
function at(block: Block, words: string, to?: string): EditorState {
  const doc = documentOf(schema, story(block, p('behind')))
  const state = EditorState.create({ doc })
  const selection = to
    ? CellSelection.create(doc, find(doc, words) - 2, find(doc, to) - 2)
    : TextSelection.create(doc, find(doc, words))
  return state.apply(state.tr.setSelection(selection))
}
/** The state after a command; null where it did not apply. */
function after(state: EditorState, command: TableCommand): EditorState | null {
  const tr = state.tr
  if (!tableCommands[command](createChainableState({ state, transaction: tr }), tr)) return null
  return state.apply(tr)
}
/** Each row as its cells: `*` before a header, `2x1` behind a cell that is two wide; `|` is where the caret is. */
function drawn(state: EditorState | null): string[] {
  if (!state) return ['refused']
  state.doc.check()
  const body = storyOf(state.doc, 'rtl')
  expect(storyBody.safeParse(body).error).toBeUndefined()
  const caret = state.selection.$head
  const cell = caret.depth > 0 ? caret.node(3) : null
  const first = state.doc.firstChild
  if (first?.type.name !== 'table') return []
  return first.children.map((row) =>
    row.children
      .map((each) => {
        const { colspan, rowspan } = each.attrs as { colspan: number; rowspan: number }
        const words = each.textBetween(0, each.content.size, '+')
        const span = colspan > 1 || rowspan > 1 ? ` ${colspan}x${rowspan}` : ''
        return `${each === cell ? '|' : ''}${each.type.name === 'tableHeader' ? '*' : ''}${words}${span}`
      })
      .join(' , '),
  )
}
const run = (block: Table, command: TableCommand, words: string, to?: string): string[] =>
  drawn(after(at(block, words, to), command))

const plain = table(rowOf(td('a'), td('b')), rowOf(td('c'), td('d')))
const withRow = table(rowOf(th('a'), th('b')), rowOf(td('c'), td('d')))
const withColumn = table(rowOf(th('a'), td('b')), rowOf(th('c'), td('d')))
const withBoth = table(rowOf(th('a'), th('b')), rowOf(th('c'), td('d')))
const merged = table(
  rowOf(th('a'), th('b', { colspan: 2 })),
  rowOf(td('c', { rowspan: 2 }), td('d'), td('e')),
  rowOf(td('f'), td('g')),
)

describe('rows and columns', () => {
  test.each([
    ['a row above', plain, 'table-row-before', 'c', ['a , b', '| , ', 'c , d']],
    ['a row below', plain, 'table-row-after', 'b', ['a , b', ' , |', 'c , d']],
    ['a column before', plain, 'table-column-before', 'b', ['a , | , b', 'c ,  , d']],
    ['a column after', plain, 'table-column-after', 'd', ['a , b , ', 'c , d , |']],
    ['a row below a header is plain', withRow, 'table-row-after', 'a', ['*a , *b', '| , ', 'c , d']],
    [
      'a row above a header is the header, and that is a row',
      withRow,
      'table-row-before',
      'b',
      ['* , |*', 'a , b', 'c , d'],
    ],
    ['a column after a header is plain', withColumn, 'table-column-after', 'c', ['*a ,  , b', '*c , | , d']],
    [
      'a column before a header is the header',
      withColumn,
      'table-column-before',
      'a',
      ['|* , a , b', '* , c , d'],
    ],
    [
      'a row above both headers leaves the column its header',
      withBoth,
      'table-row-before',
      'a',
      ['|* , *', '*a , b', '*c , d'],
    ],
    [
      'a row at the end goes on with the column',
      withBoth,
      'table-row-after',
      'd',
      ['*a , *b', '*c , d', '* , |'],
    ],
    [
      'a column at the end goes on with the row',
      withBoth,
      'table-column-after',
      'd',
      ['*a , *b , *', '*c , d , |'],
    ],
    [
      'a row through a merged cell makes it longer',
      merged,
      'table-row-after',
      'd',
      ['*a , *b 2x1', 'c 1x3 , d , e', '| , ', 'f , g'],
    ],
  ] as const)('%s', (_name, block, command, words, expected) => {
    expect(run(block, command, words)).toEqual(expected)
  })
  test('what several cells are selected in is taken whole', () => {
    expect(run(plain, 'table-row-after', 'a', 'd')).toEqual(['a , b', 'c , d', '| , '])
    expect(run(merged, 'table-delete-row', 'd', 'f')).toEqual(['*a , |*b 2x1'])
  })
  test('a row and a column go, and the last of them not', () => {
    expect(run(plain, 'table-delete-row', 'a')).toEqual(['|c , d'])
    expect(run(plain, 'table-delete-row', 'd')).toEqual(['a , |b'])
    expect(run(plain, 'table-delete-column', 'c')).toEqual(['b', '|d'])
    expect(run(plain, 'table-delete-row', 'a', 'c')).toEqual(['refused'])
    expect(run(plain, 'table-delete-column', 'c', 'd')).toEqual(['refused'])
  })
  test('a table goes whole', () => {
    const state = after(at(plain, 'b'), 'table-delete')
    expect(state && storyOf(state.doc, 'rtl')).toEqual(story(p('behind')))
  })
})

describe('headers', () => {
  test.each([
    ['the first row, from any cell', plain, 'table-header-row', 'd', ['*a , *b', 'c , |d']],
    ['the first column, from any cell', plain, 'table-header-column', 'd', ['*a , b', '*c , |d']],
    ['a row where the column is one', withColumn, 'table-header-row', 'd', ['*a , *b', '*c , |d']],
    [
      'no row any more: the corner stays with the column',
      withBoth,
      'table-header-row',
      'd',
      ['*a , b', '*c , |d'],
    ],
    [
      'no column any more: the corner stays with the row',
      withBoth,
      'table-header-column',
      'd',
      ['*a , *b', 'c , |d'],
    ],
    [
      'a row that has a merged cell',
      merged,
      'table-header-row',
      'd',
      ['a , b 2x1', 'c 1x2 , |d , e', 'f , g'],
    ],
  ] as const)('%s', (_name, block, command, words, expected) => {
    expect(run(block, command, words)).toEqual(expected)
  })
  test.each([
    ['none', plain, false, false],
    ['the first row', withRow, true, false],
    ['the first column', withColumn, false, true],
    ['both', withBoth, true, true],
    ['a single row', table(rowOf(th('a'), th('b'))), true, false],
    ['a single column', table(rowOf(th('a')), rowOf(th('b'))), false, true],
    ['a single cell', table(rowOf(th('a'))), true, false],
    ['a table without cells', table({ type: 'tableRow', content: [] }), false, false],
  ] as const)('are known: %s', (_name, block, row, column) => {
    const { firstChild } = documentOf(schema, story(block))
    expect(firstChild && headsOf(firstChild)).toEqual({ row, column })
  })
})

describe('merging and splitting', () => {
  test('cells become one, with all that stood in them and the caret behind it', () => {
    const state = after(at(plain, 'a', 'b'), 'table-merge')
    expect(drawn(state)).toEqual(['|a+b 2x1', 'c , d'])
    const typed = state?.apply(state.tr.insertText('!'))
    expect(drawn(typed ?? null)).toEqual(['|a+b! 2x1', 'c , d'])
    expect(drawn(after(at(plain, 'a', 'd'), 'table-merge'))).toEqual(['|a+b+c+d 2x2', ''])
  })
  test('one cell alone and half a merged one are not merged', () => {
    expect(run(plain, 'table-merge', 'a')).toEqual(['refused'])
    expect(run(plain, 'table-merge', 'a', 'a')).toEqual(['refused'])
    expect(run(merged, 'table-merge', 'a', 'd')).toEqual(['refused'])
  })
  test('a merged cell is parted again, its words in the first', () => {
    expect(run(merged, 'table-split', 'b')).toEqual(['*a , |*b , *', 'c 1x2 , d , e', 'f , g'])
    expect(run(merged, 'table-split', 'c')).toEqual(['*a , *b 2x1', '|c , d , e', ' , f , g'])
    expect(run(merged, 'table-split', 'c', 'c')).toEqual(['*a , *b 2x1', '|c , d , e', ' , f , g'])
    expect(run(plain, 'table-split', 'a')).toEqual(['refused'])
  })
  test('of a header that reached into the plain cells only the header stays one', () => {
    const block = table(rowOf(th('a'), th('b', { rowspan: 2 })), rowOf(td('c')))
    expect(run(block, 'table-split', 'b')).toEqual(['*a , |*b', 'c , '])
  })
})

test.each(tableCommandNames)('%s does not apply outside a table', (command) => {
  expect(after(at(plain, 'behind'), command)).toBeNull()
})
