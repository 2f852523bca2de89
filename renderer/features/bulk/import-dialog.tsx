import type { HostInfo } from '../../../core/api/contract.ts'
import type { ImportReport } from '../../../core/bulk/import-run.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Progress } from './progress.ts'
import { importLines } from './report-lines.ts'
import { ReportButtons } from './report-buttons.tsx'
import { Report } from './report.tsx'
import { RunningDialog } from './running-dialog.tsx'

interface ImportDialogProps {
  progress: Progress<ImportReport>
  host: HostInfo
  onCancel: () => void
  onOpen: (id: string) => void
  onClose: () => void
}

/** Many files that come in: how far, and in the end what became of each. */
export function ImportDialog({ progress, host, onCancel, onOpen, onClose }: ImportDialogProps) {
  const { t } = useWords()
  const { phase, done, total, report } = progress
  const title = t('files.import')
  if (phase !== 'done' || !report) {
    return (
      <RunningDialog
        title={title}
        progress={progress}
        counted={t('files.importing', { done, total })}
        onCancel={onCancel}
        onClose={onClose}
      />
    )
  }
  const lines = importLines(t, report)
  const first = report.articles[0]
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <ReportButtons lines={lines} of="import" host={host} />
          <span className="grow" />
          {first && <Button onPress={() => onOpen(first.id)}>{t('files.openFirst')}</Button>}
          <Button look="primary" onPress={onClose}>
            {t('dialog.done')}
          </Button>
        </>
      }
    >
      <Report lines={lines} />
    </Dialog>
  )
}
