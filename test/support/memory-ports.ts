import { createHash } from 'node:crypto'
import type { DeskEvent } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { TrashPlace, VersionReason } from '../../core/api/versions.ts'
import type { NameStore, SpellingStore, StoryTypeStore, ThemeStore } from '../../core/desk/house-stores.ts'
import type {
  ArticleStore,
  JournalStore,
  KeptVersion,
  MediaStore,
  Ports,
  FileStamp,
  RowStore,
  SearchStore,
  Trashed,
  VersionStore,
} from '../../core/desk/ports.ts'
import type { Article, ArticleId, ArticleRow, ReadArticle } from '../../core/model/article.ts'
import { isSameText, type DraftPatch } from '../../core/model/draft-patch.ts'
import { addressesBeside, readBrought } from '../../core/desk/reading.ts'
import { writeJob } from '../../core/desk/writing.ts'
import { readingTools } from '../../electron/node/reading-tools.ts'
import { foundBeyond, type Found } from '../../core/model/journal.ts'
import type { NameEntry } from '../../core/model/names.ts'
import { defaultSettings } from '../../core/model/settings.ts'
import { noHouseTypes, type HouseTypes } from '../../core/model/story-type.ts'
import { houseTheme, type HouseTheme } from '../../core/model/theme.ts'

/** A clock that stands still until it is moved. */
class HandClock {
  milliseconds: number
  constructor(start = Date.parse('2026-11-23T09:00:00Z')) {
    this.milliseconds = start
  }
  now = (): number => this.milliseconds
  elapsed = (): number => this.milliseconds
  move(milliseconds: number): void {
    this.milliseconds += milliseconds
  }
}

/** Articles in memory that keep what the port promises. `foreign` and `damaged` plant such files. */
class MemoryArticles implements ArticleStore {
  readonly files = new Map<ArticleId, ReadArticle>()
  readonly bin = new Map<ArticleId, Omit<Trashed, 'id'>>()
  readonly conflicts: Article[] = []
  /** Thrown by the next writes, as long as it is set. */
  fault: DeskError | undefined

  async put(article: Article, kept?: Promise<unknown>): Promise<void> {
    await kept
    if (this.fault) throw this.fault
    if (this.bin.has(article.id)) throw new DeskError('not-found', 'in the trash')
    const there = this.files.get(article.id)
    if (there?.kind === 'foreign') throw new DeskError('read-only', 'foreign')
    this.files.set(article.id, { kind: 'article', article: structuredClone(article) })
  }
  async get(id: ArticleId): Promise<ReadArticle | undefined> {
    await Promise.resolve()
    return structuredClone(this.files.get(id))
  }
  getToChange(id: ArticleId): Promise<ReadArticle | undefined> {
    return this.get(id)
  }
  async ids(): Promise<ArticleId[]> {
    return [...this.files.keys()].toSorted()
  }
  async stamps(): Promise<Map<ArticleId, FileStamp>> {
    await Promise.resolve()
    return new Map([...this.files.keys()].map((id) => [id, this.knownStamp(id)]))
  }
  knownStamp(id: ArticleId): FileStamp {
    const read = this.files.get(id)
    return {
      size: JSON.stringify(read)?.length ?? 0,
      mtimeMs: read && 'article' in read ? read.article.revision : 0,
    }
  }
  async keepConflict(article: Article): Promise<string> {
    if (this.fault) throw this.fault
    this.conflicts.push(structuredClone(article))
    return `conflict-${this.conflicts.length}.json`
  }
  async trash(id: ArticleId, trashedAt: string, from: TrashPlace): Promise<void> {
    if (this.fault) throw this.fault
    const read = this.files.get(id)
    if (!read) throw new DeskError('not-found', id)
    this.files.delete(id)
    this.bin.set(id, { trashedAt, from, read })
  }
  async restore(id: ArticleId): Promise<void> {
    if (this.fault) throw this.fault
    const entry = this.bin.get(id)
    if (!entry) throw new DeskError('not-found', id)
    this.bin.delete(id)
    this.files.set(id, entry.read)
  }
  async removeTrashed(id: ArticleId): Promise<void> {
    if (!this.bin.delete(id)) throw new DeskError('not-found', id)
  }
  async trashed(): ReturnType<ArticleStore['trashed']> {
    return [...this.bin].map(([id, entry]) => ({ id, ...entry }))
  }
  async verify(): ReturnType<ArticleStore['verify']> {
    return { articles: this.files.size, problems: [] }
  }
}

