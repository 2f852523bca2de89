import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import { useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { FormatInfo, ThemeInfo } from '../../../core/api/files.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { ExportTarget } from '../../../core/model/export-target.ts'
import { useTargetFolder } from '../../desk/target-folder.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useExportChoice, type Choosing } from '../../ui/export-choice.ts'
import { ExportTargets, RememberTarget } from '../../ui/export-targets.tsx'
import { Problem } from '../../ui/findings.tsx'
import { FormatChoice } from '../../ui/format-choice.tsx'
import { FormatOptions } from '../../ui/format-options.tsx'
import { Switch } from '../../ui/switch.tsx'
import { PathText } from '../../ui/path-text.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import type { Progress } from './progress.ts'
import { exportLines } from './report-lines.ts'
import { ReportButtons } from './report-buttons.tsx'
import { Report } from './report.tsx'
import type { WindowChoice, WindowExport } from './run-export.ts'
import { RunningDialog } from './running-dialog.tsx'

interface ExportManyProps {
  /** Null until it has begun. */
  progress: Progress<WindowExport> | null
  /** How many articles are chosen. */
  count: number
  formats: readonly FormatInfo[]
  themes: readonly ThemeInfo[]
  theme: string
  targets: readonly ExportTarget[]
  host: HostInfo
  /** What an article is called. */
  nameOf: (id: string) => string
  onTargets: (targets: ExportTarget[]) => void
  onStart: (choice: WindowChoice) => Promise<void>
  /** Only looks what each format would not carry. */
  onTry: (choice: WindowChoice) => Promise<void>
  onCancel: () => void
  /** From what was looked at to what is chosen. */
  onBack: () => void
  onClose: () => void
}

/** Many articles that go out: in which formats, how far, and in the end what became of each. */
export function ExportManyDialog(props: ExportManyProps) {
  const { progress, formats, host, nameOf, onCancel, onBack, onClose } = props
  const { t } = useWords()
  // Here, so that it is there again after a look.
  const choosing = useExportChoice(formats)
  const title = t('files.export')
  if (!progress) return <Choice title={title} choosing={choosing} {...props} />
  const { phase, done, total, report } = progress
  if (phase !== 'done' || !report) {
    const counted = report?.isOfSeveral ? 'files.importing' : 'files.exporting'
    return (
      <RunningDialog
        title={title}
        progress={{ ...progress, name: progress.name && nameOf(progress.name) }}
        counted={t(counted, { done, total })}
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
          <Button look="primary" onPress={report.isTried ? onBack : onClose}>
            {t(report.isTried ? 'files.goOn' : 'dialog.done')}
          </Button>
        </>
      }
    >
      <Report lines={lines} />
    </Dialog>
  )
}

interface ChoiceProps extends ExportManyProps {
  title: string
  choosing: Choosing
}

function Choice({ title, choosing, ...props }: ChoiceProps) {
  const { count, formats, targets, host, onTargets, onStart, onTry, onClose } = props
  const { t } = useWords()
  const [problem, setProblem] = useState('')
  const { choice, isSeveral, target } = choosing
  const go = (does: (choice: WindowChoice) => Promise<void>) => () => {
    setProblem('')
    does({ ...choice, formats: choosing.formats, target }).catch((thrown: unknown) =>
      setProblem(errorSentence(t, thrown)),
    )
  }
  const isNothing = count === 0 || choice.formats.length === 0
  const remembering = { targets, choosing, onChange: onTargets }
  return (
    <Dialog
      title={title}
      about={t('files.articles', { count })}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Where host={host} choosing={choosing} />
          <Button isDisabled={isNothing} onPress={go(onTry)}>
            {t('files.tryFirst')}
          </Button>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" icon={FileArrowDown} isDisabled={isNothing} onPress={go(onStart)}>
            {t('export.name')}
          </Button>
        </>
      }
    >
      <ExportTargets {...remembering} />
      <div className="export-in">
        <FormatChoice
          formats={formats}
          chosen={choice.formats}
          isSeveral={isSeveral}
          onChoose={choosing.choose}
          onSeveral={choosing.chooseSeveral}
        />
        <div className="opts">
          <Options choosing={choosing} {...props} />
          {host.savesFiles && (
            <Switch isOn={choosing.isZip} onChange={choosing.setZip}>
              {t('export.inZip')}
            </Switch>
          )}
          <Problem sentence={problem} />
          <RememberTarget {...remembering} />
        </div>
      </div>
    </Dialog>
  )
}

function Options({ choosing, themes, theme }: Pick<ChoiceProps, 'choosing' | 'themes' | 'theme'>) {
  const { t } = useWords()
  if (choosing.formats.length === 0) return <p className="hint">{t('export.chooseOne')}</p>
  return choosing.formats.map((format) => {
    const name = t(`format.${format.id}` as MessageKey)
    return (
      <section key={format.id} className="sent" aria-label={name}>
        {choosing.isSeveral && <h3>{name}</h3>}
        <FormatOptions
          format={format}
          values={choosing.optionsOf(format.id)}
          themes={themes}
          houseTheme={theme}
          onChange={(id, value) => choosing.setOption(format.id, id, value)}
        />
      </section>
    )
  })
}

/** Where the files will lie. */
function Where({ host, choosing }: { host: HostInfo; choosing: Choosing }) {
  const { t } = useWords()
  const folder = useTargetFolder(choosing.target)
  if (folder !== undefined) return <PathText path={folder} />
  const downloaded = choosing.isInFolder ? 'files.whereFolderZip' : 'files.whereZip'
  return <span>{t(host.savesFiles ? 'files.whereFolder' : downloaded)}</span>
}
