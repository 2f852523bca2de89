import { createContext, useContext } from 'react'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ArabicMonths, DigitStyle } from '../../core/model/theme.ts'
import type { Direction, LanguageCode } from '../../core/model/language-code.ts'

export interface Words {
  t: Translate
  language: LanguageCode
  /** The language that was chosen last: another than `language` while its words are still being read. */
  chosen: LanguageCode
  direction: Direction
  /** How dates are written, besides their language: handed to `formatDate` as it is. */
  dates: { language: LanguageCode; arabicMonths: ArabicMonths; digits: DigitStyle | undefined }
}
const WordsContext = createContext<Words | null>(null)
export const WordsProvider = WordsContext.Provider

/** The interface's language and its sentences. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('there are no words above this component')
  return words
}
