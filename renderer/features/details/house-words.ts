import { fold } from '../../../core/language/fold.ts'
import { rememberedIds, type Remembered, type RememberedId } from '../../../core/model/remembered.ts'
import type { DeskClient } from '../../desk/client.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { houseNamesOf, type HouseNames } from '../../desk/house-names.ts'
import type { Option } from '../../ui/combobox.tsx'
import { nameKindsOf } from './name-kinds.ts'

/** A word with the key it is found by. */
export interface FoldedWord {
  word: string
  folded: string
}
export const foldedWord = (word: string): FoldedWord => ({ word, folded: fold(word) })

const askAgainAfterMs = 20_000
const mostShown = 8

/** What the house has written before: asked of the desk when a field is entered, then kept here, so that a key asks nobody. */
export class HouseWords {
  readonly #desk: DeskClient
  readonly #draft: OpenDraft
  readonly #names: HouseNames
  #words: Partial<Record<RememberedId, readonly FoldedWord[]>> = {}
  readonly #listeners = new Set<() => void>()
  #language = ''
  #askedMs = Number.NEGATIVE_INFINITY

  constructor(desk: DeskClient, draft: OpenDraft, names: HouseNames = houseNamesOf(desk)) {
    this.#desk = desk
    this.#draft = draft
    this.#names = names
  }

  /** Called when other words have come. */
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** A new object whenever other words have come. */
  words = () => this.#words

  /** Brings the words up to date, at most every 20 seconds and whenever the language has changed. */
  async ask(nowMs = performance.now()): Promise<void> {
    const { id, language } = this.#draft.details()
    if (language === this.#language && nowMs - this.#askedMs < askAgainAfterMs) return
    this.#askedMs = nowMs
    this.#language = language
    try {
      this.#learn(await this.#desk.call('article.suggestions', { language, except: id }))
    } catch {
      // A field without suggestions is still a field: the next one that is entered asks again.
      this.#askedMs = Number.NEGATIVE_INFINITY
    }
  }

  /** What fits the letters written so far, without what is chosen already: names of the house first, as it writes them. */
  fitting(field: RememberedId, written: string, chosen: readonly string[] = []): Option[] {
    const kinds = nameKindsOf[field]
    const completed =
      kinds.length === 0
        ? []
        : this.#names
            .index()
            .completing(written, { language: this.#draft.details().language, kinds, limit: mostShown })
    const used = bestFits(this.#words[field] ?? [], written)
    const words = new Set([...completed, ...used].map(({ word }) => word))
    return [...words]
      .filter((word) => !chosen.includes(word))
      .slice(0, mostShown)
      .map((word) => ({ key: word, word }))
  }

  #learn(remembered: Remembered) {
    this.#words = Object.fromEntries(rememberedIds.map((field) => [field, remembered[field].map(foldedWord)]))
    for (const listener of this.#listeners) listener()
  }
}

/** Those that begin with what is written, then those with a word that does, then those that hold it; each in its order. All for no letters. */
export function bestFits<W extends FoldedWord>(words: readonly W[], written: string): W[] {
  const sought = fold(written).trim()
  if (sought === '') return [...words]
  const rankOf = ({ folded }: W) =>
    folded.startsWith(sought) ? 0 : folded.includes(` ${sought}`) ? 1 : folded.includes(sought) ? 2 : 3
  const ranked = words.map((word) => ({ word, rank: rankOf(word) })).filter(({ rank }) => rank < 3)
  return ranked.sort((one, other) => one.rank - other.rank).map(({ word }) => word)
}
