import type { LanguageCode } from '../model/language-code.ts'
import { spellingsOf, type NameEntry, type NameKind } from '../model/names.ts'
import { fold } from './fold.ts'

/** A spelling of a name, as it is found. */
interface Spelt {
  entry: NameEntry
  language: LanguageCode
  word: string
}
interface Sorted {
  key: string
  /** It is the whole spelling, and not its end from a later word on. */
  isHead: boolean
  spelt: Spelt
}
/** A name that goes on from what was written. */
export interface CompletedName {
  entry: NameEntry
  /** The spelling to put there. */
  word: string
}

const between = /[\s\p{P}\p{S}]+/u
/** The folded words of a name: what it is compared by. */
export const nameWords = (text: string): string[] => fold(text).split(between).filter(Boolean)
const keyOf = (text: string): string => nameWords(text).join(' ')

/** The names of the house, found by any spelling in any language; made once for a list. */
export class NameIndex {
  readonly #bySpelling = new Map<string, Spelt[]>()
  #sorted: Sorted[] | undefined
  /** Of the longest name, in words. */
  readonly mostWords: number

  constructor(entries: readonly NameEntry[]) {
    let most = 0
    for (const entry of entries)
      for (const { language, word } of spellingsOf(entry)) {
        const words = nameWords(word)
        if (words.length === 0) continue
        const key = words.join(' ')
        const known = this.#bySpelling.get(key)
        if (known) known.push({ entry, language, word })
        else this.#bySpelling.set(key, [{ entry, language, word }])
        most = Math.max(most, words.length)
      }
    this.mostWords = most
  }

  /** The names that are written so in some language. */
  spelledAs(written: string, kinds?: readonly NameKind[]): NameEntry[] {
    const found = this.#bySpelling.get(keyOf(written)) ?? []
    return [...new Set(found.map(({ entry }) => entry))].filter((entry) => isOf(entry, kinds))
  }

  /** The folded words of all other spellings, in all languages, of the names that are written so; each once. */
  otherSpellings(words: readonly string[], kinds?: readonly NameKind[]): string[][] {
    const key = words.join(' ')
    const keys = new Set<string>()
    for (const { entry } of this.#bySpelling.get(key) ?? [])
      if (isOf(entry, kinds)) for (const { word } of spellingsOf(entry)) keys.add(keyOf(word))
    keys.delete(key)
    keys.delete('')
    return Array.from(keys, (other) => other.split(' '))
  }

  /** What the house writes in this language where something else stands; undefined where that is right, or unknown. */
  preferredFor(written: string, language: LanguageCode, kinds?: readonly NameKind[]): string | undefined {
    const plain = written.normalize('NFC').trim()
    const preferred = this.spelledAs(plain, kinds).flatMap(({ spellings }) => {
      const own = spellings[language]
      return own ? [own.preferred] : []
    })
    // Of two names that are written alike one may be meant.
    return preferred.includes(plain) ? undefined : preferred[0]
  }

  /**
   * At most `limit` names with a spelling that begins so, then those with a later word that does, each once and as the house
   * writes it in `language`; in the language it was begun in where the house has none there.
   */
  completing(
    begun: string,
    {
      language,
      kinds,
      limit,
    }: { language?: LanguageCode | undefined; kinds?: readonly NameKind[]; limit: number },
  ): CompletedName[] {
    const key = fold(begun).split(between).join(' ').trimStart()
    if (key.trim() === '') return []
    const found = new Map<NameEntry, { word: string; isHead: boolean }>()
    const sorted = (this.#sorted ??= this.#sort())
    for (let at = firstFrom(sorted, key); at < sorted.length; at += 1) {
      const { key: begins, isHead, spelt } = sorted[at] as Sorted
      if (!begins.startsWith(key)) break
      if (!isOf(spelt.entry, kinds)) continue
      if (found.get(spelt.entry)?.isHead || (found.has(spelt.entry) && !isHead)) continue
      const own = spelt.entry.spellings[language ?? spelt.language]
      found.set(spelt.entry, { word: own?.preferred ?? spelt.word, isHead })
    }
    return Array.from(found, ([entry, { word, isHead }]) => ({ entry, word, isHead }))
      .sort((one, other) => Number(other.isHead) - Number(one.isHead))
      .slice(0, limit)
      .map(({ entry, word }) => ({ entry, word }))
  }

  #sort(): Sorted[] {
    const all = [...this.#bySpelling].flatMap(([key, spelts]) =>
      spelts.flatMap((spelt) => {
        const words = key.split(' ')
        return words.map((_, at) => ({ key: words.slice(at).join(' '), isHead: at === 0, spelt }))
      }),
    )
    return all.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  }
}

const isOf = ({ kind }: NameEntry, kinds: readonly NameKind[] | undefined): boolean =>
  kinds === undefined || kinds.includes(kind)

function firstFrom(sorted: readonly { key: string }[], key: string): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle]?.key ?? '') < key) from = middle + 1
    else to = middle
  }
  return from
}
