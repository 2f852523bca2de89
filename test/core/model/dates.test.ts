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
