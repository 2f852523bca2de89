import { useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { reportText, type ReportLines } from './report-lines.ts'

interface ReportButtonsProps {
  lines: ReportLines
  /** What it is the report of: in the name of the saved file. */
  of: 'import' | 'export'
  host: HostInfo
}

/** Takes the report along, as a text. */
export function ReportButtons({ lines, of, host }: ReportButtonsProps) {
  const { t } = useWords()
  const desk = useDesk()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(reportText(t, lines))
    setCopied(true)
  }
  const save = async () => {
    const bytes = new TextEncoder().encode(reportText(t, lines))
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    const day = new Date().toISOString().slice(0, 10)
    await handOver({ name: `midad-${of}-${day}.txt`, mime: 'text/plain', base64, warnings: [] }, desk, host)
  }
  return (
    <>
      <Button onPress={() => void copy().catch(() => undefined)}>
        {t(isCopied ? 'files.copied' : 'files.copyReport')}
      </Button>
      <Button onPress={() => void save().catch(() => undefined)}>{t('files.saveReport')}</Button>
    </>
  )
}
