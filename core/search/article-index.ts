import type { Article, ArticleId } from '../model/article.ts'
import { BestOf } from './index/best-of.ts'
import { mergedSegment, segmentOf } from './index/build-segment.ts'
import { addCloseness } from './index/closeness.ts'
import {
  documentOf,
  unstamped,
  type DocumentFacts,
  type SearchDocument,
  type TextStamp,
} from './index/document.ts'
import { formsIn, joinedForms, readWord } from './index/forms.ts'
import { matchesIn, type Matches, type ReadQuery } from './index/match.ts'
import { isNearer, nearestIn, type NearTerm } from './index/nearest.ts'
import { keepSegment, keptSegment } from './index/keep-segment.ts'
import type { SectionReader, SectionWriter } from './index/sections.ts'
import type { Segment } from './index/segment.ts'
import { Vocabulary, type Stems } from './index/vocabulary.ts'
import type { AskedWord, Query } from './query.ts'

/** What a search found. */
export interface Found {
  /** The best, in their order, at most as many as were asked for. */
  ids: ArticleId[]
  /** How many articles answer the query. */
  total: number
  /** The folded words of the texts that were taken for those of the query. */
  words: ReadonlySet<string>
}

/** What of an answer is asked for: at most `limit` articles. */
export interface Finding {
  nowMs: number
  limit: number
  isWanted?: ((id: ArticleId) => boolean) | undefined
}

/** Articles that came in one by one and are no segment yet. */
const mostWaiting = 256
/** As many segments of one size are made into one. */
const segmentsOfOneSize = 6
/** More than any article can be worth: a strict spelling stands above a loose one, always (rtl.md Recommendation 12). */
const strictly = 1_000_000

interface NumberedSegment {
  segment: Segment
  /** Made when a document is looked for first. */
  numbers: ReadonlyMap<ArticleId, number> | undefined
}

/**
 * Every word of the articles with its places, in memory: segments that never change, the newest text of an article in one of
 * them. An article that comes in costs what it holds; now and then some segments become one.
 */
export class ArticleIndex {
  readonly #vocabulary: Vocabulary
  readonly #held = new Map<ArticleId, DocumentFacts>()
  readonly #waiting = new Map<ArticleId, SearchDocument>()
  #segments: NumberedSegment[] = []

  constructor(stems: Stems) {
    this.#vocabulary = new Vocabulary(stems)
  }

  /** Takes over what another one kept, none of whose articles this one holds. @throws RangeError where the bytes are damaged: none of them then */
  restore(reader: SectionReader): void {
    const [count = 0] = reader.numbers()
    this.#vocabulary.restore(reader)
    const segments = Array.from({ length: count }, () => keptSegment(reader))
    for (const segment of segments) {
      this.#add(segment)
      for (const [document, facts] of segment.parts.documents.entries())
        if (segment.gone[document] === 0) this.#held.set(facts.id, facts)
    }
  }

