import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useSyncExternalStore } from 'react'
import type { ArticleSession } from '../features/article/session.ts'
import { Button, IconButton } from '../ui/controls.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'

/** What must be said about the library or the open article, above the sheet, each in one sentence. */
export function Banners({ desk }: { desk: DeskWindow }) {
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
      {session && <ArticleBanner key={session.key} session={session} desk={desk} />}
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