class MemoryVersions implements VersionStore {
  readonly kept: (KeptVersion & { id: ArticleId; article: Article })[] = []
  readonly #articles: MemoryArticles
  constructor(articles: MemoryArticles) {
    this.#articles = articles
  }
  async keepFile(id: ArticleId, reason: VersionReason): Promise<string | undefined> {
    const read = this.#articles.files.get(id)
    if (!read || read.kind === 'unreadable') throw new DeskError('not-found', id)
    return this.keep(read.article, reason)
  }
  async keep(article: Article, reason: VersionReason, label = ''): Promise<string | undefined> {
    if (this.#articles.fault) throw this.#articles.fault
    const newest = this.kept.findLast(({ id }) => id === article.id)
    if (reason !== 'named' && newest && isSameText(newest.article, article)) return undefined
    const name = `version-${this.kept.length + 1}-${reason}.json`
    const keptAt = article.updatedAt
    this.kept.push({ name, reason, label, keptAt, id: article.id, article: structuredClone(article) })
    return name
  }
  async list(id: ArticleId): Promise<KeptVersion[]> {
    return this.kept.filter((version) => version.id === id).toReversed()
  }
  async read(id: ArticleId, name: string): Promise<ReadArticle | undefined> {
    const found = this.kept.find((version) => version.id === id && version.name === name)
    return found && { kind: 'article', article: structuredClone(found.article) }
  }
}

/** Keeps the last line of each article, against the revision that is stored. */
class MemoryJournals implements JournalStore {
  readonly lines = new Map<
    ArticleId,
    { at: string; on: readonly { revision: number; patch: DraftPatch }[] }
  >()
  async append(id: ArticleId, on: readonly { revision: number; patch: DraftPatch }[]): Promise<'library'> {
    this.lines.set(id, { at: '2026-11-23T09:00:01.000Z', on })
    return 'library'
  }
  saves(): void {}
  async whole(): Promise<void> {}
  async found(article: Article): Promise<Found | undefined> {
    const line = this.lines.get(article.id)
    const on = line?.on.map((edit) => ({ ...edit, base: `revision ${edit.revision}` })) ?? []
    if (!line) return undefined
    const hash = `revision ${article.revision}`
    const edit = { kind: 'edit' as const, seq: 1, at: line.at, on }
    // Every file in memory is one that was saved.
    return foundBeyond([edit, { kind: 'save', seq: 2, at: line.at, hash }], { article, hash })
  }
  async ids(): Promise<ArticleId[]> {
    return [...this.lines.keys()]
  }
  async settle(article: Article): Promise<void> {
    if (!(await this.found(article))) this.lines.delete(article.id)
  }
  async drop(id: ArticleId): Promise<void> {
    this.lines.delete(id)
  }
}

class MemoryMedia implements MediaStore {
  readonly files = new Map<string, Uint8Array>()
  async put(id: ArticleId, bytes: Uint8Array, extension: string): Promise<string> {
    const media = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`
    this.files.set(`${id}/${media}`, bytes)
    return media
  }
  async get(id: ArticleId, media: string): Promise<Uint8Array | undefined> {
    return this.files.get(`${id}/${media}`)
  }
  async size(id: ArticleId): Promise<number> {
    const own = [...this.files].filter(([path]) => path.startsWith(`${id}/`))
    return own.reduce((sum, [, bytes]) => sum + bytes.length, 0)
  }
  async find(media: string): Promise<Uint8Array | undefined> {
    return [...this.files].find(([path]) => path.endsWith(`/${media}`))?.[1]
  }
}

class MemoryRows implements RowStore {
  readonly rows = new Map<ArticleId, ArticleRow>()
  all = (): readonly ArticleRow[] => [...this.rows.values()]
  get = (id: ArticleId): ArticleRow | undefined => this.rows.get(id)
  put = (row: ArticleRow): void => void this.rows.set(row.id, row)
  remove = (id: ArticleId): void => void this.rows.delete(id)
  stamp = (id: ArticleId): FileStamp | undefined =>
    this.#articles.files.has(id) ? this.#articles.knownStamp(id) : undefined
  readonly #articles: MemoryArticles
  constructor(articles: MemoryArticles) {
    this.#articles = articles
  }
}

class MemorySearch implements SearchStore {
  bytes: Uint8Array | undefined
  read = async (): Promise<Uint8Array | undefined> => this.bytes
  write = async (pieces: readonly Uint8Array[]): Promise<void> =>
    void (this.bytes = Buffer.concat([...pieces]))
}

class MemoryNames implements NameStore {
  list: readonly NameEntry[] = []
  entries = async (): Promise<readonly NameEntry[]> => this.list
  change: NameStore['change'] = async (change) => (this.list = change(this.list))
}

/** A list in memory, and no dictionaries. */
class MemorySpelling implements SpellingStore {
  text = ''
  readonly #ignored = new Map<ArticleId, string[]>()
  words = async (): Promise<string> => this.text
  changeWords = async (change: (text: string) => string): Promise<string> => (this.text = change(this.text))
  dictionaries = async (): Promise<[]> => []
  putDictionary = async (): Promise<void> => undefined
  dropDictionary = async (): Promise<void> => undefined
  readDictionary(): Promise<never> {
    return Promise.reject(new DeskError('not-found', 'none'))
  }
  async ignored(id: ArticleId, add?: string): Promise<string[]> {
    const words = [...(this.#ignored.get(id) ?? []), ...(add ? [add] : [])]
    this.#ignored.set(id, words)
    return words
  }
}

/** A house's types in memory. */
class MemoryTypes implements StoryTypeStore {
  kept = noHouseTypes()
  house = async (): Promise<HouseTypes> => this.kept
  change = async (change: (house: HouseTypes) => HouseTypes): Promise<HouseTypes> =>
    (this.kept = change(this.kept))
}

const faces = { headline: 'naskh', text: 'naskh', small: 'naskh' } as const
const ink = '#111111'
/** A plain house theme without fonts. */
export const plainTheme = (id = 'classic') =>
  houseTheme.parse({
    id,
    name: id,
    logo: { alt: 'logo', text: 'Midad' },
    colours: { ink, muted: ink, paper: '#ffffff', accent: ink, line: ink },
    fonts: { delivery: 'system', arabic: faces, latin: faces, hebrew: faces },
    dateLine: { prefix: '• ', language: 'article', style: 'full' },
    order: ['dateLine', 'logo', 'headline', 'lead', 'story', 'source', 'top'],
    headlineWithLead: 'repeated',
    labels: { top: 'Top' },
    layout: 'classic',
  })
/** Two shipped themes, and whatever is put beside them. */
export class MemoryThemes implements ThemeStore {
  readonly #shipped = [plainTheme(), plainTheme('second')]
  readonly own = new Map<string, HouseTheme>()
  all = (): readonly HouseTheme[] => [
    ...new Map([...this.#shipped, ...this.own.values()].map((theme) => [theme.id, theme])).values(),
  ]
  isOwn = (id: string): boolean => this.own.has(id)
  put = async (theme: HouseTheme): Promise<void> => void this.own.set(theme.id, theme)
  remove = async (id: string): Promise<void> => void this.own.delete(id)
}
export const plainThemes: ThemeStore = new MemoryThemes()

export interface MemoryPorts extends Ports {
  articles: MemoryArticles
  versions: MemoryVersions
  journals: MemoryJournals
  media: MemoryMedia
  rows: MemoryRows
  search: MemorySearch
  clock: HandClock
  /** Everything told so far. */
  told: DeskEvent[]
  /** Pages drawn so far. */
  drawn: Uint8Array[]
}

/** All of a machine in memory, with a clock moved by hand and chance that counts. */
export function memoryPorts(): MemoryPorts {
  const told: DeskEvent[] = []
  const drawn: Uint8Array[] = []
  let settings = defaultSettings()
  let seed = 0
  const articles = new MemoryArticles()
  return {
    articles,
    versions: new MemoryVersions(articles),
    journals: new MemoryJournals(),
    media: new MemoryMedia(),
    rows: new MemoryRows(articles),
    search: new MemorySearch(),
    settings: {
      get: () => settings,
      put: async (changed) => {
        settings = changed
      },
    },
    spelling: new MemorySpelling(),
    names: new MemoryNames(),
    types: new MemoryTypes(),
    themes: new MemoryThemes(),
    fonts: { subset: async () => [] },
    imports: {
      read: async (file) => readBrought(file, readingTools),
      beside: async (file) => addressesBeside(file, readingTools),
    },
    darkroom: {
      scaled: async () => undefined,
      outlines: async (letterings) => letterings.map(({ text }) => ({ width: text.length * 500, path: '' })),
      raster: async (svg) => new TextEncoder().encode(svg),
    },
    // The page itself, as one that prints would have it.
    printer: { print: async (html) => Buffer.concat([Buffer.from('%PDF-1.4\n'), html]) },
    exports: { write: writeJob },
    pages: { put: (html) => `/page/${drawn.push(html)}` },
    clock: new HandClock(),
    chance: { bytes: (count) => Uint8Array.from({ length: count }, () => (seed = (seed * 31 + 7) % 251)) },
    tell: (event) => void told.push(event),
    host: { kind: 'terminal', choosesLibrary: 'fixed', revealsLibrary: false, savesFiles: false },
    library: { path: '/library', computer: 'desk-1', version: '0.0.0', readOnly: false, notices: [] },
    told,
    drawn,
  }
}
