import type { LanguageCode } from '../model/language-code.ts'
import { dayNames, monthNames, type MonthOptions } from './months.ts'

/** Days of the week as `Date.getUTCDay` counts them: 0 is Sunday, 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
/** `long` as in a date line, `short` for a tight place, `narrow` for the head of a column. */
export type NameWidth = 'long' | 'short' | 'narrow'
export interface Week {
  firstDay: Weekday
  weekend: readonly Weekday[]
}

type Names = readonly string[]

const saturdayWeek: Week = { firstDay: 6, weekend: [5, 6] }

// CLDR 48 weekData, by the country of the language's line in registry.ts (openGraphLocale): IQ, IR, IL, PK, US.
// kmr is the exception: its line says Turkey (Monday), but this is a desk of Kurdistan, where IQ and SY begin on Saturday,
// and so the days count themselves: yekşem is "one from şemî".
const weeks: Readonly<Record<LanguageCode, Week>> = {
  ar: saturdayWeek,
  ckb: saturdayWeek,
  kmr: saturdayWeek,
  fa: { firstDay: 6, weekend: [5] },
  he: { firstDay: 0, weekend: [5, 6] },
  ur: { firstDay: 0, weekend: [6, 0] },
  en: { firstDay: 0, weekend: [6, 0] },
}

// CLDR 48 abbreviated names; where a language is not listed CLDR abbreviates nothing and the long name stands.
const shortMonths: Readonly<Partial<Record<LanguageCode, Names>>> = {
  kmr: ['rbn', 'sbt', 'adr', 'nsn', 'gln', 'hzr', 'trm', 'tbx', 'îln', 'cot', 'mjd', 'brf'],
  he: ['ינו׳', 'פבר׳', 'מרץ', 'אפר׳', 'מאי', 'יוני', 'יולי', 'אוג׳', 'ספט׳', 'אוק׳', 'נוב׳', 'דצמ׳'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const shortDays: Readonly<Partial<Record<LanguageCode, Names>>> = {
  kmr: ['yşm', 'dşm', 'sşm', 'çşm', 'pşm', 'înî', 'şem'],
  he: ['יום א׳', 'יום ב׳', 'יום ג׳', 'יום ד׳', 'יום ה׳', 'יום ו׳', 'שבת'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const narrowDays: Readonly<Record<LanguageCode, Names>> = {
  ar: ['ح', 'ن', 'ث', 'ر', 'خ', 'ج', 'س'],
  // CLDR's ھ (U+06BE) is هـ here: alone, ه reads as the vowel ە (AsoSoft's rule for an h at the end of a word).
  ckb: ['ی', 'د', 'س', 'چ', 'پ', 'هـ', 'ش'],
  kmr: ['Y', 'D', 'S', 'Ç', 'P', 'Î', 'Ş'],
  fa: ['ی', 'د', 'س', 'چ', 'پ', 'ج', 'ش'],
  he: ['א׳', 'ב׳', 'ג׳', 'ד׳', 'ה׳', 'ו׳', 'ש׳'],
  // CLDR has only English letters for Urdu.
  ur: ['اتوار', 'پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ'],
  en: ['S', 'M', 'T', 'W', 'T', 'F', 'S'],
}

/** Where the week begins and which days are its end, where the language is at home. */
export function weekOf(code: LanguageCode): Week {
  return weeks[code]
}

/** The seven days, Sunday first. */
export function weekdayNames(code: LanguageCode, width: NameWidth): Names {
  if (width === 'narrow') return narrowDays[code]
  return (width === 'short' && shortDays[code]) || dayNames(code)
}

/** The days in the order of the language's week, as the head of a calendar has them. */
export function weekdaysInOrder(code: LanguageCode): Weekday[] {
  const { firstDay } = weekOf(code)
  return Array.from({ length: 7 }, (_, at) => ((firstDay + at) % 7) as Weekday)
}

/** The twelve months, January first, as short as the language has them. */
export function shortMonthNames(code: LanguageCode, options: MonthOptions = {}): Names {
  return shortMonths[code] ?? monthNames(code, options)
}

/**
 * The weeks that a calendar shows for the month of an ISO day: always six rows of seven ISO days ("2024-05-08"), so that
 * the calendar keeps its height, from the language's first day of the week on; the days around belong to the neighbours.
 * @throws RangeError when `iso` does not begin with an ISO day
 */
export function weeksAround(iso: string, code: LanguageCode): string[][] {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-\d{2}/.exec(iso) ?? []
  if (!year || !month) throw new RangeError(`not an ISO 8601 date: ${iso}`)
  const first = new Date(`${year}-${month}-01T12:00:00Z`)
  const before = (first.getUTCDay() - weekOf(code).firstDay + 7) % 7
  return Array.from({ length: 6 }, (_row, row) =>
    Array.from({ length: 7 }, (_column, column) => movedDays(first, row * 7 + column - before)),
  )
}

/** The ISO day so many days later, or earlier: what the arrow keys of a calendar do. @throws RangeError when not ISO */
export function addDays(iso: string, days: number): string {
  const start = new Date(`${iso.slice(0, 10)}T12:00:00Z`)
  if (Number.isNaN(start.getTime())) throw new RangeError(`not an ISO 8601 date: ${iso}`)
  return movedDays(start, days)
}

/**
 * The same day so many months later, or the last one that month has (31 January and one month: 29 February).
 * @throws RangeError when not ISO
 */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 0, day = 0] = addDays(iso, 0).split('-').map(Number)
  const lastDay = noonOf(year, month + months + 1, 0).getUTCDate()
  return noonOf(year, month + months, Math.min(day, lastDay))
    .toISOString()
    .slice(0, 10)
}

/** `month` from 1 on; Date.UTC alone would read the years 0 to 99 as 1900 to 1999. */
function noonOf(year: number, month: number, day: number): Date {
  const noon = new Date(0)
  noon.setUTCFullYear(year, month - 1, day)
  noon.setUTCHours(12)
  return noon
}

function movedDays(from: Date, days: number): string {
  const moved = new Date(from)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}