  /** Makes one segment of all: for an index to which nothing is added any more. */
  compact(): void {
    this.#settle()
    if (this.#segments.length < 2) return
    const all = mergedSegment(this.#segments.map(({ segment }) => segment))
    this.#segments = []
    this.#add(all)
  }

  /** Writes all of it; what changes afterwards changes nothing in the writer's pieces. */
  keep(writer: SectionWriter): void {
    this.#settle()
    writer.numbers(Uint32Array.of(this.#segments.length))
    this.#vocabulary.keep(writer)
    for (const { segment } of this.#segments) keepSegment(segment, writer)
  }

  /** How many articles it holds. */
  get size(): number {
    return this.#held.size
  }
  ids(): Iterable<ArticleId> {
    return this.#held.keys()
  }

  /** The stamp that an article came with; undefined for one that it does not hold. */
  stampOf(id: ArticleId): TextStamp | undefined {
    return this.#held.get(id)?.stamp
  }

  /**
   * Takes an article in; an older revision than the one held is passed over. `stamp` tells its file from a later one, for whoever
   * restores the index.
   */
  put(article: Article, stamp = unstamped): void {
    const held = this.#held.get(article.id)
    if (held !== undefined && held.revision > article.revision) return
    this.#drop(article.id)
    const document = documentOf(article, this.#vocabulary, stamp)
    this.#held.set(article.id, document.facts)
    this.#waiting.set(article.id, document)
    if (this.#waiting.size >= mostWaiting) this.#settle()
  }

  remove(id: ArticleId): void {
    this.#drop(id)
    this.#held.delete(id)
  }

  /**
   * The articles that answer the query, best first: by field, nearness of the words, closeness and freshness; of them those
   * that `isWanted`.
   */
  find(query: Query, { nowMs, limit, isWanted }: Finding): Found {
    this.#settle()
    const asked = this.#read(query)
    const forms = this.#segments.map(({ segment }) => asked.words.map((word) => formsIn(segment, word)))
    const rarities = asked.words.map((_, index) => {
      let holders = 0
      for (const [at, { segment }] of this.#segments.entries())
        for (const term of forms[at]?.[index]?.keys() ?? []) holders += segment.frequency(term)
      return Math.log(1 + this.#held.size / Math.max(1, holders))
    })
    const best = new BestOf<DocumentFacts>(limit, (one, other) => other.updatedMs - one.updatedMs)
    const words = new Set(query.phrases.flat())
    let total = 0
    const found = this.#segments.map(({ segment }, at) => ({
      segment,
      matches: matchesIn(segment, asked, forms[at] ?? [], rarities),
    }))
    addCloseness(found)
    for (const { segment, matches } of found) {
      if (matches.documents.length > 0) tellWords(segment, matches.forms, words)
      if (matches.documents.length > 0) tellNames(query, words)
      total += takeBest(segment, matches, { best, nowMs, isWanted })
    }
    return { ids: best.sorted().map(({ id }) => id), total, words }
  }

  /**
   * For the words of a query that no article has, the nearest that some have: the folded word, and an article that holds it.
   * Nothing where all its words are in the archive, or one has none that is near.
   */
  nearest(query: Query): { asked: AskedWord; term: string; id: ArticleId }[] {
    this.#settle()
    const unknown = query.words.filter((word) => {
      const read = readWord(word, this.#vocabulary)
      return !this.#segments.some(({ segment }) => formsIn(segment, read).size > 0)
    })
    const near = unknown.flatMap((asked) => {
      let best: (NearTerm & { id: ArticleId }) | undefined
      for (const { segment } of this.#segments) {
        const found = nearestIn(segment, asked.text)
        const id = found && segment.parts.documents[found.document]?.id
        if (found && id !== undefined && (!best || isNearer(found, best))) best = { ...found, id }
      }
      return best ? [{ asked, term: best.term, id: best.id }] : []
    })
    return near.length === unknown.length ? near : []
  }

  #read(query: Query): ReadQuery {
    const alone = query.without.phrases.filter(({ length }) => length === 1)
    return {
      query,
      words: query.words.map((word) => readWord(word, this.#vocabulary)),
      unwanted: alone.map(([text = '']) =>
        readWord({ text, written: text, isBegun: false }, this.#vocabulary),
      ),
    }
  }

  #drop(id: ArticleId): void {
    this.#waiting.delete(id)
    for (const numbered of this.#segments) {
      const { segment } = numbered
      numbered.numbers ??= new Map(segment.parts.documents.map((document, number) => [document.id, number]))
      const number = numbered.numbers.get(id)
      if (number !== undefined) segment.drop(number)
    }
  }

  /** Makes a segment of what waits, and one of several where many of a size have come together. */
  #settle(): void {
    if (this.#waiting.size === 0) return
    this.#add(segmentOf([...this.#waiting.values()]))
    this.#waiting.clear()
    for (let alike = this.#alike(); alike; alike = this.#alike()) {
      const old = new Set(alike)
      this.#segments = this.#segments.filter(({ segment }) => !old.has(segment))
      this.#add(mergedSegment(alike))
    }
  }

  #add(segment: Segment): void {
    if (segment.size > 0) this.#segments.push({ segment, numbers: undefined })
  }

  #alike(): Segment[] | undefined {
    const bySize = new Map<number, Segment[]>()
    for (const { segment } of this.#segments) {
      const size = Math.floor(Math.log(Math.max(1, segment.liveCount)) / Math.log(segmentsOfOneSize))
      const alike = bySize.get(size) ?? []
      alike.push(segment)
      bySize.set(size, alike)
    }
    return [...bySize.values()].find(({ length }) => length >= segmentsOfOneSize)
  }
}

/** Gives the documents to `best` with what they are worth; answers how many are wanted. */
function takeBest(
  segment: Segment,
  { documents, tally }: Matches,
  { best, nowMs, isWanted }: Pick<Finding, 'nowMs' | 'isWanted'> & { best: BestOf<DocumentFacts> },
): number {
  const { scores, isLoose } = tally
  const known = segment.parts.documents
  const fresh = segment.fresh(nowMs)
  let total = 0
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    if (isWanted && !isWanted(known[document]?.id ?? '')) continue
    total += 1
    const own = (1 + (scores[document] ?? 0)) * (fresh[document] ?? 1)
    const worth = isLoose[document] === 1 ? own : own + strictly
    const facts = worth < best.least ? undefined : known[document]
    if (facts) best.take(facts, worth)
  }
  return total
}

/** The other spellings of names are marked as they stand, with what Arabic writes onto the first word. */
function tellNames({ words: asked }: Query, words: Set<string>): void {
  for (const phrase of asked.flatMap(({ others = [] }) => others))
    for (const [at, word] of phrase.entries())
      for (const form of at === 0 ? [word, ...joinedForms(word)] : [word]) words.add(form)
}

function tellWords(
  segment: Segment,
  forms: readonly ReadonlyMap<number, number>[],
  words: Set<string>,
): void {
  for (const terms of forms) for (const term of terms.keys()) words.add(segment.parts.terms[term] ?? '')
}
