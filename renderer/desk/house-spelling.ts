import type { SpellingState } from '../../core/api/spelling.ts'
import {
  houseRules,
  readHouseList,
  type HouseList,
  type HouseRules,
} from '../../core/language/spelling/house-list.ts'
import { shippedDictionaries } from '../../core/language/spelling/shipped-dictionaries.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import type { DeskClient } from './client.ts'

/** Whose dictionary a language is looked up in. */
export type DictionaryOwner = 'house' | 'shipped' | null

/** What the house says of spelling, as the desk has it: one for all who ask in this window. */
export class HouseSpelling {
  readonly #desk: DeskClient
  readonly #listeners = new Set<() => void>()
  readonly #rules = new Map<LanguageCode, HouseRules>()
  #state: SpellingState | null = null
  #list: HouseList = {}
  #failure: unknown = null

  constructor(desk: DeskClient) {
    this.#desk = desk
    desk.listen(
      (event) => event.name === 'spelling.changed' && this.#learn(event.data),
      () => void this.#ask(),
    )
    void this.#ask()
  }

  /** Null until the desk has answered; another object whenever something has changed. */
  state = (): SpellingState | null => this.#state
  /** Why the desk could not say; null where it could. */
  failure = (): unknown => this.#failure
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  list(): HouseList {
    return this.#list
  }

  rules(language: LanguageCode): HouseRules {
    const known = this.#rules.get(language)
    if (known) return known
    const rules = houseRules(this.#list, language)
    this.#rules.set(language, rules)
    return rules
  }

  /** The house's own goes before the one that comes with Midad. */
  ownerOf(language: LanguageCode): DictionaryOwner {
    const own = this.#state?.dictionaries.find((each) => each.language === language)
    if (own?.isWhole) return 'house'
    return shippedDictionaries.some((each) => each.language === language) ? 'shipped' : null
  }

  /** @throws DeskError */
  async change(language: LanguageCode, part: { add?: string[]; remove?: string[] }): Promise<void> {
    this.#learn(await this.#desk.call('spelling.change', { language, ...part }))
  }

  #learn(state: SpellingState): void {
    this.#failure = null
    if (state.words !== this.#state?.words) {
      this.#list = readHouseList(state.words)
      this.#rules.clear()
    }
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  async #ask(): Promise<void> {
    try {
      this.#learn(await this.#desk.call('spelling.state', {}))
    } catch (thrown) {
      this.#failure = thrown
      for (const listener of this.#listeners) listener()
    }
  }
}

const known = new WeakMap<DeskClient, HouseSpelling>()

/** The house's spelling of this desk, asked for when it is first wanted. */
export function houseSpellingOf(desk: DeskClient): HouseSpelling {
  const there = known.get(desk)
  if (there) return there
  const made = new HouseSpelling(desk)
  known.set(desk, made)
  return made
}
