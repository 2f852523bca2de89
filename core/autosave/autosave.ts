/** What a clock must do for saving: like setTimeout and clearTimeout. */
export interface Timers<Handle = unknown> {
  start(work: () => void, afterMs: number): Handle
  stop(handle: Handle): void
  /** Milliseconds of a clock that never goes back. */
  elapsed(): number
}

/** `saved` only when the last acknowledged version is the one in the editor. */
export type AutosaveState =
  | { kind: 'saved' }
  | { kind: 'dirty' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }

export interface AutosaveOptions {
  /** Saves the text as it stands when called; resolves when the disk has it. */
  save: () => Promise<void>
  timers: Timers
  onState: (state: AutosaveState) => void
  /** Milliseconds after the last edit. */
  idleMs?: number
  /** Milliseconds after the first unsaved edit, at most. */
  maxMs?: number
  /** Whether trying again by itself can help; `flush` tries in any case. Default: yes. */
  mayHeal?: (error: unknown) => boolean
}

export interface Autosave {
  /** To be called after every edit. */
  edited(): void
  /** Saves now what is unsaved and waits until nothing is; rejects with the error of a save that failed. */
  flush(): Promise<void>
  /** No more saves by itself; one that is under way goes on. */
  stop(): void
  readonly state: AutosaveState
}

/** When Midad saves unless it is told otherwise, in milliseconds: what the settings say of it is read from here. */
export const autosavePace = {
  /** After the last edit. */
  idleMs: 400,
  /** After the first unsaved edit, at most. */
  maxMs: 1000,
  /** After a save that failed; doubled each time. */
  firstRetryMs: 1000,
  longestRetryMs: 30_000,
} as const
const { firstRetryMs, longestRetryMs } = autosavePace

/**
 * Saves `idleMs` after the last edit and at most `maxMs` after the first unsaved one; never two saves at once. An edit
 * made while saving is saved by the next save. A failed save is tried again after 1 s, doubling up to 30 s.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  return new EditSaver(options)
}

interface Unsaved {
  firstMs: number
  lastMs: number
}

class EditSaver implements Autosave {
  readonly #options: Required<AutosaveOptions>
  #state: AutosaveState = { kind: 'saved' }
  /** When the edits were made that no save has taken along yet. */
  #unsaved: Unsaved | undefined
  #isStopped = false
  #saving: Promise<void> | undefined
  #timer: { handle: unknown } | undefined
  #retryMs: number = firstRetryMs

  constructor(options: AutosaveOptions) {
    const { idleMs, maxMs } = autosavePace
    this.#options = { idleMs, maxMs, mayHeal: () => true, ...options }
  }

  get state(): AutosaveState {
    return this.#state
  }

  edited(): void {
    const now = this.#options.timers.elapsed()
    this.#unsaved = { firstMs: this.#unsaved?.firstMs ?? now, lastMs: now }
    // While it fails, people must go on seeing that the text is not safe; the next try takes this edit along.
    if (this.#saving || this.#state.kind === 'failed') return
    this.#waitForIdle()
  }

  async flush(): Promise<void> {
    // Edits made meanwhile are flushed too: it promises that nothing is left.
    while (this.#saving || this.#unsaved) {
      await (this.#saving ?? this.#save())
      if (this.#state.kind === 'failed') throw this.#state.error
    }
  }

  stop(): void {
    this.#isStopped = true
    this.#cancel()
  }

  #waitForIdle(): void {
    if (!this.#unsaved) return
    const { timers, idleMs, maxMs } = this.#options
    const { firstMs, lastMs } = this.#unsaved
    // Not a plain debounce: a fast typist would push the save away for minutes.
    const dueMs = Math.min(lastMs + idleMs, firstMs + maxMs)
    this.#show({ kind: 'dirty' })
    this.#saveAfter(Math.max(0, dueMs - timers.elapsed()))
  }

  #saveAfter(afterMs: number): void {
    this.#cancel()
    if (this.#isStopped) return
    const handle = this.#options.timers.start(() => {
      this.#timer = undefined
      if (!this.#saving) void this.#save()
    }, afterMs)
    this.#timer = { handle }
  }

  #cancel(): void {
    if (this.#timer) this.#options.timers.stop(this.#timer.handle)
    this.#timer = undefined
  }

  /** Never rejects: a failure becomes the state. */
  #save(): Promise<void> {
    this.#cancel()
    const taken = this.#unsaved
    this.#unsaved = undefined
    this.#show({ kind: 'saving' })
    this.#saving = this.#attempt(taken)
    return this.#saving
  }

  async #attempt(taken: Unsaved | undefined): Promise<void> {
    let failure: { error: unknown } | undefined
    try {
      await this.#options.save()
    } catch (error) {
      failure = { error }
      // A save that throws at once must not be over before `#saving` is set.
      await Promise.resolve()
    }
    this.#saving = undefined
    if (failure) this.#fail(failure.error, taken)
    else this.#succeed()
  }

  #succeed(): void {
    this.#retryMs = firstRetryMs
    if (this.#unsaved) this.#waitForIdle()
    else this.#show({ kind: 'saved' })
  }

  #fail(error: unknown, taken: Unsaved | undefined): void {
    this.#unsaved ??= taken
    this.#show({ kind: 'failed', error })
    if (!this.#options.mayHeal(error)) return
    this.#saveAfter(this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs)
  }

  #show(state: AutosaveState): void {
    const isSame = state.kind === this.#state.kind && state.kind !== 'failed'
    this.#state = state
    if (!isSame) this.#options.onState(state)
  }
}
