import type { LanguageCode } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'
import { languageOf } from './registry.ts'

/** The digits of a house in this language: its own choice in Arabic script alone, for Latin and Hebrew letters stand with 123. */
export function houseDigits(choice: DigitStyle | null, code: LanguageCode): DigitStyle {
  const { script, digits } = languageOf(code)
  return script === 'arabic' ? (choice ?? digits) : digits
}
