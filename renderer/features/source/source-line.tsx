import { Translate } from '@phosphor-icons/react/dist/icons/Translate'
import { useState } from 'react'
import type { DeskError } from '../../../core/api/errors.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import { useSource } from './use-source.ts'

interface SourceLineProps {
  id: string
  sourceId: string
  isReadOnly: boolean
  /** It stands beside the sheet already. */
  isShown: boolean
  onLook: () => void
}

/** Above a translation: its source says something else by now, lies in the trash, or is not there. Nothing where all is well. */
export function SourceLine({ id, sourceId, isReadOnly, isShown, onLook }: SourceLineProps) {
  const { t } = useWords()
  const desk = useDesk()
  const source = useSource(id, sourceId, false)
  const [problem, setProblem] = useState('')
  if (!source || source.state === 'same') return null
  const note = async () => {
    try {
      await desk.call('article.noteSource', { id, revision: source.revision })
      setProblem('')
    } catch (thrown) {
      setProblem(
        (thrown as DeskError).code === 'stale-revision' ? t('source.again') : errorSentence(t, thrown),
      )
    }
  }
  const canLook = source.state === 'changed' || source.state === 'trashed'
  return (
    <div className="banner" role="note" aria-live="polite">
      <Icon of={Translate} />
      <span className="grow">{problem || t(`source.${source.state}`)}</span>
      {canLook && !isShown && (
        <Button look="line" onPress={onLook}>
          {t('source.look')}
        </Button>
      )}
      {source.state === 'changed' && !isReadOnly && (
        <Button look="line" onPress={() => void note()}>
          {t('source.note')}
        </Button>
      )}
    </div>
  )
}
