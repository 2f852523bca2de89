import type { NamesChange } from '../../core/api/names.ts'
import { NameIndex } from '../../core/language/name-index.ts'
import type { NameEntry } from '../../core/model/names.ts'
import type { DeskClient } from './client.ts'

/** The house's names, as the desk has them: one for all who ask in this window. */
export class HouseNames {
  readonly #desk: DeskClient
  readonly #listeners = new Set<() => void>()
  #entries: readonly NameEntry[] | null = null
  #index: NameIndex | undefined
  #failure: unknown = null
  #asked: Promise<void> | undefined

  constructor(desk: DeskClient) {
    this.#desk = desk
    desk.listen(
      (event) => event.name === 'names.changed' && this.#learn(event.data),
      () => {
        if (this.#asked) void (this.#asked = this.#read())
      },
    )
  }

  /** Null until the desk has answered; another list whenever something has changed. */
  entries = (): readonly NameEntry[] | null => this.#entries
  /** Why the desk could not say; null where it could. */
  failure = (): unknown => this.#failure
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Of an empty list until the desk has answered. */
  index(): NameIndex {
    return (this.#index ??= new NameIndex(this.#entries ?? []))
  }

  /** Asks the desk, once; again where it could not say. */
  ask(): Promise<void> {
    this.#asked ??= this.#read()
    return this.#asked
  }

  /** @throws DeskError */
  async change(change: { put?: NameEntry[]; remove?: string[] }): Promise<void> {
    this.#learn(await this.#desk.call('names.change', change))
  }

  #learn({ put, removed }: NamesChange): void {
    if (!this.#entries) return
    const entries = new Map(this.#entries.map((entry) => [entry.id, entry]))
    for (const id of removed) entries.delete(id)
    for (const entry of put) entries.set(entry.id, entry)
    this.#set([...entries.values()])
  }

  #set(entries: readonly NameEntry[] | null, failure: unknown = null): void {
    this.#entries = entries
    this.#index = undefined
    this.#failure = failure
    for (const listener of this.#listeners) listener()
  }

  async #read(): Promise<void> {
    try {
      this.#set((await this.#desk.call('names.state', {})).entries)
    } catch (thrown) {
      this.#asked = undefined
      this.#set(this.#entries, thrown)
    }
  }
}

const known = new WeakMap<DeskClient, HouseNames>()

/** The names of this desk's house. */
export function houseNamesOf(desk: DeskClient): HouseNames {
  const there = known.get(desk)
  if (there) return there
  const made = new HouseNames(desk)
  known.set(desk, made)
  return made
}
