import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { maxBytes } from '../../core/api/contract.ts'
import type { ImportedFile } from '../../core/api/files.ts'
import { DeskError, toErrorData } from '../../core/api/errors.ts'
import { languageCodes, type LanguageCode } from '../../core/model/language-code.ts'
import { errorCode } from '../node/disk-errors.ts'
import type { CallDesk } from '../node/call-desk.ts'
import { command } from './command.ts'

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
  async run({ words, options, withDesk, progress }) {
    const result: ImportedFile = { articles: [], failed: [] }
    await withDesk('create', async (call) => {
      const found = (await Promise.all(words.map(filesUnder))).flat()
      for (const [index, { path, error }] of found.entries()) {
        progress(index, found.length, path)
        const imported = error ? failure(path, error) : await importFile(call, path, options.language)
        result.articles.push(...imported.articles)
        result.failed.push(...imported.failed)
      }
      progress(found.length, found.length, '')
    })
    const { articles, failed } = result
    const lines = articles.map(({ id, source, headline }) => `${id}\t${source}\t${headline}`)
    return {
      json: { articles, failed },
      lines: [...lines, ...failed.map(({ source, message }) => `not imported\t${source}\t${message}`)],
      failure: failed[0]
        ? `${failed.length} could not be imported: ${failed[0].source}: ${failed[0].message}`
        : undefined,
    }
  },
})

interface FoundFile {
  path: string
  /** Why what was asked for cannot be read. */
  error?: unknown
}

/** The file itself, or every file in the folder and below, in the order of their names; hidden ones are left out. */
async function filesUnder(path: string): Promise<FoundFile[]> {
  try {
    const about = await stat(path)
    if (!about.isDirectory()) return [{ path }]
    const entries = (await readdir(path, { withFileTypes: true })).filter(isContent).sort(byName)
    const found = await Promise.all(
      entries.map((entry) => {
        const inside = join(path, entry.name)
        // Not through links: they can lead in a circle.
        return entry.isDirectory() ? filesUnder(inside) : Promise.resolve([{ path: inside }])
      }),
    )
    return found.flat()
  } catch (error) {
    return [{ path, error }]
  }
}

const leftBySystems = new Set(['Thumbs.db', 'desktop.ini'])
const isContent = ({ name }: Dirent) => !name.startsWith('.') && !leftBySystems.has(name)
// By code units: the same on every computer, whatever its locale.
const byName = (one: Dirent, other: Dirent) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)

async function importFile(
  call: CallDesk,
  path: string,
  language: LanguageCode | undefined,
): Promise<ImportedFile> {
  try {
    const about = await stat(path)
    if (!about.isFile()) throw new DeskError('unsupported-file', 'neither a file nor a folder')
    if (about.size > maxBytes) {
      throw new DeskError('too-large', `more than ${maxBytes} bytes`, { maxBytes })
    }
    const name = basename(path)
    const base64 = (await readFile(path)).toString('base64')
    const imported = await call('article.import', { name, base64, ...(language && { language }) })
    const withPath = <T extends { source: string }>(row: T): T => ({
      ...row,
      source: sourceOf(path, name, row.source),
    })
    return { articles: imported.articles.map(withPath), failed: imported.failed.map(withPath) }
  } catch (thrown) {
    return failure(path, thrown)
  }
}

/** The path as it was asked for, and what lies inside a file that holds several. */
function sourceOf(path: string, name: string, source: string): string {
  if (source === name || source === '') return path
  return source.startsWith(name) ? path + source.slice(name.length) : join(path, source)
}

const codeOf: Record<string, DeskError['code']> = {
  ENOENT: 'not-found',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
}

function failure(source: string, thrown: unknown): ImportedFile {
  const known = codeOf[errorCode(thrown) ?? '']
  const { code, message } = toErrorData(
    known
      ? new DeskError(known, known === 'not-found' ? 'there is no such file' : 'it cannot be read')
      : thrown,
  )
  return { articles: [], failed: [{ source, code, message }] }
}
