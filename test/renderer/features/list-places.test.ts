import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ListPlaces, type Drawn, type ListShape } from '../../../renderer/features/library/list-places.ts'

const shape = (part: Partial<ListShape> = {}): ListShape => ({
  count: 0,
  days: null,
  perLine: 1,
  lineHeight: 80,
  headHeight: 30,
  ...part,
})
const days = (...counts: number[]) => {
  let from = 0
  return counts.map((count, at) => {
    const day = { day: `2026-11-${String(28 - at).padStart(2, '0')}`, from, count }
    from += count
    return day
  })
}
const indexes = ({ pieces }: Drawn) => pieces.flatMap((piece) => ('index' in piece ? [piece.index] : []))
const heads = ({ pieces }: Drawn) => pieces.flatMap((piece) => ('day' in piece ? [piece.day.slice(-2)] : []))

describe('a list without heads', () => {
  const places = new ListPlaces(shape({ count: 50_000 }))
  test('has the height of all its rows, and draws those in sight alone', () => {
    expect(places.height).toBe(4_000_000)
    const drawn = places.between(2_000_000, 2_000_400)
    expect(indexes(drawn)).toEqual([25_000, 25_001, 25_002, 25_003, 25_004])
    expect(drawn).toMatchObject({ before: 2_000_000, after: 4_000_000 - 2_000_400 })
  })
  test('begins before its top and ends behind its end', () => {
    expect(indexes(places.between(-300, 100))).toEqual([0, 1])
    expect(indexes(places.between(3_999_950, 4_000_900))).toEqual([49_999])
  })
})

test('an empty list draws nothing', () => {
  expect(new ListPlaces(shape()).between(0, 800)).toEqual({ before: 0, after: 0, pieces: [] })
})

describe('a list by day', () => {
  const places = new ListPlaces(shape({ count: 7, days: days(2, 4, 1) }))
  test('has a head over each day', () => {
    expect(places.height).toBe(3 * 30 + 7 * 80)
    expect(places.topOf(0)).toBe(30)
    expect(places.topOf(2)).toBe(30 + 160 + 30)
    expect(places.between(0, 1000).pieces.map((piece) => Object.values(piece)[0])).toEqual([
      '2026-11-28', 0, 1, '2026-11-27', 2, 3, 4, 5, '2026-11-26', 6,
    ]) // prettier-ignore
  })
  test('keeps the head of the first row that is drawn', () => {
    const drawn = places.between(400, 450)
    expect(heads(drawn)).toEqual(['27'])
    expect(indexes(drawn)).toEqual([4])
    // The head and then the row end where the row's own place is.
    expect(drawn.before + 30).toBe(places.topOf(4))
  })
  test('shows rows that came since the days were told, and none that went', () => {
    expect(indexes(new ListPlaces(shape({ count: 9, days: days(2, 4) })).between(0, 9000))).toHaveLength(9)
    expect(indexes(new ListPlaces(shape({ count: 3, days: days(2, 4) })).between(0, 9000))).toEqual([0, 1, 2])
  })
})

test('cards stand in lines, and a day begins a new one', () => {
  const places = new ListPlaces(shape({ count: 7, days: days(4, 3), perLine: 3 }))
  expect(places.height).toBe(2 * 30 + 3 * 80)
  expect(places.topOf(3)).toBe(30 + 80)
  expect(places.topOf(4)).toBe(30 + 160 + 30)
  expect(indexes(places.between(100, 180))).toEqual([0, 1, 2, 3])
})

test('in any list all that is in sight is drawn, in its place, and no more than is in sight', () => {
  const lists = fc.record({
    counts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
    perLine: fc.integer({ min: 1, max: 5 }),
    top: fc.integer({ min: 0, max: 9000 }),
    height: fc.integer({ min: 1, max: 900 }),
  })
  fc.assert(
    fc.property(lists, ({ counts, perLine, top, height }) => {
      const count = counts.reduce((sum, each) => sum + each, 0)
      const places = new ListPlaces(shape({ count, days: days(...counts), perLine }))
      const drawn = places.between(top, top + height)
      const shown = new Set(indexes(drawn))
      for (let index = 0; index < count; index += 1) {
        const at = places.topOf(index)
        if (at + 80 > top && at < top + height) expect(shown.has(index)).toBe(true)
      }
      expect(shown.size).toBeLessThanOrEqual((Math.ceil(height / 80) + 2) * perLine)
      const lines = indexes(drawn).map((index) => places.topOf(index))
      const drawnHeight = heads(drawn).length * 30 + new Set(lines).size * 80
      expect(drawn.before + drawnHeight + drawn.after).toBe(places.height)
      for (const index of shown) expect(places.rowAt(places.topOf(index))).toBeLessThanOrEqual(index)
    }),
  )
})
