import { DeskError, type DeskErrorCode } from '../../core/api/errors.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import type { Translate } from '../../core/i18n/translate.ts'

/** The sentence of a failure in the interface's language, with its details put in. */
export function errorSentence(t: Translate, thrown: unknown): string {
  const error = thrown instanceof DeskError ? thrown : new DeskError('internal', String(thrown))
  const key: MessageKey = `error.${error.code satisfies DeskErrorCode}`
  const details = Object.fromEntries(
    Object.entries(error.details).map(([name, value]) => [name, value ?? '']),
  )
  return t(key, details)
}
