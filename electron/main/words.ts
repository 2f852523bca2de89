import { app } from 'electron'
import { deskErrorCodes, type DeskErrorCode } from '../../core/api/errors.ts'
import { interfaceLanguage, type InterfaceLanguage } from '../../core/i18n/languages.ts'
import { reasonKey } from '../../core/i18n/reasons.ts'
import { createTranslate, type Translate } from '../../core/i18n/translate.ts'
import type { Settings } from '../../core/model/settings.ts'

/** The words of menus and dialogs. */
export interface Words {
  t: Translate
  language: InterfaceLanguage
}

/** In the language asked for at the start, else that of the settings, else the system's: as the page chooses its own. */
export function wordsFor(settings: Pick<Settings, 'interfaceLanguage' | 'digits'>, wish?: string): Words {
  const language = interfaceLanguage(wish, settings.interfaceLanguage, ...app.getPreferredSystemLanguages())
  return { language, t: createTranslate(language, settings.digits ?? undefined) }
}

/** The sentence of a failure; that of its reason, where there is one. */
export function failureSentence(t: Translate, code: string, reason?: unknown): string {
  const said = reasonKey(reason)
  if (said) return t(said)
  const known = (deskErrorCodes as readonly string[]).includes(code) ? (code as DeskErrorCode) : 'internal'
  return t(`error.${known}`)
}
