import { ClockCounterClockwise } from '@phosphor-icons/react/dist/icons/ClockCounterClockwise'
import { useEffect, useRef, useState } from 'react'
import { presentText, type VersionInfo, type VersionReason } from '../../../core/api/versions.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { Compared } from './compared.tsx'
import { RestoreAsk } from './restore-ask.tsx'
import { useChanges } from './use-changes.ts'
import { useComparison } from './use-comparison.ts'
import { useVersions, type KeptVersions } from './use-versions.ts'
import { VersionList } from './version-list.tsx'
import { isSame } from './version-words.ts'
import './versions.css'

interface VersionsDialogProps {
  draft: OpenDraft
  /** Begins with the newest version of this reason; otherwise with the newest of all. */
  first?: VersionReason | undefined
  /** Rejects with the desk's error where the text stays as it was. */
  onRestore: (version: VersionInfo) => Promise<void>
  onKeep: () => void
  onClose: () => void
}
type Against = 'present' | 'before'

/** The kept texts of the open article: each beside what is there now, and the way back to it. */
export function VersionsDialog({ draft, first, onRestore, onKeep, onClose }: VersionsDialogProps) {
  const { t } = useWords()
  const kept = useVersions(draft)
  const { version, before, choose } = useChoice(kept, first)
  const [against, setAgainst] = useState<Against>('present')
  const [isAsking, setAsking] = useState(false)
  const { id, fields } = draft.details()
  const pair =
    against === 'present'
      ? version && { id, older: version.name, newer: presentText }
      : version && before && { id, older: before.name, newer: version.name }
  const asked = useComparison(pair ?? null)
  const changes = useChanges(JSON.stringify(pair))
  const isRestorable = asked.compared !== null && !(against === 'present' && isSame(asked.compared))
  const ask = () => {
    // What restoring takes back is how the present text differs.
    setAgainst('present')
    setAsking(true)
  }
  const feet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The question has gone, and the focus that was in it.
    if (!isAsking && document.activeElement === document.body)
      feet.current?.querySelector<HTMLElement>('.primary')?.focus()
  }, [isAsking])
  const foot =
    isAsking && version && asked.compared && against === 'present' ? (
      <RestoreAsk
        compared={asked.compared}
        restore={() => onRestore(version).then(onClose)}
        onCancel={() => setAsking(false)}
      />
    ) : (
      <>
        <span className="versions-total">{kept.versions && t('versions.total', { count: kept.total })}</span>
        {!draft.isReadOnly && (
          <Button look={version ? 'plain' : 'primary'} onPress={onKeep}>
            {t('command.keepVersion')}
          </Button>
        )}
        {version && !draft.isReadOnly && (
          <Button
            look="primary"
            icon={ClockCounterClockwise}
            isDisabled={!isRestorable || isAsking}
            onPress={ask}
          >
            {t('restore.do')}
          </Button>
        )}
      </>
    )
  return (
    <Dialog
      title={t('versions.name')}
      about={<bdi>{fields.headline}</bdi>}
      size="whole"
      onClose={onClose}
      foot={
        <div className="contents" ref={feet}>
          {foot}
        </div>
      }
    >
      <div className="versions" onKeyDownCapture={changes.onKeyDownCapture}>
        {kept.versions?.length ? (
          <VersionList
            versions={kept.versions}
            total={kept.total}
            chosen={version?.name ?? ''}
            onChoose={(name) => {
              setAsking(false)
              choose(name)
            }}
            onMore={kept.readMore}
          />
        ) : (
          <NoVersions kept={kept} />
        )}
        {version && (
          <Compared
            key={JSON.stringify(pair)}
            id={id}
            asked={asked}
            problem={kept.problem}
            against={against}
            onAgainst={setAgainst}
            isOldest={!before}
            changes={changes}
          />
        )}
      </div>
    </Dialog>
  )
}

/** The chosen version, the newest at first, and the one before it. */
function useChoice({ versions, total }: KeptVersions, first: VersionReason | undefined) {
  const [name, choose] = useState<string | null>(null)
  const all = versions ?? []
  const found = all.findIndex((each) => (name === null ? each.reason === first : each.name === name))
  const at = Math.max(0, found)
  const isLast = at === all.length - 1 && all.length === total
  return { version: all[at], before: isLast ? undefined : all[at + 1], choose }
}

/** Nothing is kept yet, or it could not be read. */
function NoVersions({ kept }: { kept: KeptVersions }) {
  const { t } = useWords()
  if (kept.problem) {
    return (
      <p role="alert" className="banner danger">
        {kept.problem}
      </p>
    )
  }
  if (!kept.versions) return null
  return (
    <div className="versions-none">
      <i className="nuqta" />
      <p>{t('versions.none')}</p>
      <p>{t('versions.noneNext')}</p>
    </div>
  )
}
