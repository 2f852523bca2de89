import { parseDate } from '../../../core/language/parse-date.ts'
import { toAsciiDigits } from '../../../core/language/digits.ts'

/** The ISO day that somebody has written, in numbers or words of any of the languages; '' for nothing, undefined where it is none. */
export function readDay(written: string): string | undefined {
  return written.trim() === '' ? '' : parseDate(written.trim())
}

/**
 * The time somebody has written, as "14:30": with a colon or a point or neither, in any digits; '' for nothing, undefined
 * where it is none. `isWhole` false while it is still being written: an hour alone is then no time yet.
 */
export function readTime(written: string, isWhole: boolean): string | undefined {
  const text = toAsciiDigits(written).replaceAll(/[\s\u200e\u200f\u061c]/g, '')
  if (text === '') return ''
  const [, hour = '', minute] = /^(\d{1,2})(?:[:.٫]?(\d{2}))?$/.exec(text) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute ?? 0) > 59) return undefined
  if (minute === undefined && !isWhole) return undefined
  return `${hour.padStart(2, '0')}:${minute ?? '00'}`
}

/** An ISO moment in the parts that a form shows; its zone is +00:00 where it says Z, undefined where it has no time. */
export function partsOf(moment: string | null): { day: string; time: string; zone: string | undefined } {
  const [, zone] = moment?.match(/T.*?(Z|[+-]\d{2}:\d{2})$/) ?? []
  return {
    day: moment?.slice(0, 10) ?? '',
    time: moment?.includes('T') ? moment.slice(11, 16) : '',
    zone: zone?.replace('Z', '+00:00'),
  }
}
