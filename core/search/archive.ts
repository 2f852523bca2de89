import type { Article, ArticleId } from '../model/article.ts'
import { ArticleIndex } from './article-index.ts'
import { unstamped, type TextStamp } from './index/document.ts'
import { SectionReader, SectionWriter, type TextOfUnits } from './index/sections.ts'
import type { Stems } from './index/vocabulary.ts'
import { UsedValues } from './used-values.ts'

/** All that the articles of a library are known by: their words, and what they have in the remembered fields. */
export class Archive {
  readonly index: ArticleIndex
  readonly used: UsedValues

  constructor(stems: Stems, index = new ArticleIndex(stems), used = new UsedValues()) {
    this.index = index
    this.used = used
  }

  /** What `kept` answered, as it was then. @throws RangeError where the bytes are damaged or of another version */
  static restored(stems: Stems, bytes: Uint8Array, textOf?: TextOfUnits): Archive {
    const reader = new SectionReader(bytes, textOf)
    const used = new UsedValues()
    used.restore(reader)
    return new Archive(stems, ArticleIndex.restored(stems, reader), used)
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

  /** All of it in bytes, piece by piece; what changes afterwards changes nothing in them. */
  kept(): readonly Uint8Array[] {
    const writer = new SectionWriter()
    this.used.keep(writer)
    this.index.keep(writer)
    return writer.pieces
  }
}
