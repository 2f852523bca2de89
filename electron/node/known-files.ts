import type { ArticleId, ReadArticle } from '../../core/model/article.ts'
import type { Stamp } from './write-whole.ts'

/** What this process last read or wrote of a file. */
interface Known {
  revision: number
  /** sha256 of its bytes. */
  hash: string
  /** sha256 of texts whose write failed: one may stand in the file all the same, and still counts as `revision`. */
  unconfirmed: Set<string>
  stamp?: Stamp | undefined
  /** Set where the file is not to be rewritten: the node types that this version does not know. */
  foreign?: string[]
  /** Set where the file is of an older Midad. */
  isOld?: boolean
}

type Readable = Exclude<ReadArticle, { kind: 'unreadable' }>

/** What this process knows of the articles' files: which revision each is, and whether somebody else has changed it. */
export class KnownFiles {
  readonly #known = new Map<ArticleId, Known>()
  /** What is being written: its revision and the sha256 of its bytes. */
  readonly #writing = new Map<ArticleId, { revision: number; hash: string }>()

  get(id: ArticleId): Readonly<Known> | undefined {
    return this.#known.get(id)
  }

  forget(id: ArticleId): void {
    this.#known.delete(id)
  }

  /** sha256 of the article's file at this revision, of the one that is being written too; undefined where it is not known. */
  hashAt(id: ArticleId, revision: number): string | undefined {
    return [this.#known.get(id), this.#writing.get(id)].find((each) => each?.revision === revision)?.hash
  }

  /** Whether a file with this hash, or none, is what this process left there: by a write that failed, too. */
  isOurs(id: ArticleId, hash: string | undefined): boolean {
    const known = this.#known.get(id)
    return hash === known?.hash || (hash !== undefined && known?.unconfirmed.has(hash) === true)
  }

  /** Remembers a file that was read, and gives a change by another program a revision of its own. */
  recognise(read: Readable, file: { hash: string; stamp: Stamp | undefined; isOld?: boolean }): Readable {
    const { article } = read
    const known = this.#known.get(article.id)
    const revision = revisionOf(article.revision, file.hash, known)
    this.#known.set(article.id, {
      ...file,
      revision,
      unconfirmed: known?.unconfirmed ?? new Set(),
      ...(read.kind === 'foreign' ? { foreign: read.unknown } : {}),
    })
    return { ...read, article: { ...article, revision } }
  }

  /** Runs the write of a text, which answers the stamp of the new file; where it fails the text stays unconfirmed. */
  async writing(
    id: ArticleId,
    text: { revision: number; hash: string },
    write: () => Promise<Stamp>,
  ): Promise<void> {
    this.#known.get(id)?.unconfirmed.add(text.hash)
    this.#writing.set(id, text)
    try {
      this.#known.set(id, { ...text, stamp: await write(), unconfirmed: new Set() })
    } finally {
      this.#writing.delete(id)
    }
  }
}

/** The revision of a file with this hash: a change by another program is a revision of its own. */
function revisionOf(revision: number, hash: string, known: Known | undefined): number {
  if (known === undefined) return revision
  if (hash === known.hash || known.unconfirmed.has(hash)) return known.revision
  return Math.max(revision, known.revision + 1)
}
