import type { Article, ArticleId } from '../model/article.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { rememberedIds, rememberedIn, type Remembered, type RememberedId } from '../model/remembered.ts'

interface Use {
  revision: number
  /** Milliseconds since 1970. */
  updatedMs: number
  language: LanguageCode
  values: Remembered
}
interface Tally {
  value: string
  here: number
  everywhere: number
  lastMs: number
}
const mostOfOne = 200

/** What each article has in the remembered fields: kept beside the search index, so that a suggestion reads no file. */
export class UsedValues {
  readonly #uses = new Map<ArticleId, Use>()

  /** Takes an article in; an older revision than the one held is passed over. */
  put(article: Article): void {
    const held = this.#uses.get(article.id)
    if (held && held.revision > article.revision) return
    const { revision, language } = article
    const updatedMs = Date.parse(article.updatedAt) || 0
    this.#uses.set(article.id, { revision, updatedMs, language, values: rememberedIn(article) })
  }

  remove(id: ArticleId): void {
    this.#uses.delete(id)
  }

  /**
   * At most 200 values a field, in their own spelling: the most used in this language first, then the most used in any, then
   * the latest. Spellings are not merged: أربيل and هەولێر, كوردستان and کوردستان are each right in their language.
   */
  suggestions(language: LanguageCode, except?: ArticleId): Remembered {
    const tallies = new Map(rememberedIds.map((field) => [field, new Map<string, Tally>()]))
    for (const [id, use] of this.#uses) {
      if (id === except) continue
      for (const field of rememberedIds) tally(tallies.get(field), use, field, use.language === language)
    }
    const ranked = rememberedIds.map((field) => [field, rank(tallies.get(field)?.values() ?? [])])
    return Object.fromEntries(ranked) as Remembered
  }
}

function tally(
  tallies: Map<string, Tally> | undefined,
  use: Use,
  field: RememberedId,
  isHere: boolean,
): void {
  for (const value of use.values[field]) {
    const known = tallies?.get(value) ?? { value, here: 0, everywhere: 0, lastMs: 0 }
    known.here += isHere ? 1 : 0
    known.everywhere += 1
    known.lastMs = Math.max(known.lastMs, use.updatedMs)
    tallies?.set(value, known)
  }
}

function rank(tallies: Iterable<Tally>): string[] {
  return [...tallies]
    .sort(
      (one, other) => other.here - one.here || other.everywhere - one.everywhere || other.lastMs - one.lastMs,
    )
    .slice(0, mostOfOne)
    .map(({ value }) => value)
}
