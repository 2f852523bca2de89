import type { Signal } from '../../../core/bulk/run.ts'

/** Many files on their way in or out, as a window shows them. */
export interface Progress<Report> {
  phase: 'gathering' | 'running' | 'stopping' | 'done'
  done: number
  total: number
  /** The file at hand. */
  name: string
  /** What has become of them: whole once the phase is 'done'. */
  report: Report | null
}

/** Files may come in by the hundred in a second: nobody reads more often than this. */
const shownEveryMs = 100

/** How far a run has come, for all who show it; null where there is none. */
export class ProgressStore<Report> {
  readonly #listeners = new Set<() => void>()
  #state: Progress<Report> | null = null
  #signal = { aborted: false }
  #shownAt = -Infinity

  state = (): Progress<Report> | null => this.#state
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** A run is on, and may still be added to. */
  get isOn(): boolean {
    const phase = this.#state?.phase
    return phase === 'gathering' || phase === 'running'
  }

  /** Whether a run has not come to its end, cancelled or not. */
  get isBusy(): boolean {
    return this.#state !== null && this.#state.phase !== 'done'
  }

  /** Begins; answers what tells the run that it is cancelled. */
  begin(): Signal {
    this.#signal = { aborted: false }
    this.#shownAt = -Infinity
    this.#set({ phase: 'gathering', done: 0, total: 0, name: '', report: null })
    return this.#signal
  }

  tell = (report: Report, done: number, total: number, name: string): void => {
    if (performance.now() - this.#shownAt < shownEveryMs) return
    this.#shownAt = performance.now()
    const phase = this.#signal.aborted ? 'stopping' : 'running'
    this.#set({ phase, done, total, name, report })
  }

  /** The one at hand is finished, and no other begun. */
  cancel(): void {
    this.#signal.aborted = true
    if (this.#state && this.isOn) this.#set({ ...this.#state, phase: 'stopping' })
  }

  end(report: Report & { done: number; total: number }): void {
    this.#set({ phase: 'done', done: report.done, total: report.total, name: '', report })
  }

  /** Nobody needs it any more. */
  forget(): void {
    this.#set(null)
  }

  #set(state: Progress<Report> | null): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
