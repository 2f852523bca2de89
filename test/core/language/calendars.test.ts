import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarMonths } from '../../../core/language/calendar-months.ts'
import { calendars, formatInCalendar, type Calendar } from '../../../core/language/calendars.ts'
import { formatDate } from '../../../core/language/dates.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'

const day = '2024-05-08'
const long = (iso: string, calendar: Calendar, language: LanguageCode) =>
  formatInCalendar(iso, calendar, { language, style: 'long', digits: 'latn' })

describe('formatInCalendar', () => {
  test.each([
    ['islamic-umalqura', 'ar', '29 شوال 1445 هـ'],
    ['islamic-umalqura', 'ckb', '29ی شەوالی 1445ی کۆچی'],
    ['islamic-umalqura', 'kmr', '29ê şewala 1445an a hicrî'],
    ['islamic-umalqura', 'fa', '29 شوال 1445 ه\u200d.ق.'],
    ['islamic-umalqura', 'he', '29 בשוואל 1445 הג׳רה'],
    ['islamic-umalqura', 'ur', '29 شوال، 1445 ہجری'],
    ['islamic-umalqura', 'en', 'Shawwal 29, 1445 AH'],
    ['persian', 'ar', '19 أرديبهشت 1403'],
    ['persian', 'ckb', '19ی گوڵانی 1403'],
    ['persian', 'kmr', '19ê Ordibeheshta 1403an'],
    ['persian', 'fa', '19 اردیبهشت 1403'],
    ['persian', 'he', '19 בארדיבהשת 1403'],
    ['persian', 'ur', '19 اردیبہشت، 1403'],
    ['persian', 'en', 'Ordibehesht 19, 1403'],
    ['kurdish', 'ar', '19 گوڵان 2724'],
    ['kurdish', 'ckb', '19ی گوڵانی 2724'],
    ['kurdish', 'kmr', '19ê Gulana 2724an'],
    ['kurdish', 'he', '19 ב־Gulan 2724'],
    ['kurdish', 'en', 'Gulan 19, 2724'],
  ] as const)('%s in %s is %s', (calendar, language, written) => {
    expect(long(day, calendar, language)).toBe(written)
  })

  test('has the weekday in full, numbers alone and no era in short, and the digits asked for', () => {
    const of = (style: 'full' | 'short', calendar: Calendar, language: LanguageCode) =>
      formatInCalendar(day, calendar, { language, style })
    expect(of('full', 'kurdish', 'ckb')).toBe('چوارشەممە، ١٩ی گوڵانی ٢٧٢٤')
    expect(of('full', 'islamic-umalqura', 'ar')).toBe('الأربعاء، 29 شوال 1445 هـ')
    expect(of('short', 'islamic-umalqura', 'ar')).toBe('29/10/1445')
    expect(of('short', 'persian', 'fa')).toBe('۱۴۰۳/۰۲/۱۹')
  })

  test('Newroz begins the Persian and the Kurdish year, whatever day of March it is', () => {
    expect(long('2024-03-19', 'kurdish', 'kmr')).toBe('29ê Reşemeya 2723an')
    expect(long('2024-03-20', 'kurdish', 'kmr')).toBe('1ê Xakelêweya 2724an')
    expect(long('2025-03-20', 'kurdish', 'ckb')).toBe('30ی ڕەشەمەی 2724')
    expect(long('2025-03-21', 'kurdish', 'ckb')).toBe('1ی خاکەلێوەی 2725')
    expect(long('2025-03-21', 'persian', 'fa')).toBe('1 فروردین 1404')
  })

  test('Umm al-Qura has its own first of Ramadan, and the Hijri year begins with Muharram', () => {
    expect(long('2024-03-11', 'islamic-umalqura', 'ar')).toBe('1 رمضان 1445 هـ')
    expect(long('2024-07-07', 'islamic-umalqura', 'ar')).toBe('1 محرم 1446 هـ')
  })

  test('a time is the day that it is written in, in its own offset', () => {
    for (const time of ['T00:30+03:00', 'T23:59:59-11:00', 'T12:00Z'])
      expect(long(`${day}${time}`, 'kurdish', 'en')).toBe('Gulan 19, 2724')
  })

  test('the Gregorian one is what formatDate writes', () => {
    for (const language of languageCodes)
      expect(formatInCalendar(day, 'gregory', { language, style: 'full' })).toBe(
        formatDate(day, { language, style: 'full' }),
      )
  })

  test.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '08/05/2024',
    '',
    '2024-05-08x',
  ])('%j is no day of any calendar', (iso) => {
    for (const calendar of calendars) expect(() => long(iso, calendar, 'ar')).toThrow(RangeError)
  })

  test('the first day of a calendar is its first, and the day before is none of its', () => {
    expect(long('0622-03-21', 'persian', 'en')).toBe('Farvardin 1, 1')
    expect(long('0622-07-19', 'islamic-umalqura', 'en')).toBe('Muharram 1, 1 AH')
    expect(() => long('0622-03-20', 'persian', 'en')).toThrow(RangeError)
    expect(() => long('0622-07-18', 'islamic-umalqura', 'en')).toThrow(RangeError)
    expect(long('0622-03-20', 'kurdish', 'en')).toMatch(/^Reşeme (?:29|30), 1321$/)
  })

  test('every day from 1800 to 2200 follows the day before it, in a month with a name', () => {
    const counted = (time: number, calendar: Calendar) => {
      const iso = new Date(time).toISOString().slice(0, 10)
      const written = formatInCalendar(iso, calendar, { language: 'ar', style: 'short', digits: 'latn' })
      const [dayOf = 0, month = 0, year = 0] = written.split('/').map(Number)
      return { dayOf, month, year }
    }
    const dayMs = 86_400_000
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1800) / dayMs, max: Date.UTC(2200) / dayMs }),
        fc.constantFrom('islamic-umalqura', 'persian', 'kurdish'),
        (at, calendar) => {
          const today = counted(at * dayMs, calendar)
          const tomorrow = counted((at + 1) * dayMs, calendar)
          const startsMonth = tomorrow.dayOf === 1
          expect(startsMonth || tomorrow.dayOf === today.dayOf + 1).toBe(true)
          if (startsMonth) {
            expect(today.dayOf).toBeGreaterThanOrEqual(29)
            expect(tomorrow.month).toBe((today.month % 12) + 1)
            expect(tomorrow.year - today.year).toBe(today.month === 12 ? 1 : 0)
          }
        },
      ),
    )
  })
})

test('every calendar has twelve different months in every language', () => {
  for (const calendar of ['islamic-umalqura', 'persian', 'kurdish'] as const)
    for (const code of languageCodes) expect(new Set(calendarMonths(calendar, code)).size).toBe(12)
})
