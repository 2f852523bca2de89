import { exportRowIds, type ExportRowId } from './export/export-rows.ts'
import { countsOf, rowsOf, wordsOf } from './read-options.ts'

/** What one run of the export measures. */
export interface ExportPlan {
  wordCounts: number[]
  rounds: number
  /** How long each row works in a round. */
  ms: number
  rows: readonly ExportRowId[]
  /** The story's HTML beside what others make of it, all formats beside pandoc, or both. */
  parts: readonly Part[]
}
const parts = ['story', 'formats'] as const
type Part = (typeof parts)[number]

export const exportHelp = `npm run bench -- export [options]: articles a second from the stored story to HTML, and to every format

  --words LIST  sizes of the articles (400,5000)
  --rounds N    how often each is measured (5)
  --ms MS       how long each works in a round (700)
  --rows LIST   of ${exportRowIds.join(',')} (all)
  --parts LIST  of ${parts.join(',')} (both)
  --quick       400 words, 1 round of 200 ms: a first look, no result
`

/** Reads the words after `export`. @throws TypeError for what they may not be; undefined when help is wished */
export function readExportPlan(args: readonly string[]): ExportPlan | undefined {
  const values = wordsOf(args, ['words', 'rounds', 'ms', 'rows', 'parts'])
  if (values.help) return undefined
  const isQuick = values.quick
  const [rounds = 0] = countsOf('rounds', values.rounds ?? (isQuick ? '1' : '5'))
  const [ms = 0] = countsOf('ms', values.ms ?? (isQuick ? '200' : '700'))
  return {
    wordCounts: countsOf('words', values.words ?? (isQuick ? '400' : '400,5000')),
    rounds,
    ms,
    rows: rowsOf(values.rows, exportRowIds),
    parts: rowsOf(values.parts, parts),
  }
}
