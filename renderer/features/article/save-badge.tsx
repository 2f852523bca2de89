import { CheckCircle } from '@phosphor-icons/react/dist/icons/CheckCircle'
import { CircleNotch } from '@phosphor-icons/react/dist/icons/CircleNotch'
import { WarningCircle } from '@phosphor-icons/react/dist/icons/WarningCircle'
import { useSyncExternalStore } from 'react'
import { formatTime } from '../../../core/language/dates.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { Icon } from '../../ui/icon.tsx'
import { localInstant } from '../../ui/instants.ts'
import { useWords } from '../../ui/words.tsx'
import type { ArticleSession } from './session.ts'

/** Says what the disk has: Saved only when it has everything. */
export function SaveBadge({ session }: { session: ArticleSession }) {
  const { t, dates } = useWords()
  const state = useSyncExternalStore(session.onSaveState, session.saveState)
  if (session.isReadOnly) return <span className="save">{t('save.readOnly')}</span>
  const words = {
    saved: () => t('save.saved'),
    saving: () => t('save.saving'),
    failed: () => t('save.failed', { reason: 'error' in state ? errorSentence(t, state.error) : '' }),
    conflict: () => t('save.failed', { reason: t('error.stale-revision') }),
  }[state.kind]()
  const icon = { saved: CheckCircle, saving: CircleNotch, failed: WarningCircle, conflict: WarningCircle }[
    state.kind
  ]
  return (
    <span className={`save ${state.kind}`}>
      <Icon
        of={icon}
        size="text"
        weight={state.kind === 'failed' || state.kind === 'conflict' ? 'fill' : 'regular'}
      />
      <b role="status" aria-label={t('save.status')}>
        {words}
      </b>
      {state.kind === 'saved' && <time dateTime={state.at}>{formatTime(localInstant(state.at), dates)}</time>}
    </span>
  )
}
