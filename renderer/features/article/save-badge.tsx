import { CheckCircle } from '@phosphor-icons/react/dist/icons/CheckCircle'
import { CircleNotch } from '@phosphor-icons/react/dist/icons/CircleNotch'
import { WarningCircle } from '@phosphor-icons/react/dist/icons/WarningCircle'
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { formatTime } from '../../../core/language/dates.ts'
import { Button } from '../../ui/controls.tsx'
import { dismissName } from '../../ui/dismiss-name.ts'
import { giveFocusBack } from '../../ui/focus-back.ts'
import { Icon } from '../../ui/icon.tsx'
import { localInstant } from '../../ui/instants.ts'
import { useWords } from '../../ui/words.tsx'
import { unsavedHelp, unsavedWords, type Unsaved } from './save-words.ts'
import type { ArticleSession } from './session.ts'

/** Says what the disk has: Saved only when it has everything; where it does not, why, and where the words are. */
export function SaveBadge({ session }: { session: ArticleSession }) {
  const { t, dates } = useWords()
  const state = useSyncExternalStore(session.onSaveState, session.saveState)
  if (session.isReadOnly) return <span className="save">{t('save.readOnly')}</span>
  const words = {
    saved: () => t('save.saved'),
    saving: () => t('save.saving'),
    failed: () => ('error' in state ? unsavedWords(t, state) : ''),
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
      {state.kind === 'failed' && (
        <SaveHelp unsaved={state} onSave={() => void session.flush().catch(() => undefined)} />
      )}
    </span>
  )
}

/** All of it in whole sentences: the bar has no room for them. */
function SaveHelp({ unsaved, onSave }: { unsaved: Unsaved; onSave: () => void }) {
  const { t } = useWords()
  // With what could not be saved its help goes, and the focus that is in it.
  useLayoutEffect(
    () => () => {
      if (document.activeElement?.closest('.save-help, .save')) giveFocusBack(null)
    },
    [],
  )
  return (
    <DialogTrigger>
      <Button look="line">{t('save.help')}</Button>
      <Popover
        className="float save-help"
        placement="bottom start"
        offset={6}
        ref={dismissName(t('dialog.close'))}
      >
        <Dialog aria-label={t('save.help')}>
          {unsavedHelp(t, unsaved).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Button look="line" onPress={onSave}>
            {t('command.save')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
