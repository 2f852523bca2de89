import { useEffect, useRef, useState } from 'react'
import type { TrashedArticle } from '../../../core/api/versions.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { DeleteConfirm } from './delete-confirm.tsx'
import { TrashedRow } from './trashed-row.tsx'
import { useTrash, type Trash } from './use-trash.ts'
import './trash.css'

/** Days that an article lies in the trash (`TrashedArticle.leavesAt`). */
const staysDays = 30

interface TrashDialogProps {
  isReadOnly: boolean
  onRestored: (id: string) => void
  onClose: () => void
}

/** What was moved to the trash, when and where, the way back, and the way out for good. */
export function TrashDialog({ isReadOnly, onRestored, onClose }: TrashDialogProps) {
  const { t } = useWords()
  const trash = useTrash(onRestored)
  const [asked, setAsked] = useState<readonly TrashedArticle[]>([])
  const list = useRef<HTMLUListElement>(null)
  const keepFocus = useFocusKept(list, trash)
  const isHeld = isReadOnly || trash.isBusy
  const articles = trash.articles ?? []
  return (
    <Dialog
      title={t('trash.name')}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <span>{t('trash.about', { days: staysDays })}</span>
          {articles.length > 0 && (
            <Button isDisabled={isHeld} onPress={() => setAsked(articles)}>
              {t('trash.removeAll')}
            </Button>
          )}
          <Button look="primary" onPress={onClose}>
            {t('dialog.done')}
          </Button>
        </>
      }
    >
      {trash.problem && (
        <p role="alert" className="banner danger">
          {trash.problem}
        </p>
      )}
      <p role="status" className="visually-hidden">
        {trash.done}
      </p>
      {trash.articles?.length === 0 && (
        <div className="trash-empty">
          <p>{t('trash.empty')}</p>
          <p>{t('trash.emptyNext')}</p>
        </div>
      )}
      <ul className="trash-list" ref={list} aria-label={t('trash.name')} hidden={articles.length === 0}>
        {articles.map((article, at) => (
          <TrashedRow
            key={article.row.id}
            article={article}
            isHeld={isHeld}
            onRestore={() => {
              keepFocus(at)
              void trash.restore(article)
            }}
            onRemove={() => setAsked([article])}
          />
        ))}
      </ul>
      {asked.length > 0 && (
        <DeleteConfirm
          articles={asked}
          onConfirm={() => {
            keepFocus(articles.findIndex(({ row }) => row.id === asked[0]?.row.id))
            void trash.remove(asked.map(({ row }) => row.id))
          }}
          onClose={() => setAsked([])}
        />
      )}
    </Dialog>
  )
}

/** The row that the focus was in goes: it moves to the one in its place, or to what closes the dialog. */
function useFocusKept(
  list: React.RefObject<HTMLUListElement | null>,
  { articles, isBusy }: Pick<Trash, 'articles' | 'isBusy'>,
): (at: number) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    // The list may have followed already; its buttons take the focus when all is done.
    if (wanted.current === null || isBusy) return undefined
    const rows = list.current?.querySelectorAll('li') ?? []
    const row = rows[Math.min(wanted.current, (articles?.length ?? 0) - 1)]
    const target = row ?? list.current?.closest('[role=dialog]')?.querySelector('footer')
    wanted.current = null
    // After the confirmation has given the focus back to what is no longer there.
    const frame = requestAnimationFrame(() =>
      target?.querySelector<HTMLElement>('button:last-of-type')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [list, articles, isBusy])
  return (at) => {
    wanted.current = Math.max(0, at)
  }
}
