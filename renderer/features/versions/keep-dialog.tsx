import { useId, useState } from 'react'
import type { OpenDraft } from '../../desk/draft.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { Button, Dialog } from '../../ui/controls.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import './keep-version.css'

const longestLabel = 200

interface KeepDialogProps {
  draft: OpenDraft
  /** Told whether a version was made; none is where the newest says the same and no name was given. */
  onKept: (isNew: boolean) => void
  onClose: () => void
}

/** Keeps the text as it stands as a version, with a name to find it by. */
export function KeepDialog({ draft, onKept, onClose }: KeepDialogProps) {
  const { t } = useWords()
  const desk = useDesk()
  const [label, setLabel] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const about = useId()
  const keep = async () => {
    // Pressed twice, it would be kept twice: one with a name always is.
    if (isBusy) return
    setBusy(true)
    try {
      const named = label.trim() ? { label: label.trim() } : {}
      const kept = await desk.call('versions.keep', { ...draft.draft(), reason: 'named', ...named })
      onKept(kept !== null)
      onClose()
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('keep.name')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isBusy={isBusy} onPress={() => void keep()}>
            {t('keep.do')}
          </Button>
        </>
      }
    >
      <form
        className="keep-version"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <label>
          <span>{t('keep.label')}</span>
          <span className="control">
            {/* The dialog is about this field alone. */}
            <input
              autoFocus
              dir="auto"
              maxLength={longestLabel}
              value={label}
              aria-describedby={about}
              onChange={(event) => setLabel(event.target.value)}
            />
          </span>
        </label>
        <p id={about}>{t('keep.about')}</p>
        {problem && (
          <p role="alert" className="banner danger">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  )
}
