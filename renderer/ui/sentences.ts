import { DeskError, type DeskErrorCode, type ErrorDetails } from '../../core/api/errors.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { reasonKey } from '../../core/i18n/reasons.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { limits } from '../../core/model/limits.ts'

/** The sentence of a failure in the interface's language, with its details put in. */
export function errorSentence(t: Translate, thrown: unknown): string {
  const error = thrown instanceof DeskError ? thrown : new DeskError('internal', String(thrown))
  const passed = error.code === 'too-large' && passedLimit(error.details)
  if (passed) return t(`error.too-large.${passed.limit}`, { most: passed.most })
  const said = reasonKey(error.details.reason)
  if (said) return t(said)
  const key: MessageKey = `error.${error.code satisfies DeskErrorCode}`
  const details = Object.fromEntries(
    Object.entries(error.details).map(([name, value]) => [name, value ?? '']),
  )
  return t(key, details)
}

/** The limits that have a sentence of their own, and what one of what it counts is in the table. */
const toldLimits = {
  storyWords: 1,
  storyLetters: 1,
  versions: 1,
  mediaBytes: 1024 * 1024,
  pictureBytes: 1024 * 1024,
  dictionaryBytes: 1024 * 1024,
  wordListBytes: 1024 * 1024,
  names: 1,
  namesBytes: 1024 * 1024,
  storyTypes: 1,
  storyTypesBytes: 1024 * 1024,
  themes: 1,
  themeBytes: 1024 * 1024,
  fileBytes: 1024 * 1024,
  archiveFiles: 1,
  archiveBytes: 1024 * 1024,
  storedBytes: 1024 * 1024,
  copyFiles: 1,
} as const satisfies Partial<Record<keyof typeof limits, number>>

function passedLimit({
  limit,
  most,
}: ErrorDetails): { limit: keyof typeof toldLimits; most: number } | undefined {
  if (typeof limit !== 'string' || !Object.hasOwn(toldLimits, limit)) return undefined
  const known = limit as keyof typeof toldLimits
  const count = typeof most === 'number' ? most : limits[known]
  return { limit: known, most: Math.floor(count / toldLimits[known]) }
}
