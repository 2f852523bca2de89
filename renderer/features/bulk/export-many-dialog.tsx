import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { FormatInfo, ThemeInfo } from '../../../core/api/files.ts'
import { Button, Dialog, Select } from '../../ui/controls.tsx'
import { FormatChoice } from '../../ui/format-choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import type { Progress } from './progress.ts'
import { exportLines } from './report-lines.ts'
import { ReportButtons } from './report-buttons.tsx'
import { Report } from './report.tsx'
import type { WindowExport } from './run-export.ts'
import { RunningDialog } from './running-dialog.tsx'

interface ExportManyProps {
  /** Null until it has begun. */
  progress: Progress<WindowExport> | null
  /** How many articles are chosen. */
  count: number
  formats: readonly FormatInfo[]
  themes: readonly ThemeInfo[]
  theme: string
  host: HostInfo
  /** What an article is called. */
  nameOf: (id: string) => string
  onStart: (format: string, theme: string) => Promise<void>
  onCancel: () => void
  onClose: () => void
}

/** Many articles that go out: in which format, how far, and in the end what became of each. */
export function ExportManyDialog({ progress, host, nameOf, onCancel, onClose, ...choice }: ExportManyProps) {
  const { t } = useWords()
  const title = t('files.export')
  if (!progress) return <Choice title={title} host={host} onClose={onClose} {...choice} />
  const { phase, done, total, report } = progress
  if (phase !== 'done' || !report) {
    return (
      <RunningDialog
        title={title}
        progress={{ ...progress, name: progress.name && nameOf(progress.name) }}
        counted={t('files.exporting', { done, total })}
        onCancel={onCancel}
        onClose={onClose}
      />
    )
  }
  const lines = exportLines(t, report, nameOf)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <ReportButtons lines={lines} of="export" host={host} />
          <span className="grow" />
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

type ChoiceProps = Pick<
  ExportManyProps,
  'count' | 'formats' | 'themes' | 'theme' | 'host' | 'onStart' | 'onClose'
>

function Choice({
  title,
  count,
  formats,
  themes,
  theme: houseTheme,
  host,
  onStart,
  onClose,
}: ChoiceProps & { title: string }) {
  const { t } = useWords()
  const [format, setFormat] = useState(formats[0]?.id ?? 'html')
  const [theme, setTheme] = useState(houseTheme)
  const [problem, setProblem] = useState('')
  const start = () => {
    setProblem('')
    onStart(format, theme).catch((thrown: unknown) => setProblem(errorSentence(t, thrown)))
  }
  return (
    <Dialog
      title={title}
      about={t('files.articles', { count })}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <span>{t(host.savesFiles ? 'files.whereFolder' : 'files.whereZip')}</span>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" icon={FileArrowDown} isDisabled={count === 0} onPress={start}>
            {t('export.name')}
          </Button>
        </>
      }
    >
      <div className="export-in">
        <FormatChoice formats={formats} value={format} onChange={setFormat} />
        <div className="opts">
          <div className="f">
            <span className="label">{t('export.theme')}</span>
            <Select
              label={t('export.theme')}
              value={theme}
              onChange={setTheme}
              choices={themes.map(({ id, name }) => ({ value: id, name }))}
            />
          </div>
          {problem && (
            <p className="banner danger" role="alert">
              <Icon of={Warning} />
              {problem}
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}
