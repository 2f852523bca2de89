import { describe, expect, test } from 'vitest'
import { levelsOf, visualOrder, visualRuns } from '../../../core/language/bidi/bidi.ts'
import { classOf } from '../../../core/language/bidi/classes.ts'
import { suite } from './suites.ts'

type OrderCase = [codePoints: string, direction: 'ltr' | 'rtl' | 'auto', levels: string, order: string]
const order = suite<{ cases: OrderCase[] }>('unicode-bidi-order.json')
const classes = suite<{ cases: Record<string, [string, string, string]> }>('unicode-bidi-classes.json')
const letter = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))

describe.runIf(order)('the bidirectional algorithm that these tests look through', () => {
  test.each(order?.cases ?? [])(
    'orders %s in %s as Unicode says',
    (codePoints, direction, levels, visual) => {
      const resolved = levelsOf(codePoints.split(' ').map(letter), direction)
      expect(resolved.map((level) => level ?? 'x').join(' ')).toBe(levels)
      expect(visualOrder(resolved).join(' ')).toBe(visual)
    },
  )
})

describe.runIf(classes)('its classes', () => {
  test.each(Object.entries(classes?.cases ?? {}))('U+%s', (hex, [, , expected]) => {
    expect(classOf(letter(hex))).toBe(expected)
  })
})

describe('the runs of a line', () => {
  test('stand from left to right, each in the order in which it is read', () => {
    expect(visualRuns('قال BBC News (2024) اليوم', 'rtl')).toEqual([
      { text: ' اليوم', isRightToLeft: true },
      { text: 'BBC News (2024)', isRightToLeft: false },
      { text: 'قال ', isRightToLeft: true },
    ])
    expect(visualRuns('The firm صفاء said', 'ltr').map(({ text }) => text)).toEqual([
      'The firm ',
      'صفاء',
      ' said',
    ])
  })
  test('keep joiners, and lose the marks that only order', () => {
    expect(visualRuns('می\u200cشود \u2066NATO\u2069\u200f', 'rtl')).toEqual([
      { text: 'NATO', isRightToLeft: false },
      { text: 'می\u200cشود ', isRightToLeft: true },
    ])
  })
})
