import { describe, expect, test } from 'vitest'
import { pageContext } from '../../../core/export/page-context.ts'
import { storyHtml } from '../../../core/export/story-html.ts'
import type { Table } from '../../../core/model/body.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { rowOf, table, td, th } from '../../support/story.ts'
import { article } from './story.ts'

const html = (block: Table): string => {
  const [theme] = shippedThemes
  if (!theme) throw new Error('no theme')
  const of = article('ar', {}, block)
  return storyHtml([block], pageContext(of, theme, { pictures: new Map(), leadShapes: [] })).replaceAll(
    /<\/?p>/g,
    '',
  )
}
const inside = (block: Table): string => /<table>(.*)<\/table>/s.exec(html(block))?.[1] ?? ''

describe('headers of a table', () => {
  test('those of the first row name their columns, and stand in the head', () => {
    expect(inside(table(rowOf(th('a'), th('b')), rowOf(td('c'), td('d'))))).toBe(
      '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>',
    )
  })
  test('those of the first column name their rows, and a corner without words names nothing', () => {
    expect(inside(table(rowOf(th(''), th('b')), rowOf(th('c'), td('d'))))).toBe(
      '<thead><tr><td class="corner"></td><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">c</th><td>d</td></tr></tbody>',
    )
  })
  test('one that reaches over two rows takes both into the head, where both are headers', () => {
    const two = table(rowOf(th('a', { rowspan: 2 }), th('b')), rowOf(th('c')), rowOf(td('d'), td('e')))
    expect(inside(two)).toBe(
      '<thead><tr><th rowspan="2" scope="col">a</th><th scope="col">b</th></tr><tr><th scope="col">c</th></tr></thead>' +
        '<tbody><tr><td>d</td><td>e</td></tr></tbody>',
    )
  })
  test('one that reaches into plain rows leaves the table without a head, which would cut it off', () => {
    const block = table(rowOf(th('a', { rowspan: 2 }), th('b')), rowOf(td('c')), rowOf(td('d'), td('e')))
    expect(inside(block)).toBe(
      '<tbody><tr><th rowspan="2" scope="col">a</th><th scope="col">b</th></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></tbody>',
    )
  })
  test('one that is alone in its row beside a merged cell names the row', () => {
    const block = table(rowOf(th('a'), td('b', { rowspan: 2 })), rowOf(th('c')))
    expect(inside(block)).toBe(
      '<tbody><tr><th scope="row">a</th><td rowspan="2">b</td></tr><tr><th scope="row">c</th></tr></tbody>',
    )
  })
})
