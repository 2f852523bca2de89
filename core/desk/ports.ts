import type { DeskEvent, HostInfo, Notice } from '../api/contract.ts'
import type { ExportAssets, ExportResult } from '../export/format.ts'
import type { ImportedFile } from '../import/source.ts'
import type { TrashPlace, VersionReason } from '../api/versions.ts'
import type { Lettering, Outline } from '../model/lettering.ts'
import type { Article, ArticleId, ArticleRow, ReadArticle } from '../model/article.ts'
import type { NameStore, SettingsStore, SpellingStore, StoryTypeStore, ThemeStore } from './house-stores.ts'
import type { BroughtFile } from './reading.ts'
import type { DraftPatch } from '../model/draft-patch.ts'
import type { Found } from '../model/journal.ts'
import type { PictureWish, ScaledPicture } from '../model/scaled-picture.ts'
import type { FontFace, FontFamily } from '../model/theme.ts'
import type { ExportJob } from './writing.ts'

/** What the desk needs from a machine. Times come from `Clock`, chance from `Chance`. */
export interface Ports {
  articles: ArticleStore
  versions: VersionStore
  journals: JournalStore
  media: MediaStore
  rows: RowStore
  search: SearchStore
  settings: SettingsStore
  spelling: SpellingStore
  names: NameStore
  types: StoryTypeStore
  themes: ThemeStore
  fonts: FontSource
  imports: ImportReader
  /** Absent where pictures stay as they are. */
  darkroom?: Darkroom
  /** Absent where nothing can be printed. */
  printer?: Printer
  exports: ExportWriter
  pages: PageShelf
  clock: Clock
  chance: Chance
  tell: (event: DeskEvent) => void
  library: LibraryInfo
  host: HostInfo
}

/** Reads files that come in; how long one takes is no matter of the desk. */
export interface ImportReader {
  /** @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' | 'bad-request' */
  read(file: BroughtFile): Promise<ImportedFile>
  /** The addresses by which it calls what lies beside it. @throws as read */
  beside(file: BroughtFile): Promise<string[]>
}

/** Writes articles that go out; on which thread is no matter of the desk. */
export interface ExportWriter {
  /** @throws DeskError 'unknown-format' | 'internal' */
  write(job: ExportJob, assets: ExportAssets): Promise<ExportResult>
}

