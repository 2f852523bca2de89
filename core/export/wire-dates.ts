import { isOnCalendar } from '../model/fields.ts'

/** An instant in Coordinated Universal Time, milliseconds left out. */
const inUtc = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-](?:0\d|1[0-3]):[0-5]\d))?$/

/**
 * A date of an article as RFC 3339 and XML Schema both take it: with seconds and a zone, in the zone that it was written in.
 * Undefined for one that is on no calendar. A day without a time is midnight in UTC written with `Z`; midnight in UTC itself is
 * written `+00:00`, so that a reader of ours can tell the two apart.
 */
export function wireInstant(date: string): string | undefined {
  const at = Date.parse(date)
  if (Number.isNaN(at) || !isOnCalendar(date)) return undefined
  const year = new Date(at).getUTCFullYear()
  if (year < 1 || year > 9999) return undefined
  const [, years, month, day, hours, minutes, seconds = '00', zone] = written.exec(date) ?? []
  if (years === undefined || Number(hours ?? 0) >= 24)
    return date.includes('T') ? inUtc(at).replace('T00:00:00Z', 'T00:00:00+00:00') : inUtc(at)
  if (hours === undefined) return `${date}T00:00:00Z`
  const isMidnight = zone === 'Z' && `${hours}${minutes}${seconds}` === '000000'
  return `${years}-${month}-${day}T${hours}:${minutes}:${seconds}${isMidnight ? '+00:00' : zone}`
}

/** What `wireInstant` was made of: the day alone where it stands for one. */
export const wireDay = (date: string): string =>
  /^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(date) ? date.slice(0, 10) : date

/** As ISO 8601's basic format, which NITF asks for: `20240508T143000+0300`, or the day alone. */
export function nitfDate(date: string): string | undefined {
  const instant = wireInstant(date)
  if (instant === undefined) return undefined
  const bare = wireDay(instant).replace(/[-:](?=\d\d)/g, (mark, at: number) =>
    at > 11 && mark === '-' ? '-' : '',
  )
  return bare
}
