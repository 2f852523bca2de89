import type { TypedState } from './typist.ts'

/** What is known of a round before its kill. */
export interface Typed {
  readonly states: readonly TypedState[]
  readonly saved: number
  readonly shownSaved: number
  readonly journaled: number
  /** How late the timers of the one that typed were lately, at most. */
  readonly lateMs: number
  indexOf(text: string): number
}

/** Typing of the last half second before a kill may be lost: 120 ms until it is sent, and what a disk takes. */
export const lossAllowedMs = 500

/** A kill, and what was found after it. */
export interface Killed {
  /** Milliseconds since 1970. */
  killedAt: number
  /** The longest trip of `MachineTrips` before it; nothing of Midad is in that. */
  tripMs: number
  found: string
}

/** What became of what was typed in a number of rounds. */
export class RoundFigures {
  rounds = 0
  acknowledgedLost = 0
  unreadableFiles = 0
  /** Milliseconds from the first key that was lost to the kill, of each round; 0 where none was. */
  readonly lost: number[] = []
  /** The most that a round was allowed beyond `lossAllowedMs`, for how late the machine was. */
  machineLateMs = 0
  /** Each broken promise in a sentence. */
  readonly faults: string[] = []

  /** Holds what was found after a kill against what was typed before it. */
  hold(typed: Typed, { killedAt, tripMs, found }: Killed): void {
    this.rounds += 1
    const index = typed.indexOf(found)
    if (index === -1) return this.wrong(`nobody typed what was found: ${found.slice(0, 300)}`)
    const promised = { saved: typed.saved, 'shown as Saved': typed.shownSaved, journaled: typed.journaled }
    for (const [how, last] of Object.entries(promised)) {
      if (index >= last) continue
      this.acknowledgedLost += 1
      this.wrong(
        `${last - index} keys were lost that had been ${how} (${this.#tail(typed, index, killedAt)})`,
      )
    }
    const next = typed.states[index + 1]
    const lostMs = next ? Math.max(0, killedAt - next.at) : 0
    this.lost.push(lostMs)
    // From a key to the journal it is some ten wake-ups of two processes and a sync: what another such trip took meanwhile
    // is the machine's own lateness.
    const lateMs = Math.max(typed.lateMs, tripMs)
    this.machineLateMs = Math.max(this.machineLateMs, lateMs)
    const allowedMs = lossAllowedMs + lateMs
    if (lostMs > allowedMs)
      this.wrong(
        `${lostMs} ms of typing were lost, of ${Math.round(allowedMs)} (${this.#tail(typed, index, killedAt)})`,
      )
  }

  #tail({ states, saved, shownSaved, journaled }: Typed, index: number, killedAt: number): string {
    const firstAt = (killedAt - (states[0]?.at ?? killedAt)).toFixed(0)
    return `found state ${index} of ${states.length - 1}, saved ${saved}, shown ${shownSaved}, journaled ${journaled}; opened ${firstAt} ms before the kill`
  }

  unreadable(what: string): void {
    this.unreadableFiles += 1
    this.wrong(`verify found ${what}`)
  }

  wrong(fault: string): void {
    this.faults.push(`round ${this.rounds}: ${fault}`)
  }

  add(other: RoundFigures): void {
    this.rounds += other.rounds
    this.acknowledgedLost += other.acknowledgedLost
    this.machineLateMs = Math.max(this.machineLateMs, other.machineLateMs)
    this.unreadableFiles += other.unreadableFiles
    this.lost.push(...other.lost)
    this.faults.push(...other.faults)
  }

  line(): string {
    const sorted = this.lost.toSorted((one, other) => one - other)
    const p99 = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? 0
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0
    return [
      `${this.rounds} rounds`,
      `${this.acknowledgedLost} acknowledged lost`,
      `typing lost before the kill: median ${median} ms, p99 ${p99} ms, worst ${sorted.at(-1) ?? 0} ms`,
      `machine late by at most ${Math.round(this.machineLateMs)} ms`,
      `${this.unreadableFiles} unreadable files`,
      `${this.faults.length} broken promises`,
    ].join(', ')
  }
}