export interface LibraryInfo {
  /** For people to read. */
  path: string
  /** This computer's name among others. */
  computer: string
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

/** How a file can be told from a later one without reading it. */
export interface FileStamp {
  /** Bytes. */
  size: number
  mtimeMs: number
}

export interface ArticleStore {
  /**
   * Resolves when the disk holds it, or a newer one; not before. One queue an article: while a write is under way
   * the latest waits. @throws DeskError 'disk-full' | 'unwritable' | 'library-missing' | 'not-found' (in the trash) |
   * 'read-only' (foreign) | 'stale-revision' (another program changed the file since it was read) | 'too-large'
   *
   * The file stays as it is until `kept` resolves, which may go on beside the write; what that rejects with put throws.
   */
  put(article: Article, kept?: Promise<unknown>): Promise<void>
  /**
   * `undefined` where there is none. Never throws for a damaged file: says 'unreadable' and sets its bytes aside. A
   * change by another program counts as a revision, so that a save made from the text before it is stale.
   * @throws DeskError 'library-missing' where the whole library is gone
   */
  get(id: ArticleId): Promise<ReadArticle | undefined>
  /**
   * The same for whoever will put the next text: a file with the size and time of the one that was read or written last is taken for
   * that, because `put` looks at every byte before it replaces them. @throws as get
   */
  getToChange(id: ArticleId): Promise<ReadArticle | undefined>
  /** Every id in the library, oldest first. */
  ids(): Promise<ArticleId[]>
  /** The stamp of every article's file as it lies there now. */
  stamps(): Promise<ReadonlyMap<ArticleId, FileStamp>>
  /** The stamp of the file as this desk last read or wrote it; undefined where it never did. */
  knownStamp(id: ArticleId): FileStamp | undefined
  /** Keeps a text that could not be saved beside the article; answers its file name. @throws as put */
  keepConflict(article: Article): Promise<string>
  /** Moves the article's folder to the trash. @throws DeskError 'not-found' | 'unwritable' */
  trash(id: ArticleId, trashedAt: string, from: TrashPlace): Promise<void>
  /** Deletes what lies in the trash under this id, for good. @throws DeskError 'not-found' | 'unwritable' */
  removeTrashed(id: ArticleId): Promise<void>
  /** Moves it back. @throws DeskError 'not-found' | 'unwritable' */
  restore(id: ArticleId): Promise<void>
  trashed(): Promise<Trashed[]>
  /** Checks every file of the library; with `repair`, mends only what is certain. */
  verify(repair: boolean): Promise<{ articles: number; problems: LibraryProblem[] }>
}
export interface Trashed {
  id: ArticleId
  /** ISO 8601. */
  trashedAt: string
  from: TrashPlace | null
  read: ReadArticle
}
/** A kept text of an article, without its words. */
export interface KeptVersion {
  name: string
  reason: VersionReason
  /** What a person called it; empty where nobody did. */
  label: string
  /** ISO 8601. */
  keptAt: string
}
/** Older texts of an article, beside it. */
export interface VersionStore {
  /**
   * Keeps the file as it stands, byte for byte, and thins what is too many; undefined where the newest says the same.
   * @throws as ArticleStore.put; 'too-large' where the article has as many as it may
   */
  keepFile(id: ArticleId, reason: VersionReason): Promise<string | undefined>
  /** The same for a text that is in no file; one with a label is always kept. @throws as keepFile */
  keep(article: Article, reason: VersionReason, label?: string): Promise<string | undefined>
  /** Newest first, by revision and not by the clock; conflicts and the copies of synchronisers are among them. */
  list(id: ArticleId): Promise<KeptVersion[]>
  /** Undefined where there is none of that name. */
  read(id: ArticleId, name: string): Promise<ReadArticle | undefined>
}
/** What is written between two saves. */
export interface JournalStore {
  /**
   * Resolves when a disk holds it, or what was written later; answers where: in the library, or elsewhere on this computer
   * where the library takes nothing. @throws DeskError 'disk-full' | 'unwritable' | 'library-locked'
   */
  append(
    id: ArticleId,
    on: readonly { revision: number; patch: DraftPatch }[],
    window?: string,
  ): Promise<'library' | 'elsewhere'>
  /** Whose save is on its way to the file, and which revision it will make. */
  saves(id: ArticleId, save: { revision: number; window: string }): void
  /** Notes a stored text from time to time, for the day when its file is damaged. Never throws. */
  whole(article: Article): Promise<void>
  /** What it holds beyond the article as it is stored. */
  found(article: Article): Promise<Found | undefined>
  /** Those that have a journal. */
  ids(): Promise<ArticleId[]>
  /** Goes where it holds nothing beyond this article, which is as its file has it. */
  settle(article: Article): Promise<void>
  /** Nothing in it is needed any more. */
  drop(id: ArticleId): Promise<void>
}
export interface LibraryProblem {
  code: string
  /** Relative to the library; absolute for what is kept elsewhere on this computer. */
  path: string
  message: string
  /** True for what a person may want to know and nothing is wrong with. */
  isHint?: boolean
  /** True where `repair` has put it right. */
  isMended?: boolean
}

export interface MediaStore {
  /** Stores bytes beside the article under the hash of them; answers the media name. Same bytes, same name. @throws as ArticleStore.put */
  put(id: ArticleId, bytes: Uint8Array, extension: string): Promise<string>
  /** `undefined` where there is none. */
  get(id: ArticleId, media: string): Promise<Uint8Array | undefined>
  /** Bytes of all pictures of an article. */
  size(id: ArticleId): Promise<number>
  /** The bytes under this name in whichever article has them. */
  find(media: string): Promise<Uint8Array | undefined>
}

/** Index rows: a cache that can be deleted and is rebuilt from the articles. */
export interface RowStore {
  /** Made anew after a change: not for work that is done at each one. */
  all(): readonly ArticleRow[]
  get(id: ArticleId): ArticleRow | undefined
  /** The stamp of the file that the row was made of; undefined where that is not known. */
  stamp(id: ArticleId): FileStamp | undefined
  put(row: ArticleRow): void
  remove(id: ArticleId): void
}

/** What spares a search the reading of every article: a cache that can be deleted. */
export interface SearchStore {
  /** Undefined where there is none, or one that was cut off or changed. Never throws. */
  read(): Promise<Uint8Array | undefined>
  /** Replaces it. Never throws: a failure costs no more than reading the articles again. */
  write(pieces: Iterable<Uint8Array>): Promise<void>
  /**
   * Makes it of these articles' files beside all other work, part by part as `Archive.kept` has them, each of other articles; absent
   * where only the desk itself can read them. A part that did not come to its end is left out. Never throws.
   */
  make?(ids: readonly ArticleId[]): AsyncIterable<Uint8Array>
  /** What is being made is not wanted any more. */
  stop?(): void
  /** This machine's quick way to make a text of UTF-16 units, low byte first. */
  textOf?: (bytes: Uint8Array) => string
}

export interface FontSource {
  /** The faces of a family cut down to the letters of `text` (layout rules kept); none where it fails. */
  subset(family: FontFamily, text: string): Promise<FontFace[]>
}

/** Makes pictures of pictures. */
export interface Darkroom {
  /** As `ExportAssets.scaled`; `media` names the bytes, so that a picture that was made lately is not made again. Never throws. */
  scaled(media: string, bytes: Uint8Array, wish: PictureWish): Promise<ScaledPicture | undefined>
  /** As those of `ExportAssets`. Never throw. */
  outlines(letterings: readonly Lettering[]): Promise<Outline[] | undefined>
  raster(svg: string): Promise<Uint8Array | undefined>
}

/** Prints a page of ours, which runs and loads nothing. */
export interface Printer {
  /** A tagged PDF on A4, or on the paper that the page itself asks for. @throws DeskError 'no-browser' | 'not-printed' */
  print(html: Uint8Array): Promise<Uint8Array>
}

/** Holds drawn pages for the preview's frame for a short while. */
export interface PageShelf {
  /** Answers an unguessable path under which the host serves exactly these bytes. */
  put(html: Uint8Array): string
}
