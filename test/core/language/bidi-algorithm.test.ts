import { describe, expect, test } from 'vitest'
import { classOf, levelsOf, visualOrder } from './bidi-algorithm.ts'
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
