import { expect, test } from 'vitest'
import { readMarker, valueAmong } from '../../../core/recognise/list-marker.ts'

const value = (printed: string, before: number | null = null, after?: string) =>
  valueAmong(readMarker(printed), before, after === undefined ? undefined : readMarker(after))

test.each([
  ['1.', 1],
  ['١-', 1],
  ['۱۲)', 12],
  ['2.1.3', 3],
  ['(4)', 4],
  ['a.', 1],
  ['AA)', 27],
  ['أ-', 1],
  ['ب)', 2],
  ['هـ.', 26],
  ['الف)', 1],
  ['ڕ-', 12],
  ['א.', 1],
  ['טו.', 15],
  ['i.', 1],
  ['iv)', 4],
  ['xii.', 12],
  ['XL.', 40],
])('%s is the number %i', (printed, number) => {
  expect(value(printed)).toBe(number)
})

test.each(['·', '•', '-', 'o', '§', 'q', 'v', '', 'Note:extra', '1234567.'])('%j is no number', (printed) => {
  expect(readMarker(printed)).toEqual({ isOrdered: false, values: [] })
})

test('what goes on from the item before, or leads to the one after, decides between two readings', () => {
  expect(value('i.', 8)).toBe(9)
  expect(value('c.')).toBe(3)
  expect(value('c.', 99)).toBe(100)
  expect(value('v.', null, 'w.')).toBe(22)
  expect(value('v.', null, 'vi.')).toBe(5)
  // ج is the third letter of the abjad and the fifth of the alphabet.
  expect(value('ج-', 2)).toBe(3)
  expect(value('ج-', 4)).toBe(5)
})
