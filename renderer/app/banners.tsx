import { ClockCounterClockwise } from '@phosphor-icons/react/dist/icons/ClockCounterClockwise'
import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useState, useSyncExternalStore } from 'react'
import { formatDateTime } from '../../core/language/dates.ts'
import type { ArticleSession } from '../features/article/session.ts'
import { Button, IconButton } from '../ui/controls.tsx'
import { Icon } from '../ui/icon.tsx'
import { localInstant } from '../ui/instants.ts'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { DialogName } from './layout-state.ts'

interface BannersProps {
  desk: DeskWindow
  onDialog: (dialog: DialogName) => void
}

/** What must be said about the library or the open article, above the sheet, each in one sentence. */
export function Banners({ desk, onDialog }: BannersProps) {
  const { t } = useWords()
  const { notices, session } = useSyncExternalStore(desk.subscribe, desk.state)
  return (
    <>
      {notices.map((notice) => (
        <div className="banner" role="note" key={notice.code + JSON.stringify(notice.details)}>
          <Icon of={Warning} />
          <span className="grow">{t(`notice.${notice.code}`, notice.details)}</span>
          <IconButton icon={X} name={t('notice.dismiss')} onPress={() => desk.dismiss(notice)} />
        </div>
      ))}
      <FoundBanner desk={desk} onDialog={onDialog} />
      {session && <ArticleBanner key={session.key} session={session} desk={desk} />}
      {session?.recovered && (
        <RecoveredBanner key={`${session.key} recovered`} at={session.recovered} onDialog={onDialog} />
      )}
    </>
  )
}

function ArticleBanner({ session, desk }: { session: ArticleSession; desk: DeskWindow }) {
  const { t } = useWords()
  const { kind } = useSyncExternalStore(session.onSaveState, session.saveState)
  if (session.readOnly) {
    return (
      <div className="banner" role="note">
        <Icon of={Warning} />
        <span className="grow">
          {t(`readOnly.${session.readOnly.reason}`, { unknown: session.readOnly.unknown.join(', ') })}
        </span>
      </div>
    )
  }
  if (kind !== 'conflict') return null
  return (
    <div className="banner danger" role="alert">
      <Icon of={Warning} />
      <span className="grow">{t('conflict.sentence')}</span>
      <Button look="line" onPress={() => void desk.showTheirs()}>
        {t('conflict.theirs')}
      </Button>
      <Button look="line" onPress={() => void desk.keepMineAsNew()}>
        {t('conflict.mine')}
      </Button>
    </div>
  )
}

/** Texts were found after an interruption: said where it disturbs nobody who has begun to write. */
function FoundBanner({ desk, onDialog }: BannersProps) {
  const { t } = useWords()
  const { length: count } = useSyncExternalStore(desk.recovery.subscribe, desk.recovery.found)
  if (count === 0) return null
  return (
    <div className="banner" role="status">
      <Icon of={ClockCounterClockwise} />
      <span className="grow">{t('recovery.banner', { count })}</span>
      <Button look="line" onPress={() => onDialog('recovery')}>
        {t('recovery.show')}
      </Button>
    </div>
  )
}

/** The open text has words that its file did not have. */
function RecoveredBanner({ at, onDialog }: { at: string; onDialog: (dialog: DialogName) => void }) {
  const { t, dates } = useWords()
  const [isDismissed, setDismissed] = useState(false)
  if (isDismissed) return null
  const time = formatDateTime(localInstant(at), { ...dates, style: 'day-month' })
  return (
    <div className="banner quiet" role="note">
      <Icon of={ClockCounterClockwise} />
      <span className="grow">{t('recovery.opened', { time })}</span>
      <Button look="line" onPress={() => onDialog('before-recovery')}>
        {t('recovery.compare')}
      </Button>
      <IconButton icon={X} name={t('notice.dismiss')} onPress={() => setDismissed(true)} />
    </div>
  )
}
