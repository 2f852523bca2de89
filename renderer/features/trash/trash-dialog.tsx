import { ArrowUUpLeft } from '@phosphor-icons/react/dist/icons/ArrowUUpLeft'
import { useEffect, useState } from 'react'
import type { TrashedArticle } from '../../../core/api/versions.ts'
import { formatDateTime } from '../../../core/language/dates.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { Button, Dialog } from '../../ui/controls.tsx'
import { localInstant } from '../../ui/instants.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import './trash.css'

interface TrashDialogProps {
  isReadOnly: boolean
  onRestored: (id: string) => void
  onClose: () => void
}

/** What was moved to the trash and when, and the way back. */
export function TrashDialog({ isReadOnly, onRestored, onClose }: TrashDialogProps) {
  const { t, dates } = useWords()
  const desk = useDesk()
  const [trashed, setTrashed] = useState<TrashedArticle[] | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    desk.call('trash.list', {}).then(
      ({ articles }) => setTrashed(articles),
      (thrown: unknown) => setProblem(errorSentence(t, thrown)),
    )
  }, [desk, t])
  const restore = async (id: string) => {
    try {
      await desk.call('trash.restore', { id })
      setTrashed((before) => before?.filter(({ row }) => row.id !== id) ?? null)
      onRestored(id)
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
    }
  }
  return (
    <Dialog title={t('trash.name')} onClose={onClose}>
      {problem && (
        <p role="alert" className="banner danger">
          {problem}
        </p>
      )}
      {trashed?.length === 0 && (
        <div className="trash-empty">
          <p>{t('trash.empty')}</p>
          <p>{t('trash.emptyNext')}</p>
        </div>
      )}
      <ul className="trash-list">
        {trashed?.map(({ row, trashedAt }) => (
          <li key={row.id}>
            <span className="grow">
              <b lang={languageOf(row.language).tag} dir={languageOf(row.language).direction}>
                {row.headline || t('article.untitled')}
              </b>
              <small>
                {t('trash.since', {
                  time: formatDateTime(localInstant(trashedAt), { ...dates, style: 'long' }),
                })}
              </small>
            </span>
            <Button icon={ArrowUUpLeft} isDisabled={isReadOnly} onPress={() => void restore(row.id)}>
              {t('trash.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
