import { useEffect } from 'react'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { formatDateTime } from '../../core/language/dates.ts'
import { Button } from '../ui/controls.tsx'
import { localInstant } from '../ui/instants.ts'
import { errorSentence } from '../ui/sentences.ts'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow } from './desk-window.ts'
import type { Told } from './window-state.ts'

const shownMs = 8000

/** Told in passing, with Undo where something was moved. */
export function Toast({ told, desk, onClose }: { told: Told; desk: DeskWindow; onClose: () => void }) {
  const { t, dates } = useWords()
  useEffect(() => {
    const timer = window.setTimeout(onClose, shownMs)
    return () => window.clearTimeout(timer)
  }, [onClose])
  const undo = undoOf(told, desk)
  const sentence = {
    trashed: () => t('toast.trashed'),
    imported: () =>
      [
        t('toast.imported', { count: told.count ?? 0 }),
        ...(told.warnings ?? []).map((code) => t(`warning.${code}` as MessageKey)),
      ].join(' '),
    restored: () =>
      t('toast.restored', {
        time: formatDateTime(localInstant(told.at ?? ''), { ...dates, style: 'day-month' }),
      }),
    kept: () => t('toast.kept'),
    'kept-already': () => t('toast.keptAlready'),
    discarded: () => t('toast.discarded'),
    error: () => (typeof told.error === 'string' ? told.error : errorSentence(t, told.error)),
    'not-saved': () => t('toast.notSaved', { reason: errorSentence(t, told.error) }),
  }[told.kind]()
  return (
    <div className="toast" role={told.kind === 'error' || told.kind === 'not-saved' ? 'alert' : 'note'}>
      <span>{sentence}</span>
      {undo && (
        <Button
          onPress={() => {
            undo()
            onClose()
          }}
        >
          {t('toast.undo')}
        </Button>
      )}
    </div>
  )
}

function undoOf({ kind, id, before }: Told, desk: DeskWindow): (() => void) | null {
  if (id === undefined) return null
  if (kind === 'trashed') return () => void desk.restore(id)
  return kind === 'restored' && before !== undefined ? () => void desk.undoRestore(id, before) : null
}
