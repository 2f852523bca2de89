import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, parse, resolve } from 'node:path'
import type { ExportedFile, Warning } from '../../core/api/files.ts'
import { DeskError, toErrorData } from '../../core/api/errors.ts'
import { formats } from '../../core/export/registry.ts'
import { writeWhole } from '../node/write-whole.ts'
import { command, UsageError } from './command.ts'

interface WrittenFile {
  id: string
  format: string
  /** Absolute. */
  path: string
  bytes: number
  warnings: Warning[]
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
  async run({ words, options, withDesk, progress }) {
    if (options.all === words.length > 0) throw new UsageError('export takes either ids or --all')
    const format = options.format ?? 'html'
    const place = await createPlace(resolve(options.out ?? '.'), options.overwrite)
    const files: WrittenFile[] = []
    const failed: { id: string; code: string; message: string }[] = []
    await withDesk('read', async (call) => {
      const ids = options.all ? (await call('article.list', {})).articles.map(({ id }) => id) : words
      for (const [index, id] of ids.entries()) {
        progress(index, ids.length, id)
        try {
          const file = await call('article.export', { id, format })
          files.push({ id, format, warnings: file.warnings, ...(await place.write(file)) })
        } catch (thrown) {
          const { code, message } = toErrorData(thrown)
          failed.push({ id, code, message })
        }
      }
      progress(ids.length, ids.length, '')
    })
    const lines = files.flatMap(({ path, warnings }) => [
      path,
      ...warnings.map(({ message }) => `\t${message}`),
    ])
    return {
      json: { files, failed },
      lines,
      failure: failed[0]
        ? `${failed.length} of ${files.length + failed.length} could not be exported: ${failed[0].id}: ${failed[0].message}`
        : undefined,
    }
  },
})

/** As any program's new file: what is exported is meant for others, unlike the library. */
const rightsOfNewFile = 0o666 & ~process.umask()

/** A folder in which each file of this run gets a path of its own. */
async function createPlace(folder: string, overwrites: boolean) {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new DeskError('unwritable', `${folder} cannot be made: ${error.message}`)
  })
  const written = new Set<string>()
  // Two articles of one headline must not replace each other, even where replacing was asked for.
  const isTaken = (path: string) => written.has(path) || (!overwrites && existsSync(path))
  return {
    async write({ name, base64 }: ExportedFile) {
      const { name: stem, ext } = parse(name)
      let path = join(folder, `${stem}${ext}`)
      for (let count = 2; isTaken(path); count += 1) path = join(folder, `${stem}-${count}${ext}`)
      const content = Buffer.from(base64, 'base64')
      await writeWhole(path, content, { mode: rightsOfNewFile })
      written.add(path)
      return { path, bytes: content.length }
    },
  }
}
