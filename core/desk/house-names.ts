import { NameIndex } from '../language/name-index.ts'
import type { NameEntry } from '../model/names.ts'
import type { NameStore } from './house-stores.ts'

/** The names of the house ready for being asked; made anew only when the list is another. */
export class HouseNames {
  readonly #store: NameStore
  #entries: readonly NameEntry[] = []
  #index = new NameIndex([])

  constructor(store: NameStore) {
    this.#store = store
  }

  /** @throws DeskError 'unreadable' */
  async index(): Promise<NameIndex> {
    const entries = await this.#store.entries()
    if (entries !== this.#entries) {
      this.#entries = entries
      this.#index = new NameIndex(entries)
    }
    return this.#index
  }

  /** The same; the last that could be read where the list cannot be now: a search without names is still a search. */
  async known(): Promise<NameIndex> {
    return this.index().catch(() => this.#index)
  }
}
