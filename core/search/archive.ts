import type { Article, ArticleId } from '../model/article.ts'
import { ArticleIndex } from './article-index.ts'
import { unstamped, type TextStamp } from './index/document.ts'
import { SectionReader, SectionWriter, type TextOfUnits } from './index/sections.ts'
import type { Stems } from './index/vocabulary.ts'
import { UsedValues } from './used-values.ts'

/** All that the articles of a library are known by: their words, and what they have in the remembered fields. */
export class Archive {
  readonly index: ArticleIndex
  readonly used = new UsedValues()

  constructor(stems: Stems) {
    this.index = new ArticleIndex(stems)
  }

  /**
   * Takes over what another one kept, none of whose articles this one holds. @throws RangeError where the bytes are damaged or of
   * another version: what each of its articles has in the remembered fields may be there then, until the article itself comes
   */
  restore(bytes: Uint8Array, textOf?: TextOfUnits): void {
    const reader = new SectionReader(bytes, textOf)
    this.used.restore(reader)
    this.index.restore(reader)
  }

  /** Makes it quicker to search and smaller: for one to which nothing is added any more. */
  compact(): void {
    this.index.compact()
  }

  /** Takes an article in, or a newer text of one; `stamp` tells its file from a later one. */
  put(article: Article, stamp: TextStamp = unstamped): void {
    this.index.put(article, stamp)
    this.used.put(article)
  }

  remove(id: ArticleId): void {
    this.index.remove(id)
    this.used.remove(id)
  }

  /** All of it in bytes, piece by piece, some made when they are asked for; what changes afterwards changes nothing in them. */
  kept(): Iterable<Uint8Array> {
    const writer = new SectionWriter()
    this.used.keep(writer)
    this.index.keep(writer)
    return writer.pieces()
  }
}
