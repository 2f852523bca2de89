import type { ArticleId } from '../../core/model/article.ts'
import { hashOf, readArticleBytes, type Readable, type Unreadable } from './article-bytes.ts'
import { parseStrictly } from './read-strictly.ts'

/** What the bytes of an article's file turned out to say. */
export interface ReadText {
  /** sha256 of the bytes. */
  hash: string
  /** How many bytes there are. */
  size: number
  read: Readable
  /** Set where the file is of an older Midad. */
  isOld: boolean
}

/** So many bytes of files: some hundred news stories, or two of fifty thousand words. */
const atMostBytes = 2 * 1024 ** 2

/**
 * The texts that were read or written last, so that a file whose bytes are the same is not taken apart again: a save reads what it
 * replaces. Nobody changes a text in place.
 */
export class LatestTexts {
  /** The latest at the end. */
  readonly #texts = new Map<ArticleId, ReadText>()
  readonly #isOlder: (json: unknown) => boolean
  #bytes = 0

  /** `isOlder` tells the files of an older Midad. */
  constructor(isOlder: (json: unknown) => boolean) {
    this.#isOlder = isOlder
  }

  /** What these bytes of the article's file say, which are noted with it where they can be read. */
  in(id: ArticleId, bytes: Uint8Array): ReadText | Unreadable {
    const hash = hashOf(bytes)
    const same = this.get(id, hash)
    if (same) return same
    const file = parseStrictly(bytes)
    const read = readArticleBytes(file)
    if (read.kind === 'unreadable') return read
    const isOld = file.kind === 'json' && this.#isOlder(file.json)
    const text = { hash, size: bytes.length, read, isOld }
    this.note(id, text)
    return text
  }

  /** What the file says where its bytes have this hash; undefined where that has to be read out of them. */
  get(id: ArticleId, hash: string): ReadText | undefined {
    const text = this.#texts.get(id)
    return text?.hash === hash ? text : undefined
  }

  note(id: ArticleId, text: ReadText): void {
    this.#forget(id)
    this.#texts.set(id, text)
    this.#bytes += text.size
    for (const longest of this.#texts.keys()) {
      if (this.#bytes <= atMostBytes) return
      this.#forget(longest)
    }
  }

  #forget(id: ArticleId): void {
    this.#bytes -= this.#texts.get(id)?.size ?? 0
    this.#texts.delete(id)
  }
}
