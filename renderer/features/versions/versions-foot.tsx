import { ClockCounterClockwise } from '@phosphor-icons/react/dist/icons/ClockCounterClockwise'
import { useEffect, useRef } from 'react'
import type { ComparedTexts, VersionInfo } from '../../../core/api/versions.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { RestoreAsk } from './restore-ask.tsx'

interface VersionsFootProps {
  /** How many versions there are; null until that is known. */
  total: number | null
  isReadOnly: boolean
  version: VersionInfo | undefined
  /** The version and the present text; null while that is made. */
  compared: ComparedTexts | null
  isRestorable: boolean
  isAsking: boolean
  onAsk: () => void
  onCancel: () => void
  restore: (version: VersionInfo) => Promise<void>
  onKeep: () => void
}

/** What can be done with the chosen version; or, once that was asked for, what it changes. */
export function VersionsFoot(props: VersionsFootProps) {
  const { version, compared, isAsking, onCancel, restore } = props
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The question has gone, and the focus that was in it.
    if (!isAsking && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('.primary')?.focus()
  }, [isAsking])
  return (
    <div className="contents" ref={place}>
      {isAsking && version && compared ? (
        <RestoreAsk compared={compared} restore={() => restore(version)} onCancel={onCancel} />
      ) : (
        <Doings {...props} />
      )}
    </div>
  )
}

function Doings({ total, isReadOnly, version, isRestorable, isAsking, onAsk, onKeep }: VersionsFootProps) {
  const { t } = useWords()
  return (
    <>
      <span className="versions-total">{total !== null && t('versions.total', { count: total })}</span>
      {!isReadOnly && (
        <Button look={version ? 'plain' : 'primary'} onPress={onKeep}>
          {t('command.keepVersion')}
        </Button>
      )}
      {version && !isReadOnly && (
        <Button
          look="primary"
          icon={ClockCounterClockwise}
          isDisabled={!isRestorable || isAsking}
          onPress={onAsk}
        >
          {t('restore.do')}
        </Button>
      )}
    </>
  )
}
