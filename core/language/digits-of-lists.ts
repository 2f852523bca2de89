import type { LanguageCode } from '../model/language-code.ts'
import type { DigitStyle } from '../model/theme.ts'
import { languageOf } from './registry.ts'

/** The digits that number a list: the house's, else the language's; Latin script always counts in its own. */
export function digitsOfLists(code: LanguageCode, house: DigitStyle | undefined): DigitStyle {
  const { script, digits } = languageOf(code)
  return script === 'latin' ? 'latn' : (house ?? digits)
}
