import { resolve } from 'node:path'
import { runExport, type ExportReport, type Written } from '../../core/bulk/export-run.ts'
import type { WriteFile } from '../../core/desk/exporting.ts'
import { isNamePattern } from '../../core/export/file-name.ts'
import { holdsMany } from '../../core/export/format-info.ts'
import { formats } from '../../core/export/registry.ts'
import { exportPlace, zipIn, zipPlace, type ExportPlace } from '../node/export-place.ts'
import { articlesAtOnce } from '../node/export-thread.ts'
import { command, UsageError, type Call, type Outcome } from './command.ts'
import { exportWish, optionLines, type ExportWish } from './export-wish.ts'
import { listenForStop } from './stop-signal.ts'
import { leftOver } from './stopped-run.ts'

interface WrittenFile extends Written {
  /** Absolute; of a file in a zip the zip's path with its name behind. */
  path: string
}

/** `midad export`: files for a site, an agency or a colleague. One article that fails never stops the others. */
export const exportArticles = command({
  name: 'export',
  words: '[ID…]',
  wordCount: [0, Infinity],
  summary: 'write articles in one or several formats, never over a file unless asked',
  options: {
    all: { kind: 'flag', summary: 'every article instead of named ones' },
    format: {
      kind: 'list',
      value: 'FORMAT',
      choices: formats.map(({ id }) => id),
      summary: 'the format, html if not given; several times or with commas for several',
    },
    option: {
      kind: 'list',
      value: 'NAME=VALUE',
      summary: 'an option of a format, as listed below, or FORMAT.NAME=VALUE; several times for several',
    },
    target: { kind: 'text', value: 'NAME', summary: 'the formats and options remembered under this name' },
    out: {
      kind: 'text',
      value: 'DIR',
      summary: 'the folder to write in, made if it is missing (else this one)',
    },
    pattern: {
      kind: 'text',
      value: 'TEXT',
      summary:
        'names of files, of {slug} {date} {headline} {language} {section} {source} {id} (else as in Settings)',
    },
    zip: { kind: 'flag', summary: 'one packed file of all of them' },
    overwrite: { kind: 'flag', summary: 'replace files that are there, instead of writing NAME-2' },
  },
  about: [
    'Formats that hold several articles (feeds) make one file of all that are exported. Ctrl+C finishes the articles at hand and',
    'tells what is written; pressed twice it ends at once.',
    '',
    'Options of formats:',
    ...optionLines(formats),
  ].join('\n'),
  async run({ words, options, withDesk, progress }) {
    if (options.all === words.length > 0) throw new UsageError('export takes either ids or --all')
    const { pattern } = options
    if (pattern !== undefined && !isNamePattern(pattern)) {
      throw new UsageError(
        `--pattern has parts such as {date}-{slug}, one of them {slug}, {headline} or {id}, not "${pattern}"`,
      )
    }
    const stop = listenForStop()
    try {
      return await withDesk('read', async (call, { writeFile }) => {
        const { exportTargets } = (await call('desk.state', {})).settings
        const wish = exportWish(options, exportTargets)
        const folder = resolve(options.out ?? '.')
        const place = await placeIn(folder, wish, options.overwrite)
        const ids = options.all ? (await call('article.list', {})).articles.map(({ id }) => id) : words
        const report = await writeAll({ ids, wish, pattern, place, writeFile, signal: stop.signal, progress })
        await place.close()
        return outcomeOf(report)
      })
    } finally {
      stop.end()
    }
  },
})

async function placeIn(folder: string, { isZip }: ExportWish, overwrites: boolean): Promise<ExportPlace> {
  const place = await exportPlace(folder, overwrites)
  return isZip ? zipPlace(zipIn(folder)) : place
}

interface Work {
  ids: readonly string[]
  wish: ExportWish
  pattern: string | undefined
  place: ExportPlace
  writeFile: WriteFile
  signal: AbortSignal
  progress: Call<unknown>['progress']
}

const writeAll = ({ ids, wish, pattern, place, writeFile, signal, progress }: Work) =>
  runExport<WrittenFile>({
    ids,
    formats: wish.formats.map((format) => ({ id: format.id, holdsMany: holdsMany(format) })),
    write: async ({ id, format, also }) => {
      const making = writeFile({
        id,
        format,
        options: wish.options[format],
        also: also && [...also],
        pattern,
      })
      const { path, bytes } = await place.write(making)
      return { path, bytes, warnings: (await making).warnings }
    },
    atOnce: articlesAtOnce(),
    signal,
    onProgress: (_report, ...at) => progress(...at),
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
      files: files.map(({ id, format, path, bytes, warnings, also }) => ({
        id,
        format,
        path,
        bytes,
        warnings,
        ...(also && { also }),
      })),
      failed: failed.map(({ id, format, error: { code, message } }) => ({ id, format, code, message })),
      ...rest?.json,
    },
    lines: files.flatMap(({ path, warnings }) => [path, ...warnings.map(({ message }) => `\t${message}`)]),
    failure: [...(rest ? [rest.sentence] : []), ...failures].join('; ') || undefined,
  }
}
