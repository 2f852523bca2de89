import ar from '../../assets/locales/ar.json' with { type: 'json' }
import ckb from '../../assets/locales/ckb.json' with { type: 'json' }
import en from '../../assets/locales/en.json' with { type: 'json' }
import kmr from '../../assets/locales/kmr.json' with { type: 'json' }
import type { Direction, LanguageCode } from '../model/language-code.ts'
import { wishedLanguage } from './wished-language.ts'

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
  { code: 'ckb', direction: 'rtl', ownName: 'کوردیی سۆرانی', catalogue: ckb },
  { code: 'kmr', direction: 'ltr', ownName: 'Kurmancî', catalogue: kmr },
]

/**
 * The interface language of the first wish that has one: what a person chose, then the system's languages in its order
 * ('ar-IQ', 'ku-Arab-IQ', 'ckb_IQ.UTF-8'). English where there is none.
 */
export function interfaceLanguage(...wishes: readonly (string | null | undefined)[]): InterfaceLanguage {
  for (const wish of wishes) {
    const code = wish ? wishedLanguage(wish) : undefined
    const found = interfaceLanguages.find((each) => each.code === code)
    if (found) return found
  }
  return interfaceLanguages[0] as InterfaceLanguage
}
