import { resolve } from 'node:path'
import { runExport, type ExportReport, type Written } from '../../core/bulk/export-run.ts'
import { formats } from '../../core/export/registry.ts'
import { exportPlace } from '../node/export-place.ts'
import { command, UsageError, type Outcome } from './command.ts'
import { listenForStop } from './stop-signal.ts'
import { leftOver } from './stopped-run.ts'

interface WrittenFile extends Written {
  format: string
  /** Absolute. */
  path: string
}

/** `midad export`: files for a site, an agency or a colleague. One article that fails never stops the others. */
export const exportArticles = command({
  name: 'export',
  words: '[ID…]',
  wordCount: [0, Infinity],
  summary: 'write articles in a format, never over a file unless asked',
  options: {
    all: { kind: 'flag', summary: 'every article instead of named ones' },
    format: {
      kind: 'choice',
      value: 'FORMAT',
      choices: formats.map(({ id }) => id),
      summary: 'the format, html if not given',
    },
    out: {
      kind: 'text',
      value: 'DIR',
      summary: 'the folder to write in, made if it is missing (else this one)',
    },
    overwrite: { kind: 'flag', summary: 'replace files that are there, instead of writing NAME-2' },
  },
  about: 'Ctrl+C finishes the article at hand and tells what is written; pressed twice it ends at once.',
  async run({ words, options, withDesk, progress }) {
    if (options.all === words.length > 0) throw new UsageError('export takes either ids or --all')
    const format = options.format ?? 'html'
    const stop = listenForStop()
    try {
      const place = await exportPlace(resolve(options.out ?? '.'), options.overwrite)
      const report = await withDesk('read', async (call) => {
        const ids = options.all ? (await call('article.list', {})).articles.map(({ id }) => id) : words
        const write = async (id: string): Promise<WrittenFile> => {
          const file = await call('article.export', { id, format })
          const { path, bytes } = await place.write(file)
          return { format, path, bytes, warnings: file.warnings }
        }
        const onProgress = (_report: unknown, ...at: Parameters<typeof progress>) => progress(...at)
        return runExport({ ids, write, signal: stop.signal, onProgress })
      })
      return outcomeOf(report)
    } finally {
      stop.end()
    }
  },
})

function outcomeOf(report: ExportReport<WrittenFile>): Outcome {
  const { files, failed } = report
  const rest = leftOver(report)
  const [first] = failed
  const failures = first
    ? [`${failed.length} of ${report.done} could not be exported: ${first.id}: ${first.error.message}`]
    : []
  return {
    json: {
      files,
      failed: failed.map(({ id, error: { code, message } }) => ({ id, code, message })),
      ...rest?.json,
    },
    lines: files.flatMap(({ path, warnings }) => [path, ...warnings.map(({ message }) => `\t${message}`)]),
    failure: [...(rest ? [rest.sentence] : []), ...failures].join('; ') || undefined,
  }
}
