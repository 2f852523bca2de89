import { useEffect, useEffectEvent, useState } from 'react'
import { presentText, type VersionInfo, type VersionReason } from '../../../core/api/versions.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Dialog } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { useWords } from '../../ui/words.tsx'
import { Compared } from './compared.tsx'
import { useChanges } from './use-changes.ts'
import { useComparison } from './use-comparison.ts'
import { useVersions, type KeptVersions } from './use-versions.ts'
import { VersionList } from './version-list.tsx'
import { VersionsFoot } from './versions-foot.tsx'
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
  const [against, setAgainst] = useState<Against>('present')
  const { version, before, isOldest, choose } = useChoice(kept, first, against)
  const [isAsking, setAsking] = useState(false)
  const { id, fields, language } = draft.details()
  const { headline } = fields
  const pair =
    against === 'present'
      ? version && { id, older: version.name, newer: presentText }
      : version && before && { id, older: before.name, newer: version.name }
  const asked = useComparison(pair ?? null)
  const changes = useChanges(asked.last.of)
  const isRestorable = asked.compared !== null && !(against === 'present' && asked.compared.isSame)
  const ask = () => {
    // What restoring takes back is how the present text differs.
    setAgainst('present')
    setAsking(true)
  }
  return (
    <Dialog
      title={t('versions.name')}
      about={
        <bdi {...headlineLanguage({ headline, language })}>
          <Headline of={{ headline, language }} />
        </bdi>
      }
      size="whole"
      onClose={onClose}
      foot={
        <VersionsFoot
          total={kept.versions ? kept.total : null}
          isReadOnly={draft.isReadOnly}
          version={version}
          compared={against === 'present' ? asked.compared : null}
          isRestorable={isRestorable}
          isAsking={isAsking}
          onAsk={ask}
          onCancel={() => setAsking(false)}
          restore={(chosen) => onRestore(chosen).then(onClose)}
          onKeep={onKeep}
        />
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
            id={id}
            asked={asked}
            problem={kept.problem}
            against={against}
            onAgainst={(chosen) => {
              setAsking(false)
              setAgainst(chosen)
            }}
            isOldest={isOldest}
            changes={changes}
          />
        )}
      </div>
    </Dialog>
  )
}

/** The chosen version, the newest at first, and the one before it, which is read where it is compared with. */
function useChoice(
  { versions, total, readMore }: KeptVersions,
  first: VersionReason | undefined,
  against: Against,
) {
  const [name, choose] = useState<string | null>(null)
  const all = versions ?? []
  const found = all.findIndex((each) => (name === null ? each.reason === first : each.name === name))
  const at = Math.max(0, found)
  const [version, before] = all.slice(at, at + 2)
  const isOldest = version !== undefined && !before && all.length >= total
  const isMissing = against === 'before' && version !== undefined && !before && !isOldest
  const read = useEffectEvent(readMore)
  useEffect(() => {
    if (isMissing) read()
  }, [isMissing])
  return { version, before, isOldest, choose }
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
