import { useEffect, useId, useRef, useState } from 'react'
import type { ComparedTexts } from '../../../core/api/versions.ts'
import { Button } from '../../ui/controls.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

interface RestoreAskProps {
  /** From the version to the present text: what restoring takes back. */
  compared: ComparedTexts
  restore: () => Promise<void>
  onCancel: () => void
}

/** Says what restoring changes, and asks. */
export function RestoreAsk({ compared, restore, onCancel }: RestoreAskProps) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const about = useId()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  useEffect(() => place.current?.querySelector<HTMLElement>('.primary')?.focus(), [])
  const go = () => {
    setBusy(true)
    restore().catch((thrown: unknown) => {
      setBusy(false)
      setProblem(errorSentence(t, thrown))
    })
  }
  const isFormAlone = compared.deleted + compared.inserted + compared.fields.length === 0
  const sentences = [
    t('restore.back', { count: compared.deleted }),
    t('restore.go', { count: compared.inserted }),
    t('restore.fields', { count: compared.fields.length }),
    ...(isFormAlone ? [t('restore.form')] : []),
    t('restore.kept'),
  ]
  return (
    // Escape leaves the question, and not the dialog that it stands in.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="restore-ask"
      role="alertdialog"
      aria-label={t('restore.ask')}
      aria-describedby={about}
      tabIndex={-1}
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <p id={about} className="grow">
        <b>{t('restore.ask')}</b> {sentences.join(' ')}
        {problem && (
          <span role="alert" className="problem">
            {problem}
          </span>
        )}
      </p>
      <Button onPress={onCancel}>{t('dialog.cancel')}</Button>
      <Button look="primary" isDisabled={isBusy} onPress={go}>
        {t('trash.restore')}
      </Button>
    </div>
  )
}
