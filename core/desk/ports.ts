import type { DeskEvent, HostInfo, Notice } from '../api/contract.ts'
import type { Article, ArticleId, ArticleRow, ReadArticle } from '../model/article.ts'
import type { Settings } from '../model/settings.ts'
import type { FontFace, FontFamily, HouseTheme } from '../model/theme.ts'

/** What the desk needs from a machine. Times come from `Clock`, chance from `Chance`. */
export interface Ports {
  articles: ArticleStore
  media: MediaStore
  rows: RowStore
  settings: SettingsStore
  themes: ThemeStore
  fonts: FontSource
  pages: PageShelf
  clock: Clock
  chance: Chance
  tell: (event: DeskEvent) => void
  library: LibraryInfo
  host: HostInfo
}

export interface LibraryInfo {
  /** For people to read. */
  path: string
  version: string
  /** True where another program holds the library: everything can be read, nothing written. */
  readOnly: boolean
  /** What was noticed while opening. */
  notices: Notice[]
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds of a clock that never goes back, for measuring. */
  elapsed(): number
}

export interface Chance {
  /** `count` random bytes. */
  bytes(count: number): Uint8Array
}

export interface ArticleStore {
  /**
   * Resolves when the disk holds it, or a newer one; not before. One queue an article: while a write is under way
   * the latest waits. @throws DeskError 'disk-full' | 'unwritable' | 'library-missing' | 'not-found' (in the trash) |
   * 'read-only' (foreign) | 'stale-revision' (another program changed the file since it was read)
   */
  put(article: Article): Promise<void>
  /**
   * `undefined` where there is none. Never throws for a damaged file: says 'unreadable' and sets its bytes aside. A
   * change by another program counts as a revision, so that a save made from the text before it is stale.
   * @throws DeskError 'library-missing' where the whole library is gone
   */
  get(id: ArticleId): Promise<ReadArticle | undefined>
  /** Every id in the library, oldest first. */
  ids(): Promise<ArticleId[]>
  /** Keeps a text that could not be saved beside the article; answers its file name. @throws as put */
  keepConflict(article: Article): Promise<string>
  /** Keeps the file as it stands under `versions/<time>-<label>.json`; answers its file name. @throws as put */
  keepVersion(id: ArticleId, label: string): Promise<string>
  /** Moves the article's folder to the trash. @throws DeskError 'not-found' | 'unwritable' */
  trash(id: ArticleId, trashedAt: string): Promise<void>
  /** Moves it back. @throws DeskError 'not-found' | 'unwritable' */
  restore(id: ArticleId): Promise<void>
  trashed(): Promise<{ id: ArticleId; trashedAt: string; read: ReadArticle }[]>
  /** Checks every file of the library; with `repair`, mends only what is certain. */
  verify(repair: boolean): Promise<{ articles: number; problems: LibraryProblem[] }>
}
export interface LibraryProblem {
  code: string
  /** Relative to the library. */
  path: string
  message: string
  /** True where `repair` has put it right. */
  isMended?: boolean
}

export interface MediaStore {
  /** Stores bytes beside the article under the hash of them; answers the media name. Same bytes, same name. @throws as ArticleStore.put */
  put(id: ArticleId, bytes: Uint8Array, extension: string): Promise<string>
  /** `undefined` where there is none. */
  get(id: ArticleId, media: string): Promise<Uint8Array | undefined>
  /** The bytes under this name in whichever article has them. */
  find(media: string): Promise<Uint8Array | undefined>
}

/** Index rows: a cache that can be deleted and is rebuilt from the articles. */
export interface RowStore {
  all(): readonly ArticleRow[]
  put(row: ArticleRow): void
  remove(id: ArticleId): void
}

export interface SettingsStore {
  get(): Settings
  /** Resolves when the disk holds it. */
  put(settings: Settings): Promise<void>
}

export interface ThemeStore {
  /** The shipped themes, then the library's own; the first is the default. */
  all(): readonly HouseTheme[]
}

export interface FontSource {
  /** The faces of a family cut down to the letters of `text` (layout rules kept); none where it fails. */
  subset(family: FontFamily, text: string): Promise<FontFace[]>
}

/** Holds drawn pages for the preview's frame for a short while. */
export interface PageShelf {
  /** Answers an unguessable path under which the host serves exactly these bytes. */
  put(html: Uint8Array): string
}
