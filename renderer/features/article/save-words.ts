import type { DeskError } from '../../../core/api/errors.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { errorSentence } from '../../ui/sentences.ts'

/** Why a text is not saved, and where it lies meanwhile (`SaveState`). */
export interface Unsaved {
  error: DeskError
  keptIn?: 'library' | 'elsewhere' | null
}

/** The reasons that pass by themselves, as the catalogue calls them. */
const passing: Readonly<Partial<Record<DeskError['code'], string>>> = {
  'disk-full': 'full',
  unwritable: 'unwritable',
  'library-missing': 'away',
  unreachable: 'silent',
}

/** "Not saved: the disk is full. Your words are kept on this computer and saved when there is room." */
export function unsavedWords(t: Translate, { error, keptIn }: Unsaved): string {
  const reason = t('save.reason', { why: passing[error.code] ?? 'other' }) || errorSentence(t, error)
  return together(t('save.failed', { reason }), keptWords(t, { error, keptIn }))
}

/** What to do about it, and where the words are meanwhile. */
export const unsavedHelp = (t: Translate, unsaved: Unsaved): string[] =>
  [errorSentence(t, unsaved.error), keptWords(t, unsaved)].filter((sentence) => sentence !== '')

function keptWords(t: Translate, { error, keptIn }: Unsaved): string {
  if (keptIn === undefined) return ''
  if (keptIn === null) return t('save.keptNowhere')
  return t('save.kept', { where: keptIn, why: passing[error.code] ?? 'other' })
}

const together = (...sentences: readonly string[]) => sentences.filter((each) => each !== '').join(' ')
