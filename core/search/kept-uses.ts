import type { ArticleId } from '../model/article.ts'
import { languageCodes, type LanguageCode } from '../model/language-code.ts'
import { rememberedIds, type Remembered, type RememberedId } from '../model/remembered.ts'
import type { SectionReader, SectionWriter } from './index/sections.ts'

/** Letters of an id. */
const idLength = 26

/** What one article has in the remembered fields. */
export interface Use {
  id: ArticleId
  revision: number
  updatedMs: number
  language: LanguageCode
  values: Remembered
}
/** How often a value is used, each language by its number in `languageCodes`. */
export interface ValueCount {
  everywhere: number
  /** Milliseconds since 1970. */
  lastMs: number
  byLanguage: Uint32Array
}

interface Columns {
  /** Each value once. */
  values: readonly string[]
  ids: string
  revisions: Uint32Array
  languages: Uint8Array
  updated: Float64Array
  /** For each article and field where its values begin, and one more. */
  starts: Uint32Array
  /** Numbers of values. */
  numbers: Uint32Array
}

/**
 * Uses as they were kept: numbers behind each other, because few articles are ever looked at again and all of them stand between a start
 * and the first answer.
 */
export class KeptUses {
  readonly #columns: Columns
  /** 1 for an article that has gone or came anew since. */
  readonly #gone: Uint8Array
  #places: ReadonlyMap<ArticleId, number> | undefined

  private constructor(columns: Columns) {
    this.#columns = columns
    this.#gone = new Uint8Array(columns.revisions.length)
  }

  static keep(uses: Iterable<Use>, writer: SectionWriter): void {
    const known = new Map<string, number>()
    const [numbers, starts]: [number[], number[]] = [[], []]
    const [ids, revisions, languages, updated]: [ArticleId[], number[], number[], number[]] = [[], [], [], []]
    for (const { id, revision, language, updatedMs, values } of uses) {
      ids.push(id)
      revisions.push(revision)
      languages.push(languageCodes.indexOf(language))
      updated.push(updatedMs)
      for (const field of rememberedIds) {
        starts.push(numbers.length)
        for (const value of values[field]) {
          const number = known.get(value) ?? known.size
          known.set(value, number)
          numbers.push(number)
        }
      }
    }
    starts.push(numbers.length)
    writer.text(JSON.stringify([...known.keys()]))
    writer.texts(ids)
    writer.numbers(Uint32Array.from(revisions))
    writer.raw(Uint8Array.from(languages))
    writer.wide(Float64Array.from(updated))
    writer.numbers(Uint32Array.from(starts))
    writer.numbers(Uint32Array.from(numbers))
  }

  /** Reads what `keep` wrote. @throws RangeError where its parts do not fit each other */
  static read(reader: SectionReader): KeptUses {
    const values = textsOf(reader.text())
    const [ids, revisions, languages] = [reader.text(), reader.numbers(), reader.raw()]
    const [updated, starts, numbers] = [reader.wide(), reader.numbers(), reader.numbers()]
    const count = revisions.length
    const isWhole =
      ids.length === count * idLength &&
      [languages, updated].every(({ length }) => length === count) &&
      starts.length === count * rememberedIds.length + 1 &&
      starts.at(-1) === numbers.length &&
      languages.every((language) => language < languageCodes.length) &&
      numbers.every((number) => number < values.length)
    if (!isWhole) throw new RangeError('uses that do not fit each other')
    return new KeptUses({ values, ids, revisions, languages, updated, starts, numbers })
  }

  get(id: ArticleId): Use | undefined {
    const place = this.#placeOf(id)
    return place === undefined || this.#gone[place] === 1 ? undefined : this.#at(place)
  }

  drop(id: ArticleId): void {
    const place = this.#placeOf(id)
    if (place !== undefined) this.#gone[place] = 1
  }

  /** Those that are still there. */
  *all(): Generator<Use, void, undefined> {
    for (const place of this.#columns.revisions.keys()) if (this.#gone[place] === 0) yield this.#at(place)
  }

  /** Every value of a field, before anything has gone. */
  counts(field: RememberedId): Map<string, ValueCount> {
    const { values, revisions, languages, updated, starts, numbers } = this.#columns
    const [size, tongues, at] = [values.length, languageCodes.length, rememberedIds.indexOf(field)]
    const everywhere = new Uint32Array(size)
    const last = new Float64Array(size)
    const byLanguage = new Uint32Array(size * tongues)
    for (let place = 0; place < revisions.length; place += 1) {
      const begin = place * rememberedIds.length + at
      const [language, ms] = [languages[place] ?? 0, updated[place] ?? 0]
      for (let one = starts[begin] ?? 0; one < (starts[begin + 1] ?? 0); one += 1) {
        const number = numbers[one] ?? 0
        everywhere[number] = (everywhere[number] ?? 0) + 1
        byLanguage[number * tongues + language] = (byLanguage[number * tongues + language] ?? 0) + 1
        if (ms > (last[number] ?? 0)) last[number] = ms
      }
    }
    const counts = new Map<string, ValueCount>()
    for (let number = 0; number < size; number += 1) {
      if (everywhere[number] === 0) continue
      counts.set(values[number] ?? '', {
        everywhere: everywhere[number] ?? 0,
        lastMs: last[number] ?? 0,
        byLanguage: byLanguage.subarray(number * tongues, (number + 1) * tongues),
      })
    }
    return counts
  }

  #placeOf(id: ArticleId): number | undefined {
    const { ids, revisions } = this.#columns
    this.#places ??= new Map(
      Array.from(revisions.keys(), (place) => [ids.slice(place * idLength, (place + 1) * idLength), place]),
    )
    return this.#places.get(id)
  }

  #at(place: number): Use {
    const { values, ids, revisions, languages, updated, starts, numbers } = this.#columns
    const lists = rememberedIds.map((field, at) => {
      const begin = place * rememberedIds.length + at
      const own = numbers.subarray(starts[begin], starts[begin + 1])
      return [field, Array.from(own, (number) => values[number] ?? '')]
    })
    return {
      id: ids.slice(place * idLength, (place + 1) * idLength),
      revision: revisions[place] ?? 0,
      updatedMs: updated[place] ?? 0,
      language: languageCodes[languages[place] ?? 0] ?? 'en',
      values: Object.fromEntries(lists) as Remembered,
    }
  }
}

function textsOf(json: string): string[] {
  try {
    return JSON.parse(json) as string[]
  } catch {
    throw new RangeError('no JSON')
  }
}
