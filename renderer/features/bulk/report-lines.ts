import { DeskError } from '../../../core/api/errors.ts'
import type { ImportReport } from '../../../core/bulk/import-run.ts'
import type { Stopped } from '../../../core/bulk/run.ts'
import { byKind, byWarning } from '../../../core/bulk/told.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { errorSentence } from '../../ui/sentences.ts'
import type { WindowExport } from './run-export.ts'

/** What became of a run, in words: for the screen and for a file. */
export interface ReportLines {
  /** How much is done, and why not all. */
  sentences: string[]
  /** All of it went as it was meant to. */
  isWell: boolean
  /** How many could not be taken. */
  failedCount: number
  /** What could not be taken: by name, and whole kinds without one. */
  failed: ReportLine[]
  /** What is to be looked over. */
  warnings: ReportLine[]
}
export interface ReportLine {
  /** What it is said of: names of files or articles, none where the sentence says it itself. */
  names: readonly string[]
  sentence: string
}

/** The report of files that came in. */
export function importLines(t: Translate, report: ImportReport): ReportLines {
  const { articles, failed, total } = report
  if (total === 0)
    return { sentences: [t('files.nothing')], isWell: true, failedCount: 0, failed: [], warnings: [] }
  const { named, kinds } = byKind(failed)
  return {
    sentences: [t('files.cameIn', { count: articles.length }), ...endOf(t, report)],
    isWell: isWell(report),
    failedCount: failed.length,
    failed: [
      ...named.map(({ source, error }) => ({ names: [source], sentence: sentenceOf(t, error) })),
      ...kinds.map(({ ending, count }) => ({
        names: [],
        sentence: t('files.kind', { count, ending: ending || t('files.noEnding') }),
      })),
    ],
    warnings: warningLines(
      t,
      articles.map(({ source, warnings }) => ({ name: source, warnings })),
    ),
  }
}

/** The report of articles that went out; `nameOf` says what an article is called. */
export function exportLines(t: Translate, report: WindowExport, nameOf: (id: string) => string): ReportLines {
  const { files, failed, place, isOfSeveral, isTried } = report
  const where = place === null ? t('files.lieInZip') : t('files.lieIn', { place })
  // Of several formats it is said which: one carries what another does not.
  const inFormat = (format: string, sentence: string) =>
    isOfSeveral ? `${t(`format.${format}` as MessageKey)}: ${sentence}` : sentence
  return {
    sentences: [
      t(isTried ? 'files.tried' : 'files.written', { count: files.length }),
      ...(files.length > 0 && !isTried ? [where] : []),
      ...endOf(t, report),
    ],
    isWell: isWell(report),
    failedCount: failed.length,
    failed: failed.map(({ id, format, error }) => ({
      names: [nameOf(id)],
      sentence: inFormat(format, sentenceOf(t, error)),
    })),
    warnings: byFormat(files).flatMap(([format, own]) =>
      warningLines(t, own).map(({ names, sentence }) => ({ names, sentence: inFormat(format, sentence) })),
    ),
  }
}

/** In the order in which the formats were written first. */
function byFormat<F extends { format: string }>(files: readonly F[]): [string, F[]][] {
  const found = new Map<string, F[]>()
  for (const file of files) {
    const own = found.get(file.format)
    if (own) own.push(file)
    else found.set(file.format, [file])
  }
  return [...found]
}

/** The report as a text, one line for each name. */
export function reportText(t: Translate, { sentences, failedCount, failed, warnings }: ReportLines): string {
  const lines = [
    ...sentences,
    ...(failed.length > 0 ? ['', t('files.failed', { count: failedCount })] : []),
    ...failed.map(lineOf),
    ...(warnings.length > 0 ? ['', t('files.look')] : []),
    ...warnings.map(lineOf),
  ]
  return `${lines.join('\n')}\n`
}

// Each name isolated (FSI…PDI, UAX #9): Latin file names must not reorder an Arabic line.
const lineOf = ({ names, sentence }: ReportLine): string =>
  [sentence, ...names.map((name) => `\t\u2068${name}\u2069`)].join('\n')

function endOf(
  t: Translate,
  { stopped, total, done }: { stopped: Stopped | null; total: number; done: number },
) {
  if (!stopped) return []
  const count = total - done
  if (stopped.kind === 'cancelled') return count > 0 ? [t('files.left', { count })] : []
  return [t('files.broke', { count, reason: sentenceOf(t, stopped.error) })]
}

const isWell = ({ failed, stopped }: { failed: readonly unknown[]; stopped: Stopped | null }) =>
  failed.length === 0 && stopped === null

const warningLines = (t: Translate, rows: Parameters<typeof byWarning>[0]): ReportLine[] =>
  byWarning(rows).map(({ code, of }) => ({ names: of, sentence: t(`warning.${code}` as MessageKey) }))

const sentenceOf = (
  t: Translate,
  {
    code,
    message,
    details,
  }: { code: DeskError['code']; message: string; details?: DeskError['details'] | undefined },
) => errorSentence(t, new DeskError(code, message, details))
