import type { Status } from '../../../core/model/fields.ts'

/** What can be done with all articles that are chosen. */
export interface BulkDeeds {
  status: (ids: readonly string[], status: Status) => void
  keyword: (ids: readonly string[], word: string) => void
  trash: (ids: readonly string[]) => void
  export: (ids: readonly string[]) => void
}

/** How far it is. */
export interface BulkProgress {
  done: number
  count: number
}
export interface BulkReport {
  /** How many were changed. */
  count: number
  errors: unknown[]
  /** Takes all of it back, the last first. */
  back: () => Promise<BulkReport>
}

/** One thing done with many articles, one after the other: it says how far it is, and stops after the one at hand. */
export class Bulk {
  readonly #listeners = new Set<() => void>()
  #progress: BulkProgress | null = null
  #isStopped = false

  /** Null where nothing is being done. */
  progress = (): BulkProgress | null => this.#progress
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  stop(): void {
    this.#isStopped = true
  }

  /**
   * Does it with each; what fails for one does not stop the next. `one` answers how it is taken back, or null where there was
   * nothing to do. Null where something else is being done.
   */
  async run(
    ids: readonly string[],
    one: (id: string) => Promise<(() => Promise<unknown>) | null>,
  ): Promise<BulkReport | null> {
    if (this.#progress) return null
    this.#isStopped = false
    const backs: (() => Promise<unknown>)[] = []
    const errors: unknown[] = []
    for (const [done, id] of ids.entries()) {
      if (this.#isStopped) break
      this.#set({ done, count: ids.length })
      try {
        const back = await one(id)
        if (back) backs.push(back)
      } catch (error) {
        errors.push(error)
      }
    }
    this.#set(null)
    return { count: backs.length, errors, back: () => this.#takeBack(backs) }
  }

  async #takeBack(backs: readonly (() => Promise<unknown>)[]): Promise<BulkReport> {
    this.#isStopped = false
    const errors: unknown[] = []
    let count = 0
    for (const [done, back] of backs.toReversed().entries()) {
      if (this.#isStopped) break
      this.#set({ done, count: backs.length })
      await back().then(
        () => (count += 1),
        (error: unknown) => errors.push(error),
      )
    }
    this.#set(null)
    return { count, errors, back: () => this.#takeBack([]) }
  }

  #set(progress: BulkProgress | null) {
    this.#progress = progress
    for (const listener of this.#listeners) listener()
  }
}
