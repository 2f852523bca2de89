import type { LanguageCode } from '../model/language-code.ts'
import { phraseIn, type HouseTheme } from '../model/theme.ts'

/** One or two words and a colon. */
const ownLabel = /^\s*\p{L}[\p{L}\p{M}]*(?: \p{L}[\p{L}\p{M}]*)? ?[:：]/u

/** What the house writes before the name of a photographer; '' where the credit begins with such a word itself ("Photo: AP"). */
export const photoLabel = ({ labels }: HouseTheme, language: LanguageCode, credit: string): string =>
  ownLabel.test(credit) ? '' : phraseIn(labels.photo, language).text
