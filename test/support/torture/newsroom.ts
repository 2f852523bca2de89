import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Draft } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import type { Article } from '../../../core/model/article.ts'
import type { Block, StoryBody } from '../../../core/model/body.ts'
import { patchOf, type ArticleText, type DraftPatch } from '../../../core/model/draft-patch.ts'
import { articleStores } from '../../../electron/node/article-stores.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { elsewhereIn } from '../../../electron/node/elsewhere.ts'
import { LibraryPaths } from '../../../electron/node/library-folder.ts'
import { openDesk, type OpenDesk } from '../../../electron/node/open-desk.ts'
import { plainThemes } from '../memory-ports.ts'
import { story } from '../temp-library.ts'
import { MortalDisk } from './mortal-disk.ts'

export const windowNames = ['first', 'second'] as const
export type WindowName = (typeof windowNames)[number]

/** What a window holds of the article: as the session of a page does, without its timers. */
interface Window {
  revision: number
  stored: ArticleText
  text: ArticleText
  sending?: ArticleText | undefined
}

/** The words of a story, one a paragraph. */
export const wordsOf = (body: StoryBody): string[] => body.content.map(wordOf)
const wordOf = (block: Block): string =>
  'content' in block
    ? (block.content ?? []).map((each) => (each.type === 'text' ? each.text : wordOf(each as Block))).join('')
    : ''
const withWords = (text: ArticleText, words: readonly string[]): ArticleText => ({
  ...text,
  body: story(...words),
})

/** One article, two windows and a desk over a real folder: a desk that can be dropped in the middle of anything. */
export class Newsroom {
  readonly folder: string
  id = ''
  /** What was done in it. */
  steps = 0
  #desk!: OpenDesk
  #disk = new MortalDisk()
  readonly #windows = new Map<WindowName, Window>()

  constructor(folder: string) {
    this.folder = folder
  }

  async begin(): Promise<void> {
    await this.#openDesk()
    const { article } = await this.#desk.desk['article.create']({ headline: 'عنوان' })
    this.id = article.id
    for (const name of windowNames) await this.open(name)
  }

