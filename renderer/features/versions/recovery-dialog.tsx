import { useEffect, useRef, useState } from 'react'
import { presentText, recoveredText, type Recovered } from '../../../core/api/versions.ts'
import { formatDateTime } from '../../../core/language/dates.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { localInstant } from '../../ui/instants.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import { Difference } from './compared.tsx'
import { useChanges } from './use-changes.ts'
import { useComparison } from './use-comparison.ts'
import { WordsChanged } from './words-changed.tsx'
import './versions.css'

interface RecoveryDialogProps {
  recovered: readonly Recovered[]
  onOpen: (id: string) => void
  /** Rejects with the desk's error where nothing has changed. */
  onDiscard: (id: string) => Promise<void>
  onClose: () => void
}

/** What was found after an interruption, each text beside its file: to go on with it, or to leave the file as it is. */
export function RecoveryDialog({ recovered, onOpen, onDiscard, onClose }: RecoveryDialogProps) {
  const { t } = useWords()
  const [looked, look] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const chosen = recovered.find(({ id }) => id === looked) ?? recovered[0]
  const asked = useComparison(chosen ? { id: chosen.id, older: presentText, newer: recoveredText } : null)
  const changes = useChanges(asked.last.of)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // The button that had the focus has gone: with its row, or because its text is looked at by now.
    if (!chosen || document.activeElement !== document.body) return
    const row = list.current?.children[recovered.indexOf(chosen)]
    row?.querySelector('button')?.focus()
  }, [recovered, chosen])
  const discard = (id: string) => {
    onDiscard(id).catch((thrown: unknown) => setProblem(errorSentence(t, thrown)))
  }
  return (
    <Dialog title={t('recovery.name')} about={t('recovery.about')} size="whole" onClose={onClose}>
      <div className="versions" onKeyDownCapture={changes.onKeyDownCapture}>
        <ul className="recovered-list scroll" ref={list} aria-label={t('recovery.name')}>
          {recovered.map((each) => (
            <Found
              key={each.id}
              found={each}
              isLooked={each.id === chosen?.id}
              onLook={() => look(each.id)}
              onOpen={() => onOpen(each.id)}
              onDiscard={() => discard(each.id)}
            />
          ))}
        </ul>
        {chosen && (
          <div className="beside">
            <Difference id={chosen.id} asked={asked} problem={problem} changes={changes} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

interface FoundProps {
  found: Recovered
  isLooked: boolean
  onLook: () => void
  onOpen: () => void
  onDiscard: () => void
}

function Found({ found, isLooked, onLook, onOpen, onDiscard }: FoundProps) {
  const { t, dates } = useWords()
  return (
    <li className="recovered" aria-current={isLooked ? 'true' : undefined}>
      <b {...headlineLanguage(found)}>
        <Headline of={found} />
      </b>
      <span className="how">
        <span>
          {t('recovery.at', {
            time: formatDateTime(localInstant(found.at), { ...dates, style: 'day-month' }),
          })}
        </span>
        <WordsChanged inserted={found.inserted} deleted={found.deleted} />
      </span>
      <span className="do">
        <Button look="line" onPress={onOpen}>
          {t('recovery.open')}
        </Button>
        {!isLooked && <Button onPress={onLook}>{t('recovery.look')}</Button>}
        <Button onPress={onDiscard}>{t('recovery.discard')}</Button>
      </span>
    </li>
  )
}
