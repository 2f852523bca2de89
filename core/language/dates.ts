import type { LanguageCode } from '../model/language-code.ts'
import type { ArabicMonths, DigitStyle } from '../model/theme.ts'

export type DateStyle = 'full' | 'long' | 'short' | 'classic' | 'day-month'
export interface MonthOptions {
  arabicMonths?: ArabicMonths
}
export interface DateOptions extends MonthOptions {
  language: LanguageCode
  style: DateStyle
  digits?: DigitStyle
}
export interface TimeOptions {
  language: LanguageCode
  digits?: DigitStyle
}

/** January to December. */
export function monthNames(_code: LanguageCode, _options: MonthOptions = {}): readonly string[] {
  return []
}
/** Sunday to Saturday. */
export function dayNames(_code: LanguageCode): readonly string[] {
  return []
}
/** A calendar day in words; the day as written in `iso`, never the machine's zone. */
export function formatDate(iso: string, _options: DateOptions): string {
  return iso
}
/** The clock time as written in `iso`, 24 hours; '' where it has none. */
export function formatTime(iso: string, _options: TimeOptions): string {
  return iso
}
/** Date and time together. */
export function formatDateTime(iso: string, _options: DateOptions): string {
  return iso
}
