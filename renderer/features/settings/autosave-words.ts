import { autosavePace } from '../../../core/autosave/autosave.ts'
import { journalPace } from '../../../core/autosave/journaling.ts'
import type { Translate } from '../../../core/i18n/translate.ts'

/** What saving by itself does, in sentences, with the numbers that it really keeps to. */
export function autosaveWords(t: Translate): readonly string[] {
  const { idleMs, maxMs, firstRetryMs, longestRetryMs } = autosavePace
  return [
    t('settings.autosave', { idle: idleMs / 1000, max: maxMs / 1000 }),
    t('settings.autosaveJournal', { kept: journalPace.keptWithinMs / 1000 }),
    t('settings.autosaveAgain', { first: firstRetryMs / 1000, longest: longestRetryMs / 1000 }),
  ]
}
