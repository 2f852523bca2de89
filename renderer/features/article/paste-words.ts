import type { Translate } from '../../../core/i18n/translate.ts'
import { pasteDeeds, type PasteReport } from '../../editor/paste/paste-report.ts'

function beginning(t: Translate, { manner, source }: PasteReport): string {
  if (manner === 'original') return t('paste.asItCame')
  if (manner === 'words') return t('paste.asWords')
  return t(`paste.from.${source ?? 'other'}`)
}

/** What a paste was and what was cleaned, in one line: "Pasted from Word: 3 lists, 2 footnotes". `comma` parts the deeds. */
export function pasteSentence(t: Translate, report: PasteReport, comma: string): string {
  const deeds = pasteDeeds.flatMap((deed) => {
    const count = report.counts[deed] ?? 0
    return count > 0 ? [t(`paste.deed.${deed}`, { count })] : []
  })
  const from = beginning(t, report)
  return deeds.length > 0 ? t('paste.said', { from, deeds: deeds.join(comma) }) : from
}
