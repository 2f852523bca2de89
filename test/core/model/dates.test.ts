import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOnCalendar, storedDate, zonedDate } from '../../../core/model/fields.ts'

describe('a date', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '2026-12-31T23:59+03:00', '2026-11-30T24:00Z'])(
    '%s is on the calendar',
    (date) => {
      expect([isOnCalendar(date), zonedDate.safeParse(date).success]).toEqual([true, true])
    },
  )
  test.each(['2026-02-31', '2026-02-29', '1900-02-29', '2026-04-31T10:00+03:00', '2026-06-31', '0000-01-01'])(
    '%s is on none, and is no date to ask for; a file that has it is still read',
    (date) => {
      expect([isOnCalendar(date), zonedDate.safeParse(date).success]).toEqual([false, false])
      expect(storedDate.safeParse(date).success).toBe(true)
    },
  )
  test.each(['2026-13-01', '2026-00-10', '2026-01-32', '2026-1-1', '2026-01-01T10:00', 'today', ''])(
    '%s is none at all',
    (date) => {
      expect([storedDate.safeParse(date).success, zonedDate.safeParse(date).success]).toEqual([false, false])
    },
  )
})

describe('of all years that can be written', () => {
  // Counted here without Date: a year is a leap year by the Gregorian rule, and months have their lengths.
  const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const daysOf = (year: number, month: number) =>
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const two = (count: number) => String(count).padStart(2, '0')
  const dayIn = (year: number, month: number, day: number) =>
    `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

  test('every day of the calendar passes, and of the others none', () => {
    const wrong: string[] = []
    const days = [0, 1, 28, 29, 30, 31, 32]
    for (let at = 0; at < 10_000 * 12 * days.length; at += 1) {
      const [year, month] = [Math.floor(at / 12 / days.length), 1 + (Math.floor(at / days.length) % 12)]
      const day = days[at % days.length] ?? 0
      const isReal = year > 0 && day >= 1 && day <= daysOf(year, month)
      if (isOnCalendar(dayIn(year, month, day)) !== isReal) wrong.push(dayIn(year, month, day))
    }
    expect(wrong).toEqual([])
  })
  test('the 366 days of a leap year and the 365 of another', () => {
    const count = (year: number) =>
      Array.from({ length: 13 * 33 }, (_, at) => dayIn(year, Math.floor(at / 33), at % 33)).filter(
        (iso) => zonedDate.safeParse(iso).success,
      ).length
    expect([2024, 2000, 2025, 1900, 1, 4, 9999].map(count)).toEqual([366, 366, 365, 365, 365, 366, 365])
  })
  const part = (max: number) => fc.integer({ min: 0, max })
  // Every offset that the schema takes, -00:00 too.
  const offset = fc.oneof(
    fc.constant('Z'),
    fc
      .tuple(fc.constantFrom('+', '-'), part(23), part(59))
      .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
  )
  const time = fc
    .tuple(part(23), part(59), fc.option(fc.tuple(part(59), fc.option(part(999)))))
    .map(([hours, minutes, seconds]) => {
      const fraction = seconds?.[1] === undefined || seconds[1] === null ? '' : `.${seconds[1]}`
      return `${two(hours)}:${two(minutes)}${seconds ? `:${two(seconds[0])}${fraction}` : ''}`
    })
  test('with any time in any offset: the day as it is written decides, in its own zone', () => {
    fc.assert(
      fc.property(part(9999), part(13), part(32), time, offset, (year, month, day, at, zone) => {
        const isReal = year > 0 && day >= 1 && day <= daysOf(year, month)
        const iso = `${dayIn(year, month, day)}T${at}${zone}`
        expect([iso, zonedDate.safeParse(iso).success]).toEqual([iso, isReal])
      }),
      { numRuns: 3000 },
    )
  })
})