  get #api() {
    return this.#desk.desk
  }

  /** Opens the article in this window; answers the words that it shows. */
  async open(name: WindowName): Promise<string[]> {
    const { article, stored } = await this.#api['article.open']({ id: this.id, window: name })
    const { language, status, fields, body, revision } = article
    const text = { language, status, fields, body }
    this.#windows.set(name, { revision, stored: stored ?? text, text })
    return wordsOf(body)
  }

  edit(name: WindowName, word: string): void {
    const window = this.#window(name)
    window.text = withWords(window.text, [...wordsOf(window.text.body).filter(Boolean), word])
  }

  async journal(name: WindowName): Promise<void> {
    const { revision, stored, sending, text } = this.#window(name)
    const against = (base: ArticleText): DraftPatch => patchOf(base, text) ?? {}
    const on = [
      { revision, patch: against(stored) },
      ...(sending ? [{ revision: revision + 1, patch: against(sending) }] : []),
    ]
    await this.#api['article.journal']({ id: this.id, on, window: name })
  }

  /** @throws DeskError as the desk does */
  async save(name: WindowName): Promise<void> {
    const window = this.#window(name)
    const { text, revision } = window
    window.sending = text
    try {
      const draft: Draft = { id: this.id, ...text }
      const saved = await this.#api['article.save']({ ...draft, revision, window: name })
      window.revision = saved.revision
      window.stored = text
    } finally {
      window.sending = undefined
    }
  }

  async versions(): Promise<string[]> {
    const { versions } = await this.#api['versions.list']({ id: this.id })
    return versions.map(({ name }) => name)
  }

  /** Answers the words of the version. @throws DeskError as the desk does */
  async restore(name: WindowName, version: string): Promise<string[]> {
    const { revision } = this.#window(name)
    const { opened } = await this.#api['versions.restore']({ id: this.id, version, revision })
    const { body } = opened.article
    const text = { ...this.#window(name).text, body }
    this.#windows.set(name, { revision: opened.article.revision, stored: text, text })
    return wordsOf(body)
  }

  async trash(): Promise<void> {
    await this.#api['article.trash']({ id: this.id })
  }
  async restoreFromTrash(): Promise<void> {
    await this.#api['trash.restore']({ id: this.id })
  }
  async discard(): Promise<void> {
    await this.#api['recovery.discard']({ id: this.id })
  }

  /** Another program adds a word to the file, with a revision of its own or without. */
  async changeOutside(word: string, isCounted: boolean): Promise<void> {
    const path = new LibraryPaths(this.folder).article(this.id)
    const article = JSON.parse(await readFile(path, 'utf8')) as Article
    const revision = article.revision + (isCounted ? 1 : 0)
    const body = story(...wordsOf(article.body).filter(Boolean), word)
    await writeFile(path, JSON.stringify({ ...article, revision, body }))
  }

  /** The desk will die with the call of the disk after these. */
  dieAfter(calls: number): void {
    this.#disk.dieAfter(calls)
  }

  /** The process has died; another one opens the library. */
  async restart(): Promise<void> {
    this.#disk.dieAfter(0)
    await this.#desk.close().catch(() => undefined)
    await this.#openDesk()
    if (this.#desk.library.readOnly) throw new Error('the dead desk still holds the library')
  }

  async end(): Promise<void> {
    await this.#desk.close()
  }

  async fileWords(): Promise<string[]> {
    const path = new LibraryPaths(this.folder).article(this.id)
    return wordsOf((JSON.parse(await readFile(path, 'utf8')) as Article).body).filter(Boolean)
  }

  /** Every word that can be found: in the article, its versions and conflicts, in the trash, and beyond them in the journal. */
  async findable(): Promise<Set<string>> {
    const paths = new LibraryPaths(this.folder)
    const found = new Set<string>()
    const add = ({ body }: { body: StoryBody }): void => wordsOf(body).forEach((word) => found.add(word))
    for (const folder of [paths.articleFolder(this.id), paths.trashFolder(this.id)]) {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
      for (const { name, parentPath } of entries) {
        const isText = /^(article|\d.*)\.json$/.test(name)
        if (isText) add(JSON.parse(await readFile(join(parentPath, name), 'utf8')) as Article)
      }
    }
    await this.#addJournaled(paths, add)
    return found
  }

  async #addJournaled(paths: LibraryPaths, add: (text: { body: StoryBody }) => void): Promise<void> {
    const { articles, journals } = articleStores({
      disk: nodeDisk,
      paths,
      elsewhere: elsewhereIn(nodeDisk, `${this.folder}-elsewhere`),
      now: Date.now,
      isReadOnly: () => true,
      tell: () => undefined,
    })
    const inLibrary = await articles.get(this.id)
    const inTrash = (await articles.trashed()).find(({ id }) => id === this.id)?.read
    const read = inLibrary ?? inTrash
    if (read?.kind !== 'article') return
    // What a desk that opens the library now would find. That of the trash waits with its file's own hash.
    if (inLibrary) {
      const beyond = await journals.found(read.article)
      if (beyond?.kind === 'text') add(beyond.article)
      if (beyond?.kind === 'stray') addStray(beyond.edits, add)
      return
    }
    for (const line of await journals.read(this.id)) if (line.kind === 'edit') addStray(line.on, add)
  }

  async #openDesk(): Promise<void> {
    this.#disk = new MortalDisk()
    this.#windows.clear()
    this.#desk = await openDesk({
      library: this.folder,
      create: true,
      version: '0.0.0',
      tell: () => undefined,
      pages: { put: () => '/page/1' },
      themes: plainThemes,
      fonts: { subset: async () => [] },
      keepIn: `${this.folder}-elsewhere`,
      disk: this.#disk,
      // All that happens between two crashes happens within the same second.
      clock: { now: () => Date.now(), elapsed: () => 0 },
    })
  }

  #window(name: WindowName): Window {
    const window = this.#windows.get(name)
    if (!window) throw new Error(`the ${name} window has nothing open`)
    return window
  }
}

function addStray(edits: readonly { patch: DraftPatch }[], add: (text: { body: StoryBody }) => void): void {
  for (const { patch } of edits) add({ body: { type: 'doc', content: patch.story?.insert ?? [] } })
}

/** The code with which the desk refused; undefined where it did as it was asked. */
export async function refusal(asked: Promise<unknown>): Promise<string | undefined> {
  try {
    await asked
    return undefined
  } catch (error) {
    if (error instanceof DeskError) return error.code
    throw error
  }
}
