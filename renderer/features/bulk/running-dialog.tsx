import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Progress } from './progress.ts'
import { Running } from './running.tsx'

interface RunningDialogProps {
  title: string
  progress: Progress<unknown>
  /** So many of so many. */
  counted: string
  /** Stops after the one at hand. */
  onCancel: () => void
  /** The run goes on. */
  onClose: () => void
}

/** A run of many files, in or out, that is under way. */
export function RunningDialog({ title, progress, counted, onCancel, onClose }: RunningDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button isDisabled={progress.phase === 'stopping'} onPress={onCancel}>
            {t('dialog.cancel')}
          </Button>
          <Button look="line" onPress={onClose}>
            {t('dialog.close')}
          </Button>
        </>
      }
    >
      <Running progress={progress} counted={counted} name={title} />
    </Dialog>
  )
}
