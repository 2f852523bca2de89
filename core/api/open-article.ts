import type { Article } from '../model/article.ts'
import type { ArticleText } from '../model/draft-patch.ts'

/** Why an open article cannot be changed here; `unknown` names the node types that this version does not know. */
export interface ReadOnlyReason {
  reason: 'newer-schema' | 'unknown-node' | 'library-locked'
  unknown: string[]
}
export interface OpenArticle {
  article: Article
  readOnly: ReadOnlyReason | null
  /** Set where the text holds words of a journal that its file does not have yet: when the last were written (ISO 8601). */
  recovered?: string | undefined
  /** With it, the text of the file: what is written from now on is journaled against that. */
  stored?: ArticleText | undefined
}
