import { basename, join } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { limits } from '../../core/model/limits.ts'
import { isLeftOut } from './copy-format.ts'
import { errorCode, unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { articleFileName, findLibrary, isArticleId, journalEnding } from './library-folder.ts'

/** A file of the library as it was read once. */
export interface ReadFile {
  /** In the library, with `/`. */
  path: string
  bytes: Uint8Array
  mtimeMs: number
}
/** How far it has come, in articles, and where it is now. */
export type Progress = (done: number, total: number, name: string) => void

/**
 * Every file of a library that is truth, each read once, while others may write in it: what is gone meanwhile is left
 * out, an article that moves to the trash or back is followed.
 * @throws DeskError 'unreadable' | 'too-large', with the `path` in its details | 'library-missing'
 */
export class LibraryFiles {
  readonly #disk: Disk
  readonly #root: string
  readonly #progress: Progress
  readonly #seen = new Set<string>()
  #done = 0
  #total = 0

  /** `root` is a library's real path. */
  constructor(disk: Disk, root: string, progress: Progress = () => undefined) {
    this.#disk = disk
    this.#root = root
    this.#progress = progress
  }

  /** How many there are now, by their names alone. @throws as all */
  async count(): Promise<number> {
    let count = 0
    for (const path of alone) {
      const stat = await this.#first([path], (full) => this.#disk.stat(full), true)
      if (stat?.kind === 'file') count += 1
    }
    const folders = [...folderNames]
    // Those that are found join the line.
    for (const folder of folders) {
      for (const { name, kind } of await this.#list(folder)) {
        if (kind === 'folder') folders.push(`${folder}/${name}`)
        else if (kind === 'file') count += 1
      }
    }
    return count
  }

  async *all(): AsyncGenerator<ReadFile> {
    for (const path of alone) yield* this.#file(path)
    this.#total = (await this.#list('articles')).length + (await this.#list('trash')).length
    // Once more the articles: those that came back out of the trash meanwhile.
    for (const place of ['articles', 'trash', 'articles']) yield* this.#articlesIn(place)
    // Of articles that are damaged, or gone.
    yield* this.#tree('journals', ['journals'], (name) => this.#seen.has(`journals/${name}`))
    yield* this.#tree('set-aside')
    yield* this.#tree('themes')
    await findLibrary(this.#disk, this.#root, false)
    this.#progress(this.#total, this.#total, '')
  }

  async *#articlesIn(place: string): AsyncGenerator<ReadFile> {
    for (const { name, kind } of await this.#list(place)) {
      const path = `${place}/${name}`
      const isArticle = kind === 'folder' && isArticleId(name)
      const key = isArticle ? name : path
      if (this.#seen.has(key)) continue
      this.#progress(Math.min(this.#done, this.#total), this.#total, path)
      this.#seen.add(key)
      this.#done += 1
      if (isArticle) yield* this.#article(path, [`articles/${name}`, `trash/${name}`])
      else if (kind === 'folder') yield* this.#tree(path)
      else yield* this.#file(path)
    }
  }

  // Its journal before its text: a save in between then leaves a newer text and words that it has already, and never
  // an older text without them. Its pictures after both: each that they name is there by then.
  async *#article(path: string, homes: string[]): AsyncGenerator<ReadFile> {
    const journal = `journals/${basename(path)}${journalEnding}`
    this.#seen.add(journal)
    // Most have none, and that says nothing of the library: the next file does.
    yield* this.#file(journal, [journal], true)
    const nearest = homes.toSorted((home) => (home === path ? -1 : 1))
    yield* this.#file(`${path}/${articleFileName}`, below(nearest, articleFileName))
    yield* this.#tree(path, nearest, (name) => name === articleFileName)
  }

  async *#tree(
    path: string,
    homes = [path],
    isKnown: (name: string) => boolean = () => false,
  ): AsyncGenerator<ReadFile> {
    for (const { name, kind } of await this.#list(...homes)) {
      if (isKnown(name)) continue
      const inside = below(homes, name)
      if (kind === 'folder') yield* this.#tree(`${path}/${name}`, inside)
      else yield* this.#file(`${path}/${name}`, inside)
    }
  }

  /** In the order of names; links to folders lead nowhere, as in the library itself. */
  async #list(...homes: string[]) {
    const entries = await this.#first(homes, (full) => this.#disk.readdir(full))
    return (entries ?? []).filter(({ name }) => !isLeftOut(name)).toSorted(byName)
  }

  async *#file(path: string, homes = [path], isOftenMissing = false): AsyncGenerator<ReadFile> {
    const read = await this.#first(
      homes,
      async (full) => {
        const { kind, size, mtimeMs } = await this.#disk.stat(full)
        if (kind !== 'file') return { mtimeMs }
        if (size > limits.storedBytes) {
          throw new DeskError('too-large', `${path} has more than ${limits.storedBytes} bytes`, { path })
        }
        return { mtimeMs, bytes: await this.#disk.readFile(full) }
      },
      isOftenMissing,
    )
    if (read?.bytes) yield { path, bytes: read.bytes, mtimeMs: read.mtimeMs }
  }

  /** What the first of these places that is there answers. Where none is, the library itself must still be. */
  async #first<T>(
    homes: readonly string[],
    work: (full: string) => Promise<T>,
    isOftenMissing = false,
  ): Promise<T | undefined> {
    for (const home of homes) {
      const answer = await unlessMissing(this.#patiently(home, () => work(join(this.#root, home))))
      if (answer !== undefined) return answer
    }
    if (!isOftenMissing) await findLibrary(this.#disk, this.#root, false)
    return undefined
  }

  /** Windows holds a file for a moment while it is replaced: five tries in about a second. */
  async #patiently<T>(path: string, work: () => Promise<T>): Promise<T> {
    for (let pauseMs = 50; ; pauseMs *= 2) {
      try {
        return await work()
      } catch (error) {
        const code = errorCode(error) ?? ''
        if (error instanceof DeskError || code === 'ENOENT' || code === 'ENOTDIR') throw error
        if (!heldCodes.has(code) || pauseMs > longestPauseMs) throw unreadable(path, error)
      }
      await this.#disk.pause(pauseMs)
    }
  }
}

const alone = ['library.json', 'desk/settings.json']
const folderNames = ['articles', 'trash', 'journals', 'set-aside', 'themes']

const heldCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])
const longestPauseMs = 500

const below = (homes: readonly string[], name: string): string[] => homes.map((home) => `${home}/${name}`)
// By code units: the same copy on every computer.
const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1)

function unreadable(path: string, error: unknown): DeskError {
  return new DeskError('unreadable', `${path} cannot be read: ${String(error)}`, { path })
}
