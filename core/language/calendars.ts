import { calendarMonths, hijriEra } from './calendar-months.ts'
import { formatDate, readDay, writeDay, type CalendarDay, type DateOptions } from './dates.ts'

/** The calendars that a date can be written in, by their CLDR names; `kurdish` is ours. */
export const calendars = ['gregory', 'islamic-umalqura', 'persian', 'kurdish'] as const
export type Calendar = (typeof calendars)[number]

/**
 * The Kurdish calendar counts from 700 BC, 1321 years before the Persian one: Newroz of 2024, 20 March, is 1 Xakelêwe 2724
 * (rtl.md 5.1, after the documents of 0xdolan/pyroj). Another count, from 612 BC, is not used here.
 */
const kurdishYearsBefore = 1321
// ICU writes a year before the first as 0 or below, and may come to write it as 1 of another era.
const firstDay = { persian: '0622-03-21', 'islamic-umalqura': '0622-07-19', kurdish: '0000-01-01' } as const

/**
 * The day of an ISO 8601 date or time in a calendar, in words, as `formatDate` writes the Gregorian one. Hijri days are
 * those of Umm al-Qura (in the years of its table, 1300 to 1600; ICU counts others by the civil rule) and carry their era
 * in words; the Kurdish calendar has the Persian one's months and days. Day, month and year are Intl's, the same in Node
 * and Chromium (rtl.md 5.1); the words are ours, for Chromium knows no Kurdish.
 * @throws RangeError when not ISO, when there is no such day, or when it lies before the calendar's first year
 */
export function formatInCalendar(iso: string, calendar: Calendar, options: DateOptions): string {
  const gregorian = existingDay(iso)
  if (calendar === 'gregory') return formatDate(iso, options)
  const day = inCalendar(iso.slice(0, 10), gregorian.weekday, calendar)
  const month = calendarMonths(calendar, options.language)[day.month - 1] ?? ''
  const written = writeDay(day, month, options)
  const hasEra = calendar === 'islamic-umalqura' && !['short', 'day-month'].includes(options.style)
  return hasEra ? `${written}${hijriEra(options.language)}` : written
}

const noonOf = (isoDay: string) => new Date(`${isoDay}T12:00:00Z`)

function existingDay(iso: string): CalendarDay {
  const day = readDay(iso)
  // Date takes 30 February for a day of March.
  if (noonOf(iso.slice(0, 10)).getUTCDate() !== day.day) throw new RangeError(`no such day: ${iso}`)
  return day
}

function inCalendar(isoDay: string, weekday: number, calendar: Exclude<Calendar, 'gregory'>): CalendarDay {
  if (isoDay < firstDay[calendar]) throw new RangeError(`before the calendar's first year: ${isoDay}`)
  const parts = formatterOf(calendar === 'kurdish' ? 'persian' : calendar).formatToParts(noonOf(isoDay))
  const numberOf = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  const year = numberOf('year') + (calendar === 'kurdish' ? kurdishYearsBefore : 0)
  return { year: String(year), month: numberOf('month'), day: numberOf('day'), weekday }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(calendar: string): Intl.DateTimeFormat {
  const known = formatters.get(calendar)
  if (known) return known
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const
  const formatter = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, parts)
  formatters.set(calendar, formatter)
  return formatter
}
