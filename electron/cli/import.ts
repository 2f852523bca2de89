import { mostBytesHere } from '../../core/bulk/file-size.ts'
import { runImport, type BulkFile, type ImportReport } from '../../core/bulk/import-run.ts'
import { byKind } from '../../core/bulk/told.ts'
import { languageCodes } from '../../core/model/language-code.ts'
import { filesUnder } from '../node/files-under.ts'
import { command, type Outcome } from './command.ts'
import { listenForStop } from './stop-signal.ts'
import { leftOver } from './stopped-run.ts'

/** `midad import`: files and whole folders become articles. One bad file never stops the rest. */
export const importFiles = command({
  name: 'import',
  words: 'FILE_OR_FOLDER…',
  wordCount: [1, Infinity],
  summary: 'make articles of files, and of all files in folders',
  options: {
    language: {
      kind: 'choice',
      value: 'CODE',
      choices: languageCodes,
      summary: 'the language of the stories, else found from their letters',
    },
  },
  about: [
    'Folders are gone through with all that is in them, story 2 before story 10. Hidden files and what systems leave',
    'behind (.DS_Store, Thumbs.db, ~$story.docx) are left out. Ctrl+C finishes the file at hand and tells what came in;',
    'pressed twice it ends at once.',
  ].join('\n'),
  async run({ words, options, withDesk, progress }) {
    const stop = listenForStop()
    try {
      const report = await withDesk('create', async (call, { isHere }) => {
        const files: BulkFile[] = []
        for (const word of words) files.push(...(await filesUnder(word)))
        const { language } = options
        const onProgress = (_report: ImportReport, ...at: Parameters<typeof progress>) => progress(...at)
        const run = { files, ask: call, language, signal: stop.signal, onProgress }
        return runImport(isHere ? { ...run, mostBytes: mostBytesHere } : run)
      })
      return outcomeOf(report)
    } finally {
      stop.end()
    }
  },
})

function outcomeOf(report: ImportReport): Outcome {
  const { articles, failed } = report
  const { named, kinds } = byKind(failed)
  const rest = leftOver(report)
  const problems = [
    ...named.map(({ source, error }) => `${source}: ${error.message}`),
    ...kinds.map(
      ({ ending, count }) =>
        `${count} × ${ending || 'without an ending'}: Midad does not read this kind of file`,
    ),
  ]
  const failures = failed.length > 0 ? [`${failed.length} could not be imported: ${problems[0]}`] : []
  return {
    json: {
      articles,
      failed: failed.map(({ source, error: { code, message } }) => ({ source, code, message })),
      ...rest?.json,
    },
    lines: [
      ...articles.map(({ id, source, headline }) => `${id}\t${source}\t${headline}`),
      ...named.map(({ source, error }) => `not imported\t${source}\t${error.message}`),
      ...kinds.map(
        ({ ending, count }) =>
          `not imported\t${count} × ${ending || 'no ending'}\tMidad does not read this kind of file`,
      ),
    ],
    failure: [...(rest ? [rest.sentence] : []), ...failures].join('; ') || undefined,
  }
}
