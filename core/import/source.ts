import type { Warning } from '../api/files.ts'
import type { ArticleId } from '../model/article.ts'
import type { StoryBody } from '../model/body.ts'
import type { ArticleFields } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'

/** One way into Midad. One file here, one line in registry.ts. Pure: bytes in, an article out. */
export interface ImportSource {
  id: string
  /** Whether this source reads such a file, by its name and first bytes. */
  accepts(file: ImportInput): boolean
  /** @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' */
  read(file: ImportInput): ImportedArticle
}
export interface ImportInput {
  name: string
  bytes: Uint8Array
  /** Set by the person; otherwise found from the letters. */
  language?: LanguageCode | undefined
}
export interface ImportedArticle {
  language: LanguageCode
  fields: Partial<ArticleFields>
  body: StoryBody
  /** Pictures that came inside the file: nodes name them `import:<index>` until they are stored. */
  pictures: { bytes: Uint8Array; mime: string }[]
  warnings: Warning[]
  /** The article that this is a copy of, where the file says. */
  original?: ArticleId | undefined
}
