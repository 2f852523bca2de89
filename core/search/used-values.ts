import type { Article, ArticleId } from '../model/article.ts'
import { languageCodes, type LanguageCode } from '../model/language-code.ts'
import { rememberedIds, rememberedIn, type Remembered, type RememberedId } from '../model/remembered.ts'
import type { SectionReader, SectionWriter } from './index/sections.ts'
import { KeptUses, type Use, type ValueCount } from './kept-uses.ts'

interface Tally {
  value: string
  everywhere: number
  in: Partial<Record<LanguageCode, number>>
  /** Milliseconds since 1970 of the latest article that ever had it. */
  lastMs: number
}
const mostOfOne = 200

/**
 * What the articles have in the remembered fields, counted: kept beside the search index, so that a suggestion reads no file
 * and counts nothing anew (10 000 articles: some milliseconds).
 */
export class UsedValues {
  /** Of articles that came after what was kept. */
  readonly #uses = new Map<ArticleId, Use>()
  /** Each with other articles. */
  readonly #kept: KeptUses[] = []
  readonly #tallies = new Map(rememberedIds.map((field) => [field, new Map<string, Tally>()]))

  /** Takes an article in; an older revision than the one held is passed over. */
  put(article: Article): void {
    const { id, revision, language } = article
    const held = this.#useOf(id)
    if (held && held.revision > revision) return
    this.remove(id)
    const updatedMs = Date.parse(article.updatedAt) || 0
    this.#take({ id, revision, updatedMs, language, values: rememberedIn(article) })
  }

  /** Writes all of it, for `restore`. */
  keep(writer: SectionWriter): void {
    KeptUses.keep(this.#all(), writer)
  }

  /** Takes over what another one kept, of articles that this one does not have. @throws RangeError where that is damaged: nothing of it then */
  restore(reader: SectionReader): void {
    const kept = KeptUses.read(reader)
    this.#kept.push(kept)
    for (const [field, tallies] of this.#tallies) {
      for (const [value, counts] of kept.counts(field)) {
        const tally = tallies.get(value) ?? newTally(value)
        tallies.set(value, tally)
        addCounts(tally, counts)
      }
    }
  }

  *#all(): Generator<Use, void, undefined> {
    for (const kept of this.#kept) yield* kept.all()
    yield* this.#uses.values()
  }

  #useOf(id: ArticleId): Use | undefined {
    const use = this.#uses.get(id)
    if (use) return use
    for (const kept of this.#kept) {
      const found = kept.get(id)
      if (found) return found
    }
    return undefined
  }

  remove(id: ArticleId): void {
    const use = this.#useOf(id)
    if (!use) return
    if (!this.#uses.delete(id)) for (const kept of this.#kept) kept.drop(id)
    this.#count(use, -1, 0)
  }

  /**
   * At most 200 values a field, in their own spelling: the most used in this language first, then the most used in any, then
   * the latest. Spellings are not merged: أربيل and هەولێر, كوردستان and کوردستان are each right in their language.
   */
  suggestions(language: LanguageCode, except?: ArticleId): Remembered {
    const own = except === undefined ? undefined : this.#useOf(except)
    const ranked = rememberedIds.map((field) => [field, this.#ranked(field, language, own)])
    return Object.fromEntries(ranked) as Remembered
  }

  /** What the articles have in a field, each with how many of them and the language that most are in. */
  counted(field: RememberedId): { value: string; count: number; language: LanguageCode }[] {
    return Array.from(this.#tallies.get(field)?.values() ?? [], (tally) => {
      const languages = Object.entries(tally.in) as [LanguageCode, number][]
      const [[language] = ['en' as const]] = languages.sort(([, one], [, other]) => other - one)
      return { value: tally.value, count: tally.everywhere, language }
    })
  }

  #take(use: Use): void {
    this.#uses.set(use.id, use)
    this.#count(use, 1, use.updatedMs)
  }

  #count(use: Use, by: 1 | -1, atMs: number): void {
    const { language, values } = use
    for (const [field, tallies] of this.#tallies) {
      for (const value of values[field]) {
        const tally = tallies.get(value) ?? newTally(value)
        addUse(tally, { language, by, atMs })
        if (tally.everywhere > 0) tallies.set(value, tally)
        else tallies.delete(value)
      }
    }
  }

  #ranked(field: RememberedId, language: LanguageCode, own: Use | undefined): string[] {
    const isOwn = new Set(own?.values[field])
    const others = [...(this.#tallies.get(field)?.values() ?? [])].flatMap((tally) => {
      const mine = isOwn.has(tally.value) ? 1 : 0
      const here = (tally.in[language] ?? 0) - (own?.language === language ? mine : 0)
      const everywhere = tally.everywhere - mine
      return everywhere > 0 ? [{ value: tally.value, here, everywhere, lastMs: tally.lastMs }] : []
    })
    return others
      .sort(
        (one, other) =>
          other.here - one.here || other.everywhere - one.everywhere || other.lastMs - one.lastMs,
      )
      .slice(0, mostOfOne)
      .map(({ value }) => value)
  }
}

const newTally = (value: string): Tally => ({ value, everywhere: 0, in: {}, lastMs: 0 })

function addCounts(tally: Tally, { everywhere, lastMs, byLanguage }: ValueCount): void {
  tally.everywhere += everywhere
  tally.lastMs = Math.max(tally.lastMs, lastMs)
  for (const [at, language] of languageCodes.entries())
    if (byLanguage[at]) tally.in[language] = (tally.in[language] ?? 0) + byLanguage[at]
}

function addUse(
  tally: Tally,
  { language, by, atMs }: { language: LanguageCode; by: 1 | -1; atMs: number },
): void {
  tally.everywhere += by
  tally.in[language] = (tally.in[language] ?? 0) + by
  tally.lastMs = Math.max(tally.lastMs, atMs)
}
