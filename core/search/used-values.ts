import type { Article, ArticleId } from '../model/article.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { rememberedIds, rememberedIn, type Remembered, type RememberedId } from '../model/remembered.ts'

interface Use {
  revision: number
  updatedMs: number
  language: LanguageCode
  /** As they were read; of what was kept, numbers in `#known` for each field, because few are ever looked at again. */
  values: Remembered | readonly (readonly number[])[]
}
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
  readonly #uses = new Map<ArticleId, Use>()
  readonly #tallies = new Map(rememberedIds.map((field) => [field, new Map<string, Tally>()]))
  /** The values that kept uses name by number. */
  #known: readonly string[] = []

  /** Takes an article in; an older revision than the one held is passed over. */
  put(article: Article): void {
    const { id, revision, language } = article
    const held = this.#uses.get(id)
    if (held && held.revision > revision) return
    this.remove(id)
    const updatedMs = Date.parse(article.updatedAt) || 0
    this.#take(id, { revision, updatedMs, language, values: rememberedIn(article) })
  }

  /** All of it as one line of JSON, for `restore`: each value once, articles name them by number. */
  kept(): string {
    const numbers = new Map<string, number>()
    const numberOf = (value: string): number => {
      const number = numbers.get(value) ?? numbers.size
      numbers.set(value, number)
      return number
    }
    const uses = Array.from(this.#uses, ([id, use]): KeptUse => {
      const { revision, updatedMs, language } = use
      const values = this.#valuesOf(use)
      return [id, revision, updatedMs, language, ...rememberedIds.map((field) => values[field].map(numberOf))]
    })
    return JSON.stringify({ values: [...numbers.keys()], uses } satisfies KeptUses)
  }

  /** Takes over what another one kept, before anything else is taken in. @throws RangeError where that is damaged */
  restore(kept: string): void {
    const { values: known, uses } = keptUses(kept)
    this.#known = known
    for (const [at, tallies] of [...this.#tallies.values()].entries()) {
      const byNumber: Tally[] = []
      for (const [, , updatedMs, language, ...lists] of uses)
        for (const number of lists[at] ?? []) {
          const tally = (byNumber[number] ??= newTally(known[number] ?? ''))
          addUse(tally, { language, by: 1, atMs: updatedMs })
        }
      for (const tally of byNumber) if (tally) tallies.set(tally.value, tally)
    }
    for (const [id, revision, updatedMs, language, ...values] of uses)
      this.#uses.set(id, { revision, updatedMs, language, values })
  }

  #valuesOf({ values }: Use): Remembered {
    if (!isNumbers(values)) return values
    const lists = rememberedIds.map((field, at) => [
      field,
      (values[at] ?? []).map((number) => this.#known[number] ?? ''),
    ])
    return Object.fromEntries(lists) as Remembered
  }

  remove(id: ArticleId): void {
    const use = this.#uses.get(id)
    if (!use) return
    this.#uses.delete(id)
    this.#count(use, -1, 0)
  }

  /**
   * At most 200 values a field, in their own spelling: the most used in this language first, then the most used in any, then
   * the latest. Spellings are not merged: أربيل and هەولێر, كوردستان and کوردستان are each right in their language.
   */
  suggestions(language: LanguageCode, except?: ArticleId): Remembered {
    const own = except === undefined ? undefined : this.#uses.get(except)
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

  #take(id: ArticleId, use: Use): void {
    this.#uses.set(id, use)
    this.#count(use, 1, use.updatedMs)
  }

  #count(use: Use, by: 1 | -1, atMs: number): void {
    const { language } = use
    const values = this.#valuesOf(use)
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
    const isOwn = new Set(own && this.#valuesOf(own)[field])
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

function addUse(
  tally: Tally,
  { language, by, atMs }: { language: LanguageCode; by: 1 | -1; atMs: number },
): void {
  tally.everywhere += by
  tally.in[language] = (tally.in[language] ?? 0) + by
  tally.lastMs = Math.max(tally.lastMs, atMs)
}

const isNumbers = (values: Use['values']): values is readonly (readonly number[])[] => Array.isArray(values)

type KeptUse = [id: string, revision: number, updatedMs: number, language: LanguageCode, ...lists: number[][]]
interface KeptUses {
  values: string[]
  uses: KeptUse[]
}

function keptUses(kept: string): KeptUses {
  try {
    return JSON.parse(kept) as KeptUses
  } catch {
    throw new RangeError('no JSON')
  }
}
