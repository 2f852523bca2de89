import { join, resolve } from 'node:path'
import { DeskError } from '../../core/api/errors.ts'
import { limits } from '../../core/model/limits.ts'
import { isLeftOut } from './copy-format.ts'
import { errorCode, unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { elsewhereFolder, isUnnamed } from './elsewhere.ts'
import { articleFileName, findLibrary, idIn, isArticleId, journalEnding } from './library-folder.ts'
import { mergeJournals } from './merge-journals.ts'

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
 * out, an article that moves to the trash or back is followed. What this computer keeps elsewhere of its journals is in them.
 * @throws DeskError 'unreadable' | 'too-large', with the `path` in its details | 'library-missing'
 */
export class LibraryFiles {
  readonly #disk: Disk
  readonly #root: string
  readonly #progress: Progress
  readonly #keepIn: string
  readonly #seen = new Set<string>()
  #done = 0
  #total = 0

  /** `root` is a library's real path, `keepIn` where this computer keeps what libraries could not take. */
  constructor(
    disk: Disk,
    {
      root,
      keepIn,
      progress = () => undefined,
    }: { root: string; keepIn: string; progress?: Progress | undefined },
  ) {
    this.#disk = disk
    this.#root = root
    this.#keepIn = keepIn
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
    const here = new Set((await this.#list('journals')).map(({ name }) => name))
    const elsewhere = await this.#journalsElsewhere(await this.#elsewhere())
    return count + elsewhere.filter((name) => !here.has(name)).length
  }

  async *all(): AsyncGenerator<ReadFile> {
    const elsewhere = await this.#elsewhere()
    for (const path of alone) yield* this.#file(path)
    this.#total = (await this.#list('articles')).length + (await this.#list('trash')).length
    // Once more the articles: those that came back out of the trash meanwhile.
    for (const place of ['articles', 'trash', 'articles']) yield* this.#articlesIn(place, elsewhere)
    // Of articles that are damaged, or gone.
    for (const name of await this.#journalsElsewhere(elsewhere)) yield* this.#journal(name, elsewhere)
    yield* this.#tree('journals', ['journals'], (name) => this.#seen.has(`journals/${name}`))
    yield* this.#tree('set-aside')
    yield* this.#tree('themes')
    yield* this.#tree('spelling')
    await findLibrary(this.#disk, this.#root, false)
    this.#progress(this.#total, this.#total, '')
  }

  async *#articlesIn(place: string, elsewhere: string): AsyncGenerator<ReadFile> {
    for (const { name, kind } of await this.#list(place)) {
      const path = `${place}/${name}`
      const isArticle = kind === 'folder' && isArticleId(name)
      const key = isArticle ? name : path
      if (this.#seen.has(key)) continue
      this.#progress(Math.min(this.#done, this.#total), this.#total, path)
      this.#seen.add(key)
      this.#done += 1
      if (isArticle) {
        yield* this.#journal(`${name}${journalEnding}`, elsewhere)
        yield* this.#article(path, [`articles/${name}`, `trash/${name}`])
      } else if (kind === 'folder') yield* this.#tree(path)
      else yield* this.#file(path)
    }
  }

  // After its journal: a save in between then leaves a newer text and words that it has already, and never an older text
  // without them. Its pictures after both: each that they name is there by then.
  async *#article(path: string, homes: string[]): AsyncGenerator<ReadFile> {
    const nearest = homes.toSorted((home) => (home === path ? -1 : 1))
    yield* this.#file(`${path}/${articleFileName}`, below(nearest, articleFileName))
    yield* this.#tree(path, nearest, (name) => name === articleFileName)
  }

  /** What the library has of it and what lies elsewhere, as one; once. */
  async *#journal(name: string, elsewhere: string): AsyncGenerator<ReadFile> {
    const path = `journals/${name}`
    if (this.#seen.has(path)) return
    this.#seen.add(path)
    const files: ReadFile[] = []
    // Most have none, and that says nothing of the library: the next file does.
    for (const home of [path, join(elsewhere, name)])
      for await (const file of this.#file(home, [home], true)) files.push(file)
    const [first] = files
    if (!first) return
    if (files.length === 1) {
      yield { ...first, path }
      return
    }
    const { bytes, apart } = mergeJournals(
      name.slice(0, -journalEnding.length),
      files.map((file) => file.bytes),
    )
    const mtimeMs = Math.max(...files.map((file) => file.mtimeMs))
    if (bytes) yield { path, bytes: withinLimit(path, bytes), mtimeMs }
    for (const [count, of] of apart.entries())
      yield { path: `set-aside/apart-${count + 1}-${name}`, bytes: of, mtimeMs }
  }

  /** The folder of this library's journals on this computer, by the id that can be made out in its marker. */
  async #elsewhere(): Promise<string> {
    const marker = await this.#first(['library.json'], (full) => this.#disk.readFile(full), true)
    return elsewhereFolder(this.#keepIn, marker && idIn(marker))
  }

  async #journalsElsewhere(folder: string): Promise<string[]> {
    if (isUnnamed(folder)) return []
    const entries = await this.#first([folder], (full) => this.#disk.readdir(full), true)
    const isJournal = ({ name, kind }: { name: string; kind: string }): boolean =>
      kind === 'file' && name.endsWith(journalEnding) && isArticleId(name.slice(0, -journalEnding.length))
    return (entries ?? [])
      .filter(isJournal)
      .toSorted(byName)
      .map(({ name }) => name)
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
        if (size > limits.storedBytes) throw tooLarge(path)
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
      const answer = await unlessMissing(this.#patiently(home, () => work(resolve(this.#root, home))))
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

const alone = ['library.json', 'desk/settings.json', 'story-types.json']
const folderNames = ['articles', 'trash', 'journals', 'set-aside', 'themes', 'spelling']

const heldCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])
const longestPauseMs = 500

const below = (homes: readonly string[], name: string): string[] => homes.map((home) => `${home}/${name}`)
// By code units: the same copy on every computer.
const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1)

const tooLarge = (path: string): DeskError =>
  new DeskError('too-large', `${path} has more than ${limits.storedBytes} bytes`, { path })

function withinLimit(path: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length > limits.storedBytes) throw tooLarge(path)
  return bytes
}

function unreadable(path: string, error: unknown): DeskError {
  return new DeskError('unreadable', `${path} cannot be read: ${String(error)}`, { path })
}
