import type { LanguageCode } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'
import { toDigits } from './digits.ts'
import { dayNames, monthNames, type MonthOptions } from './months.ts'
import { languageOf } from './registry.ts'

/**
 * `full` with the weekday, `long` without, `short` in numbers (day first; year first in Persian), `classic` the agency's date
 * line with a two-digit day ("Wednesday, 08 May 2024"), `day-month` without the year, `month-year` without the day: the head
 * of a calendar.
 */
export type DateStyle = 'full' | 'long' | 'short' | 'classic' | 'day-month' | 'month-year'
export interface TimeOptions {
  language: LanguageCode
  /** The house's choice; otherwise the language's own. */
  digits?: DigitStyle
}
export interface DateOptions extends TimeOptions, MonthOptions {
  style: DateStyle
}

/** A day of any calendar that counts twelve months. */
export interface CalendarDay {
  /** As it is written. */
  year: string
  /** 1 to 12. */
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
}

const isoForm = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/

/**
 * The Gregorian day of an ISO 8601 date or time in words: the day as it is written, in its own offset, never the machine's
 * zone. Own tables and patterns (CLDR 48, rtl.md 5.2), so Node and Chromium write the same. @throws RangeError when not ISO
 */
export function formatDate(iso: string, { language, style, digits, arabicMonths }: DateOptions): string {
  const day = readDay(iso)
  const month = monthNames(language, { arabicMonths })[day.month - 1] ?? ''
  return writeDay(day, month, { language, style, digits })
}

/** A day with the name of its month, in words; what `formatDate` writes, for any calendar. */
export function writeDay(day: CalendarDay, month: string, { language, style, digits }: DateOptions): string {
  const weekday = dayNames(language)[day.weekday] ?? ''
  const written = patterns[language](day, month, weekday)[style]
  return toDigits(written, digits ?? languageOf(language).digits)
}

/** The time of day as it is written, 24 hours, "14:30"; '' where there is none. @throws RangeError when not ISO */
export function formatTime(iso: string, { language, digits }: TimeOptions): string {
  const [, , , , time = ''] = parts(iso)
  return toDigits(time, digits ?? languageOf(language).digits)
}

/** The date, and behind it the time where there is one: "8 أيار 2024، 14:30". @throws RangeError when not ISO */
export function formatDateTime(iso: string, options: DateOptions): string {
  const date = formatDate(iso, options)
  const time = formatTime(iso, options)
  return time ? `${date}${comma(options.language)} ${time}` : date
}

const comma = (code: LanguageCode) => (languageOf(code).script === 'arabic' ? '،' : ',')

function parts(iso: string): RegExpExecArray {
  const read = isoForm.exec(iso)
  if (!read) throw new RangeError(`not an ISO 8601 date: ${iso}`)
  return read
}

/** The Gregorian day of an ISO 8601 date or time, as it is written, in its own offset. @throws RangeError when not ISO */
export function readDay(iso: string): CalendarDay {
  const [, year = '', month = '', day = ''] = parts(iso)
  if (Number(month) < 1 || Number(month) > 12) throw new RangeError(`not an ISO 8601 date: ${iso}`)
  const noon = new Date(0)
  noon.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return { year, month: Number(month), day: Number(day), weekday: noon.getUTCDay() }
}

type Pattern = (day: CalendarDay, month: string, weekday: string) => Record<DateStyle, string>
const two = (n: number) => String(n).padStart(2, '0')
const dayFirst = ({ day, month, year }: CalendarDay, between: string) =>
  `${two(day)}${between}${two(month)}${between}${year}`

// Short dates use separators that keep their order in right-to-left text (rtl.md 1.7): never a hyphen.
const patterns: Readonly<Record<LanguageCode, Pattern>> = {
  ar: (d, month, weekday) => ({
    full: `${weekday}، ${d.day} ${month} ${d.year}`,
    long: `${d.day} ${month} ${d.year}`,
    short: dayFirst(d, '/'),
    classic: `${weekday}، ${two(d.day)} ${month} ${d.year}`,
    'day-month': `${d.day} ${month}`,
    'month-year': `${month} ${d.year}`,
  }),
  ckb: (d, month, weekday) => ({
    full: `${weekday}، ${d.day}ی ${month}ی ${d.year}`,
    long: `${d.day}ی ${month}ی ${d.year}`,
    short: dayFirst(d, '/'),
    classic: `${weekday}، ${two(d.day)}ی ${month}ی ${d.year}`,
    'day-month': `${d.day}ی ${month}`,
    'month-year': `${month}ی ${d.year}`,
  }),
  kmr: (d, month, weekday) => {
    // Behind a vowel the ending has a y: zilheceya, and gulana.
    const joint = /[aeêiîouû]$/.test(month) ? 'y' : ''
    // Days and months are small in Kurmanji (CLDR 48), but a date line is a line of its own.
    const first = weekday.charAt(0).toUpperCase() + weekday.slice(1)
    return {
      full: `${weekday}, ${d.day}ê ${month}${joint}a ${d.year}an`,
      long: `${d.day}ê ${month}${joint}a ${d.year}an`,
      short: dayFirst(d, '.'),
      classic: `${first}, ${two(d.day)}ê ${month}${joint}a ${d.year}an`,
      'day-month': `${d.day}ê ${month}${joint}ê`,
      'month-year': `${month}${joint}a ${d.year}an`,
    }
  },
  fa: (d, month, weekday) => {
    // Persian ezafe: a month that ends in ه carries ٔ before its year (CLDR 48, format names).
    const joined = month.endsWith('ه') ? `${month}ٔ` : month
    return {
      full: `${weekday} ${d.day} ${joined} ${d.year}`,
      long: `${d.day} ${joined} ${d.year}`,
      short: `${d.year}/${two(d.month)}/${two(d.day)}`,
      classic: `${weekday}، ${two(d.day)} ${joined} ${d.year}`,
      'day-month': `${d.day} ${month}`,
      'month-year': `${joined} ${d.year}`,
    }
  },
  he: (d, month, weekday) => {
    // A name in Latin letters is held to its ב by a maqaf.
    const inMonth = /^\p{Script=Latin}/u.test(month) ? `ב־${month}` : `ב${month}`
    return {
      full: `${weekday}, ${d.day} ${inMonth} ${d.year}`,
      long: `${d.day} ${inMonth} ${d.year}`,
      short: dayFirst(d, '.'),
      classic: `${weekday}, ${two(d.day)} ${inMonth} ${d.year}`,
      'day-month': `${d.day} ${inMonth}`,
      'month-year': `${month} ${d.year}`,
    }
  },
  ur: (d, month, weekday) => ({
    full: `${weekday}، ${d.day} ${month}، ${d.year}`,
    long: `${d.day} ${month}، ${d.year}`,
    short: dayFirst(d, '/'),
    classic: `${weekday}، ${two(d.day)} ${month} ${d.year}`,
    'day-month': `${d.day} ${month}`,
    'month-year': `${month} ${d.year}`,
  }),
  en: (d, month, weekday) => ({
    full: `${weekday}, ${month} ${d.day}, ${d.year}`,
    long: `${month} ${d.day}, ${d.year}`,
    short: dayFirst(d, '/'),
    classic: `${weekday}, ${two(d.day)} ${month} ${d.year}`,
    'day-month': `${month} ${d.day}`,
    'month-year': `${month} ${d.year}`,
  }),
}
