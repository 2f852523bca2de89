import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import { useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { ExportedFile, FormatInfo, ThemeInfo } from '../../../core/api/files.ts'
import type { ExportChoice, ExportTarget } from '../../../core/model/export-target.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { useTargetFolder } from '../../desk/target-folder.ts'
import { handOver } from '../../desk/hand-over.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { useExportChoice } from '../../ui/export-choice.ts'
import { ExportTargets, RememberTarget } from '../../ui/export-targets.tsx'
import { FileName } from '../../ui/file-name.tsx'
import { Findings, Problem } from '../../ui/findings.tsx'
import { FormatChoice } from '../../ui/format-choice.tsx'
import { FormatOptions } from '../../ui/format-options.tsx'
import { PathText } from '../../ui/path-text.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import { SeveralFiles } from './several-files.tsx'
import { useExport } from './use-export.ts'

/** The chosen formats in their order, and the destination whose folder they go to. */
interface SendChoice extends Omit<ExportChoice, 'formats'> {
  formats: readonly FormatInfo[]
  target: string | undefined
}
interface ExportDialogProps {
  draft: OpenDraft
  formats: readonly FormatInfo[]
  themes: readonly ThemeInfo[]
  theme: string
  targets: readonly ExportTarget[]
  host: HostInfo
  onTargets: (targets: ExportTarget[]) => void
  /** Writes the article in several formats, where its user says. @throws DeskError */
  onSend: (choice: SendChoice) => Promise<void>
  onClose: () => void
  onSaved: (name: string) => void
}

const hasBytes = (file: ReturnType<typeof useExport>['file']): file is ExportedFile =>
  file?.base64 !== undefined

/** Chooses a format, or several, says what each will leave out, and hands the files over. */
export function ExportDialog({ draft, formats, themes, theme, targets, host, ...on }: ExportDialogProps) {
  const { t } = useWords()
  const desk = useDesk()
  const choosing = useExportChoice(formats)
  const { choice, isSeveral, isInFolder, target } = choosing
  const [one] = choosing.formats
  const { file, problem } = useExport(
    draft,
    isSeveral ? undefined : one?.id,
    choosing.optionsOf(one?.id ?? ''),
    isInFolder,
  )
  const { language, fields } = draft.details()
  const { headline } = fields
  const [refusal, setRefusal] = useState('')
  // Several files, or a folder of them, are written by the host.
  const isOfHost = isSeveral || isInFolder
  const folder = useTargetFolder(isOfHost ? target : undefined)
  const saveOne = async () => {
    if (!hasBytes(file) || !(await handOver(file, desk, host))) return
    on.onSaved(file.name)
    on.onClose()
  }
  const save = () => {
    setRefusal('')
    const saving = isOfHost ? on.onSend({ ...choice, formats: choosing.formats, target }) : saveOne()
    saving.catch((thrown: unknown) => setRefusal(errorSentence(t, thrown)))
  }
  const asked = isOfHost ? 'files.whereFolder' : 'export.whereAsked'
  const downloaded = isInFolder ? 'files.whereFolderZip' : isSeveral ? 'files.whereZip' : 'export.where'
  const remembering = { targets, choosing, onChange: on.onTargets }
  const isReady = isSeveral ? choice.formats.length > 0 : file !== null
  return (
    <Dialog
      title={t('export.title')}
      about={
        <bdi {...headlineLanguage({ headline, language })}>
          <Headline of={{ headline, language }} />
        </bdi>
      }
      size="wide"
      onClose={on.onClose}
      foot={
        <>
          {folder ? <PathText path={folder} /> : <span>{t(host.savesFiles ? asked : downloaded)}</span>}
          <Button onPress={on.onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" icon={FileArrowDown} isDisabled={!isReady} onPress={save}>
            {t(isSeveral ? 'export.saveAll' : 'export.save')}
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
          {isSeveral ? (
            <SeveralFiles draft={draft} choosing={choosing} themes={themes} houseTheme={theme} />
          ) : (
            <>
              <div className="f">
                <span className="label">{t('export.file')}</span>
                <FileName name={file?.name} />
              </div>
              {one && (
                <FormatOptions
                  format={one}
                  values={choosing.optionsOf(one.id)}
                  themes={themes}
                  houseTheme={theme}
                  onChange={(id, value) => choosing.setOption(one.id, id, value)}
                />
              )}
              <Findings warnings={file?.warnings ?? []} />
            </>
          )}
          {isSeveral && host.savesFiles && (
            <Switch isOn={choosing.isZip} onChange={choosing.setZip}>
              {t('export.inZip')}
            </Switch>
          )}
          <Problem sentence={problem || refusal} />
          <RememberTarget {...remembering} />
        </div>
      </div>
    </Dialog>
  )
}
