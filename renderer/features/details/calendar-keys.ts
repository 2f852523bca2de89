import { addDays, addMonths, weekOf } from '../../../core/language/calendar.ts'
import type { Direction, LanguageCode } from '../../../core/model/language-code.ts'

/**
 * Where a key of a calendar leads from a day, undefined for a key that is not its own (ARIA date grid): along the line by
 * days, up and down by weeks, Home and End in the week of the language, pages by months, with Shift by years.
 */
export function dayByKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  day: string,
  { direction, language }: { direction: Direction; language: LanguageCode },
): string | undefined {
  const along = direction === 'rtl' ? -1 : 1
  const intoWeek = (new Date(`${day}T12:00:00Z`).getUTCDay() - weekOf(language).firstDay + 7) % 7
  switch (key) {
    case 'ArrowRight':
      return addDays(day, along)
    case 'ArrowLeft':
      return addDays(day, -along)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'Home':
      return addDays(day, -intoWeek)
    case 'End':
      return addDays(day, 6 - intoWeek)
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1)
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1)
    default:
      return undefined
  }
}
