import { ClockCounterClockwise } from '@phosphor-icons/react/dist/icons/ClockCounterClockwise'
import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { X } from '@phosphor-icons/react/dist/icons/X'
import { useState, useSyncExternalStore } from 'react'
import type { Notice } from '../../core/api/contract.ts'
import { formatDateTime } from '../../core/language/dates.ts'
import type { ArticleSession } from '../features/article/session.ts'
import { SourceLine } from '../features/source/source-line.tsx'
import { Button, IconButton } from '../ui/controls.tsx'
import { Icon } from '../ui/icon.tsx'
import { localInstant } from '../ui/instants.ts'
import { useWords } from '../ui/words.tsx'
import { BulkBanners } from './bulk-banners.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { DialogName } from './layout-state.ts'
import { noticeSentence } from './notice-sentence.ts'

interface BannersProps {
  desk: DeskWindow
  onDialog: (dialog: DialogName) => void
  /** The original stands beside the sheet. */
  isSourceShown: boolean
  onSource: () => void
}

/** What must be said about the library or the open article, above the sheet, each in one sentence. */
export function Banners({ desk, onDialog, isSourceShown, onSource }: BannersProps) {
  const { notices, session } = useSyncExternalStore(desk.subscribe, desk.state)
  return (
    <>
      {/* There before what comes into it, so that it is read out. */}
      <div className="contents notices" aria-live="polite">
        {notices.map((notice) => (
          <NoticeBanner
            key={notice.code + JSON.stringify(notice.details)}
            notice={notice}
            desk={desk}
            openId={session?.id ?? null}
          />
        ))}
      </div>
      <FoundBanner desk={desk} onDialog={onDialog} />
      <BulkBanners files={desk.files} onDialog={onDialog} />
      {session?.sourceId && (
        <SourceLine
          key={`${session.key} source`}
          id={session.id}
          sourceId={session.sourceId}
          isReadOnly={session.isReadOnly}
          isShown={isSourceShown}
          onLook={onSource}
        />
      )}
      {session && <ArticleBanner key={session.key} session={session} desk={desk} />}
      {session?.recovered && (
        <RecoveredBanner key={`${session.key} recovered`} at={session.recovered} onDialog={onDialog} />
      )}
    </>
  )
}

/** The article that a notice is about, where looking at it is what there is to do. */
const ofArticles: readonly Notice['code'][] = ['article-rebuilt', 'save-refused', 'synced-copy']
const articleOf = ({ code, details }: Notice) =>
  ofArticles.includes(code) && typeof details.id === 'string' ? details.id : null

interface NoticeBannerProps {
  notice: Notice
  desk: DeskWindow
  /** The article that is open. */
  openId: string | null
}

function NoticeBanner({ notice, desk, openId }: NoticeBannerProps) {
  const words = useWords()
  const id = articleOf(notice)
  return (
    // What cannot be saved where it belongs is said at once.
    <div className="banner" role={notice.code === 'library-away' ? 'alert' : 'note'}>
      <Icon of={Warning} />
      <span className="grow">{noticeSentence(words, notice)}</span>
      {id !== null && id !== openId && (
        <Button look="line" onPress={() => void desk.open(id)}>
          {words.t('notice.open')}
        </Button>
      )}
      <IconButton icon={X} name={words.t('notice.dismiss')} onPress={() => desk.dismiss(notice)} />
    </div>
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
      <Button look="line" onPress={() => void desk.conflict.showTheirs()}>
        {t('conflict.theirs')}
      </Button>
      <Button look="line" onPress={() => void desk.conflict.keepMineAsNew()}>
        {t('conflict.mine')}
      </Button>
    </div>
  )
}

/** Texts were found after an interruption: said where it disturbs nobody who has begun to write. */
function FoundBanner({ desk, onDialog }: Pick<BannersProps, 'desk' | 'onDialog'>) {
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
