import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  shortMonthNames,
  weekdayNames,
  weekdaysInOrder,
  weekOf,
  weeksAround,
} from '../../../core/language/calendar.ts'
import { formatDate } from '../../../core/language/dates.ts'
import { monthNames } from '../../../core/language/months.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'

// Node has the full ICU that Chromium lacks: what we wrote down is held against it.
const localeOf = (code: LanguageCode) =>
  code === 'kmr' ? 'ku' : languageOf(code).openGraphLocale.replace('_', '-')
const weekLocaleOf = (code: LanguageCode) => (code === 'kmr' ? 'ku-IQ' : localeOf(code))
const cldr = (code: LanguageCode, what: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(`${localeOf(code)}-u-ca-gregory`, { ...what, timeZone: 'UTC' })
const monthsOf = (code: LanguageCode) =>
  Array.from({ length: 12 }, (_, month) =>
    cldr(code, { month: 'short' }).format(new Date(Date.UTC(2024, month, 8))),
  )
// 1 September 2024 was a Sunday.
const daysOf = (code: LanguageCode, weekday: 'long' | 'short' | 'narrow') =>
  Array.from({ length: 7 }, (_, day) => cldr(code, { weekday }).format(new Date(Date.UTC(2024, 8, 1 + day))))
const house = (name: string) =>
  name === 'ھ' ? 'هـ' : name.replace('ھەینی', 'هەینی').replace('کانونی', 'کانوونی')

describe.each(languageCodes)('the calendar of %s', (code) => {
  test('has the short names of CLDR', () => {
    expect(shortMonthNames(code)).toEqual(monthsOf(code).map(house))
    expect(weekdayNames(code, 'short')).toEqual(daysOf(code, 'short').map(house))
    expect(weekdayNames(code, 'long')).toEqual(daysOf(code, 'long').map(house))
  })
  test('has the narrow names of CLDR, but no English ones in Urdu', () => {
    const expected = code === 'ur' ? daysOf(code, 'long') : daysOf(code, 'narrow').map(house)
    expect(weekdayNames(code, 'narrow')).toEqual(expected)
  })
  test('begins the week where CLDR says its country does', () => {
    type WeekInfo = { firstDay: number; weekend: number[] }
    const locale = new Intl.Locale(weekLocaleOf(code)) as Intl.Locale & { getWeekInfo(): WeekInfo }
    const { firstDay, weekend } = locale.getWeekInfo()
    expect(weekOf(code)).toEqual({ firstDay: firstDay % 7, weekend: weekend.map((day) => day % 7) })
  })
})

test('a week of the desk in Iraq and Kurdistan runs from Saturday to Friday', () => {
  for (const code of ['ar', 'ckb', 'kmr'] as const)
    expect(weekdaysInOrder(code)).toEqual([6, 0, 1, 2, 3, 4, 5])
  expect(weekdaysInOrder('en').map((day) => weekdayNames('en', 'short')[day])).toEqual([
    'Sun',
    'Mon',
    'Tue',
    'Wed',
    'Thu',
    'Fri',
    'Sat',
  ])
})

test('short months are the house’s where the long ones are', () => {
  expect(shortMonthNames('ar', { arabicMonths: 'egyptian' })[4]).toBe('مايو')
  expect(shortMonthNames('ckb')).toEqual(monthNames('ckb'))
})

test.each([
  ['ar', 'أيار 2024'],
  ['ckb', 'ئایاری ٢٠٢٤'],
  ['kmr', 'gulana 2024an'],
  ['fa', 'مهٔ ۲۰۲۴'],
  ['he', 'מאי 2024'],
  ['ur', 'مئی 2024'],
  ['en', 'May 2024'],
] as const)('the head of a month in %s is %s', (language, head) => {
  expect(formatDate('2024-05-08', { language, style: 'month-year' })).toBe(head)
})

describe('the page of a month', () => {
  test('begins in the row of its first day', () => {
    const [first] = weeksAround('2024-05-08', 'ckb')
    expect(first).toEqual([
      '2024-04-27',
      '2024-04-28',
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
      '2024-05-02',
      '2024-05-03',
    ])
    expect(weeksAround('2024-09-30', 'en')[0]?.[0]).toBe('2024-09-01')
  })
  test('has six rows of seven days without a gap, every day of the month among them', () => {
    const anyDay = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...languageCodes), (date, code) => {
        const iso = date.toISOString().slice(0, 10)
        const days = weeksAround(iso, code).flat()
        expect(days).toHaveLength(42)
        expect(days).toContain(iso)
        expect(days.indexOf(`${iso.slice(0, 7)}-01`)).toBeLessThan(7)
        days.slice(1).forEach((day, at) => expect(addDays(days[at] ?? '', 1)).toBe(day))
      }),
    )
  })
  test('is refused for what is no day', () => {
    for (const text of ['', '2024-13-01', '8/5/2024']) {
      expect(() => weeksAround(text, 'en'), text).toThrow(RangeError)
      expect(() => addDays(text, 1), text).toThrow(RangeError)
      expect(() => addMonths(text, 1), text).toThrow(RangeError)
    }
  })
})

test('days and months are counted on over the ends of months, years and February', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2024-01-31', -2)).toBe('2023-11-30')
  expect(addMonths('2024-12-08', 1)).toBe('2025-01-08')
})
