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
  #line: Promise<unknown> = Promise.resolve()
  /** How many changes of a name the desk has not answered yet. */
  readonly #onTheWay = new Map<string, number>()

  constructor(desk: DeskClient) {
    this.#desk = desk
    desk.listen(
      (event) => event.name === 'names.changed' && this.#hear(event.data),
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

  /**
   * Holds here at once, so that the next change of the same name is made from it; one goes to the desk after the other. What the
   * desk refuses is taken back. @throws DeskError
   */
  change({ put = [], remove = [] }: { put?: NameEntry[]; remove?: string[] }): Promise<void> {
    const ids = [...remove, ...put.map(({ id }) => id)]
    for (const id of ids) this.#onTheWay.set(id, (this.#onTheWay.get(id) ?? 0) + 1)
    this.#learn({ put, removed: remove })
    const done = this.#line.then(async () => {
      try {
        await this.#desk.call('names.change', { put, remove })
      } catch (thrown) {
        await this.#read()
        throw thrown
      } finally {
        for (const id of ids) this.#onTheWay.set(id, (this.#onTheWay.get(id) ?? 1) - 1)
      }
    })
    this.#line = done.catch(() => undefined)
    return done
  }

  /** What another window has changed; what this one has changed meanwhile is newer. */
  #hear({ put, removed }: NamesChange): void {
    const isOnTheWay = (id: string): boolean => (this.#onTheWay.get(id) ?? 0) > 0
    this.#learn({
      put: put.filter(({ id }) => !isOnTheWay(id)),
      removed: removed.filter((id) => !isOnTheWay(id)),
    })
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
