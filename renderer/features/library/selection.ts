/** Articles that were chosen in a list, to do something with all of them. */
export interface Picked {
  ids: ReadonlySet<string>
  /** Rows show that they can be chosen, also while none is. */
  isPicking: boolean
}

/** Which articles are chosen, by their ids: they stay chosen wherever the list moves. */
export class Selection {
  readonly #listeners = new Set<() => void>()
  #state: Picked = { ids: new Set(), isPicking: false }
  /** The row that a range begins at. */
  #anchor: string | undefined

  state = (): Picked => this.#state
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  get anchor(): string | undefined {
    return this.#anchor
  }

  /** Rows can be chosen from now on. */
  begin(): void {
    this.#set({ ...this.#state, isPicking: true })
  }

  /** Nothing is chosen any more. */
  end(): void {
    this.#anchor = undefined
    this.#set({ ids: new Set(), isPicking: false })
  }

  toggle(id: string): void {
    const ids = new Set(this.#state.ids)
    if (!ids.delete(id)) ids.add(id)
    this.#anchor = id
    this.#set({ ids, isPicking: true })
  }

  /** These too. */
  add(more: readonly string[], anchor = this.#anchor): void {
    this.#anchor = anchor
    this.#set({ ids: new Set([...this.#state.ids, ...more]), isPicking: true })
  }

  /** They are in no list any more. */
  drop(gone: readonly string[]): void {
    if (!gone.some((id) => this.#state.ids.has(id))) return
    const ids = new Set([...this.#state.ids].filter((id) => !gone.includes(id)))
    this.#set({ ids, isPicking: this.#state.isPicking && ids.size > 0 })
  }

  #set(state: Picked) {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
