import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import { Warning } from '@phosphor-icons/react/dist/icons/Warning'
import { useEffect, useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { ExportedFile, FormatInfo, ThemeInfo } from '../../../core/api/files.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button, Dialog, Select } from '../../ui/controls.tsx'
import { FormatChoice } from '../../ui/format-choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { useWords } from '../../ui/words.tsx'

interface ExportDialogProps {
  draft: OpenDraft
  formats: readonly FormatInfo[]
  themes: readonly ThemeInfo[]
  theme: string
  host: HostInfo
  onClose: () => void
  onSaved: (name: string) => void
}

/** Chooses a format, says what it will leave out, and hands the file over. */
export function ExportDialog({
  draft,
  formats,
  themes,
  theme: houseTheme,
  host,
  onClose,
  onSaved,
}: ExportDialogProps) {
  const { t } = useWords()
  const desk = useDesk()
  const [format, setFormat] = useState(formats[0]?.id ?? 'html')
  const [theme, setTheme] = useState(houseTheme)
  const { file, problem } = useExport(draft, format, theme)
  const { language, fields } = draft.details()
  const { headline } = fields
  const [refusal, setRefusal] = useState('')
  const save = async () => {
    if (!file) return
    setRefusal('')
    try {
      if (!(await handOver(file, desk, host))) return
      onSaved(file.name)
      onClose()
    } catch (thrown) {
      setRefusal(errorSentence(t, thrown))
    }
  }
  return (
    <Dialog
      title={t('export.title')}
      about={
        <bdi {...headlineLanguage({ headline, language })}>
          <Headline of={{ headline, language }} />
        </bdi>
      }
      size="wide"
      onClose={onClose}
      foot={
        <>
          <span>{t(host.savesFiles ? 'export.whereAsked' : 'export.where')}</span>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" icon={FileArrowDown} isDisabled={!file} onPress={() => void save()}>
            {t('export.save')}
          </Button>
        </>
      }
    >
      <div className="export-in">
        <FormatChoice formats={formats} value={format} onChange={setFormat} />
        <div className="opts">
          <div className="f">
            <span className="label">{t('export.file')}</span>
            <bdi className="file-name">{file?.name ?? '…'}</bdi>
          </div>
          <div className="f">
            <span className="label">{t('export.theme')}</span>
            <Select
              label={t('export.theme')}
              value={theme}
              onChange={setTheme}
              choices={themes.map(({ id, name }) => ({ value: id, name }))}
            />
          </div>
          <Findings file={file} problem={problem || refusal} />
        </div>
      </div>
    </Dialog>
  )
}

function Findings({ file, problem }: { file: ExportedFile | null; problem: string }) {
  const { t } = useWords()
  if (problem) {
    return (
      <p className="banner danger" role="alert">
        <Icon of={Warning} />
        {problem}
      </p>
    )
  }
  if (!file || file.warnings.length === 0) return null
  return (
    <div className="banner">
      <Icon of={Warning} />
      <ul>
        {file.warnings.map((warning) => (
          <li key={warning.code + warning.message}>{t(`warning.${warning.code}` as MessageKey)}</li>
        ))}
      </ul>
    </div>
  )
}

interface Written {
  /** The format and theme it was written with. */
  asked: string
  file: ExportedFile | null
  problem: string
}

function useExport(draft: OpenDraft, format: string, theme: string) {
  const desk = useDesk()
  const { t } = useWords()
  const asked = `${format} ${theme}`
  const [written, setWritten] = useState<Written>({ asked: '', file: null, problem: '' })
  useEffect(() => {
    let isWanted = true
    const write = async () => {
      // What is exported is what the disk has: the last keys first.
      await draft.flush()
      return desk.call('article.export', { id: draft.details().id, format, theme })
    }
    write().then(
      (file) => isWanted && setWritten({ asked, file, problem: '' }),
      (thrown: unknown) => isWanted && setWritten({ asked, file: null, problem: errorSentence(t, thrown) }),
    )
    return () => {
      isWanted = false
    }
  }, [desk, draft, format, theme, asked, t])
  return written.asked === asked ? written : { file: null, problem: '' }
}
