import type { Recovered } from '../../core/api/versions.ts'
import type { DeskClient } from '../desk/client.ts'

/** Texts that were found after an end that was none of ours, until a person has decided about each. */
export class Recovery {
  readonly #desk: DeskClient
  readonly #listeners = new Set<() => void>()
  /** Opened in this window: their texts are on the sheet by now. */
  readonly #opened = new Set<string>()
  #found: readonly Recovered[] = []

  constructor(desk: DeskClient) {
    this.#desk = desk
  }

  found = (): readonly Recovered[] => this.#found
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks the desk what was found; a desk that cannot say has found nothing. */
  async read(): Promise<void> {
    try {
      const { recovered } = await this.#desk.call('recovery.list', {})
      this.#show(recovered.filter(({ id }) => !this.#opened.has(id)))
    } catch {
      // What lies in a journal stays there, and is found by the next start.
    }
  }

  /** The article is open: whoever opens it has its recovered text before them. */
  opened(id: string): void {
    this.#opened.add(id)
    this.#show(this.#found.filter((each) => each.id !== id))
  }

  /** The file holds; the text found beyond it stays as a version. @throws DeskError */
  async discard(id: string): Promise<void> {
    await this.#desk.call('recovery.discard', { id })
    this.#show(this.#found.filter((each) => each.id !== id))
  }

  #show(found: readonly Recovered[]) {
    if (found.length === 0 && this.#found.length === 0) return
    this.#found = found
    for (const listener of this.#listeners) listener()
  }
}
