import ar from '../../assets/locales/ar.json' with { type: 'json' }
import en from '../../assets/locales/en.json' with { type: 'json' }
import type { Direction, LanguageCode } from '../model/language-code.ts'

/** Every word on screen has one of these keys; a key missing in a language stops the build and a test. */
export type MessageKey = keyof typeof en
export type Catalogue = Record<MessageKey, string>

/** A language that the interface speaks. */
export interface InterfaceLanguage {
  code: LanguageCode
  direction: Direction
  ownName: string
  catalogue: Catalogue
}

/** One line a language; the first is what an unknown one falls back to. */
export const interfaceLanguages: readonly InterfaceLanguage[] = [
  { code: 'en', direction: 'ltr', ownName: 'English', catalogue: en },
  { code: 'ar', direction: 'rtl', ownName: 'العربية', catalogue: ar },
]

/** The interface language for a wish such as 'ar', 'ar-IQ' or 'ckb'. */
export function interfaceLanguage(...wishes: (string | null | undefined)[]): InterfaceLanguage {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split(/[-_]/)[0]
    const found = interfaceLanguages.find(({ code }) => code === primary)
    if (found) return found
  }
  return interfaceLanguages[0] as InterfaceLanguage
}
