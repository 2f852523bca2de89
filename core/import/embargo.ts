import type { Warning } from '../api/files.ts'
import { isOnCalendar } from '../model/fields.ts'
import { untilFurtherNotice } from '../model/open-embargo.ts'

/** What an article takes over of an embargo, and what is to be said of it. */
export interface EmbargoRead {
  until: string | null
  warnings: Warning[]
}

const noEmbargo: EmbargoRead = { until: null, warnings: [] }
/** In UTC-12 a day ends last. */
const lastZone = '-12:00'
const timeWithoutZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/**
 * The end of an embargo as a file says it. An embargo is a promise to hold a text back: none that is said gets lost, and none ends before
 * the moment that was meant. A day that there is not stays as it is written, for it holds; a time without a zone is taken as the
 * latest that it may be, and what cannot be read holds until further notice.
 * @param said '' or undefined where the file has no embargo
 * @param read the date as this format writes dates; of what follows the day it may take nothing
 */
export function embargoIn(said: string | undefined, read: (said: string) => string | null): EmbargoRead {
  const text = said?.trim() ?? ''
  if (text === '') return noEmbargo
  const until = read(text)
  if (until === null) return { until: untilFurtherNotice, warnings: [warningOf('embargo-not-read', text)] }
  if (until.length > 10 || text.length <= 10 || text.endsWith('T00:00:00Z')) return { until, warnings: [] }
  const last = timeWithoutZone.test(text) ? read(`${text}${lastZone}`) : null
  return {
    until: last ?? `${until}T23:59${lastZone}`,
    warnings: isOnCalendar(until) ? [warningOf('embargo-latest', text)] : [],
  }
}

const warningOf = (code: string, said: string): Warning => ({
  code,
  message: `the embargo is said to end at: ${said.slice(0, 60)}`,
})
