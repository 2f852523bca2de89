import type { ErrorData } from '../api/errors.ts'
import type { Warning } from '../api/files.ts'
import type { ArticleId, TranslatedFrom } from '../model/article.ts'
import type { FieldMap, StoryMap } from '../model/carried.ts'
import type { StoryBody } from '../model/body.ts'
import type { ArticleFields } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'

/** One way into Midad. One file here, one line in registry.ts. Pure: bytes in, articles out. */
export interface ImportSource {
  id: string
  /**
   * Where each field is read, and what becomes of each part of a story: docs/formats.md is made of it. Absent where other sources read
   * what lies inside: an archive.
   */
  fields?: FieldMap
  story?: StoryMap
  /** Whether this source reads such a file, by its name and first bytes. */
  accepts(file: ImportInput): boolean
  /** @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' */
  read(file: ImportInput, tools: ImportTools): ImportedFile | Promise<ImportedFile>
}
/** What a file turned out to hold: most hold one article, an archive or a feed many. One that cannot be read never stops the rest. */
export interface ImportedFile {
  articles: ImportedArticle[]
  failed?: { name: string; error: ErrorData }[]
}
/** What a source cannot do by itself. */
export interface ImportTools {
  /**
   * What lies in a zip, its names and sizes looked at before anything is unpacked.
   * @throws DeskError 'unreadable' (broken, or a name that leads elsewhere) | 'too-large' (more than an archive may unpack to)
   */
  unzip: (bytes: Uint8Array) => Promise<Archive>
  /** Reads a file that lies inside another as if it had come with what lies `beside` it there. @throws as ImportSource.read */
  inside: (file: ImportInput, beside?: Beside) => Promise<ImportedFile>
  /** What came along with the file; absent where it came alone. */
  beside?: Beside | undefined
  /**
   * What an installed office program makes of a file that Midad does not read itself (`odt`, `rtf`, `doc`): a Word file. Absent where no
   * program can be run. @throws DeskError 'office-missing' | 'unreadable' | 'too-large'
   */
  toDocx?: ((bytes: Uint8Array, ending: string) => Promise<Uint8Array>) | undefined
}
/**
 * The bytes of the file that an address in a file means (`media/1.jpg`, `./page_files/a%20b.png`, as it stands there); undefined where
 * nothing such came along, and for any address of the web. Nothing is ever fetched.
 */
export type Beside = (address: string) => Promise<Uint8Array | undefined>
export interface Archive {
  /** The paths of its files with `/`, each once. */
  names: readonly string[]
  /** The bytes of one; undefined where there is none of that name. @throws DeskError 'unreadable' | 'too-large' */
  read: (name: string) => Promise<Uint8Array | undefined>
}
export interface ImportInput {
  name: string
  bytes: Uint8Array
  /** Set by the person; otherwise found from the letters. */
  language?: LanguageCode | undefined
}
export interface ImportedArticle {
  /** Its path inside a file that holds several; absent where the file is the article. */
  name?: string
  language: LanguageCode
  fields: Partial<ArticleFields>
  body: StoryBody
  /** Pictures that came inside the file: nodes name them `import:<index>` until they are stored. */
  pictures: { bytes: Uint8Array; mime: string }[]
  warnings: Warning[]
  /** The article that this is a copy of, where the file says. */
  original?: ArticleId | undefined
  /** The article that it was translated from, where the file says; `revision` undefined where it does not say which text of it. */
  translatedFrom?: SourceNamed | undefined
}
export interface SourceNamed extends Omit<TranslatedFrom, 'revision'> {
  revision: number | undefined
}
