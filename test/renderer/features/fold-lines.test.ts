import { expect, test } from 'vitest'
import type { ComparedLine } from '../../../core/model/comparison.ts'
import { foldLines } from '../../../renderer/features/versions/fold-lines.ts'

const line = (kind: ComparedLine['kind']): ComparedLine => ({
  kind,
  style: { type: 'paragraph', within: [], direction: 'rtl' },
  pieces: [],
})
/** Each letter a line: `=` the same, `+` inserted; a number is so many folded ones. */
const drawn = (lines: string) =>
  foldLines(Array.from(lines, (letter) => line(letter === '=' ? 'same' : 'inserted')))
    .map((each) =>
      each.kind === 'folded' ? String(each.lines.length) : each.line.kind === 'same' ? '=' : '+',
    )
    .join('')

test.each([
  ['', ''],
  ['+', '+'],
  ['=+=', '=+='],
  ['long stretches between changes keep a line beside each', '+======+', '+=4=+'],
  ['at the beginning and at the end they fold to the edge', '====+====', '3=+=3'],
  ['two are not worth a button', '+====+', '+====+'],
  ['a text that is the same is one stretch', '=====', '5'],
])('%s', (...given) => {
  const [lines = '', expected = ''] = given.slice(-2)
  expect(drawn(lines)).toBe(expected)
})

test('every line is there, in its order and place', () => {
  const lines = Array.from('==++=====+====', (letter) => line(letter === '=' ? 'same' : 'inserted'))
  const places = foldLines(lines).flatMap((each) =>
    each.kind === 'folded' ? each.lines.map(({ at }) => at) : [each.at],
  )
  expect(places).toEqual([...lines.keys()])
})

test('a story of 300,000 lines that are all others is drawn', () => {
  expect(foldLines(Array.from({ length: 300_000 }, () => line('inserted')))).toHaveLength(300_000)
})
