import { useEffect } from 'react'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { Button } from '../ui/controls.tsx'
import { errorSentence } from '../ui/sentences.ts'
import { useWords } from '../ui/words.tsx'
import type { DeskWindow, Told } from './desk-window.ts'

const shownMs = 8000

/** Told in passing, with Undo where something was moved. */
export function Toast({ told, desk, onClose }: { told: Told; desk: DeskWindow; onClose: () => void }) {
  const { t } = useWords()
  useEffect(() => {
    const timer = window.setTimeout(onClose, shownMs)
    return () => window.clearTimeout(timer)
  }, [onClose])
  const sentence = {
    trashed: () => t('toast.trashed'),
    imported: () =>
      [
        t('toast.imported', { count: told.count ?? 0 }),
        ...(told.warnings ?? []).map((code) => t(`warning.${code}` as MessageKey)),
      ].join(' '),
    error: () => (typeof told.error === 'string' ? told.error : errorSentence(t, told.error)),
    'not-saved': () => t('toast.notSaved', { reason: errorSentence(t, told.error) }),
  }[told.kind]()
  return (
    <div className="toast" role={told.kind === 'error' || told.kind === 'not-saved' ? 'alert' : 'note'}>
      <span>{sentence}</span>
      {told.kind === 'trashed' && told.id && (
        <Button
          onPress={() => {
            void desk.restore(told.id ?? '')
            onClose()
          }}
        >
          {t('toast.undo')}
        </Button>
      )}
    </div>
  )
}
