import type { Settings } from '../../core/model/settings.ts'

interface Change {
  part: Partial<Settings>
  number: number
}

/** What the desk has kept, and over it the changes that it has not answered yet: each goes back alone where it fails. */
export class ShownSettings {
  #kept: Settings
  #asked: Change[] = []
  #count = 0
  /** Of the latest change that the desk has kept. */
  #latest = 0

  constructor(kept: Settings) {
    this.#kept = kept
  }

  all(): Settings {
    return Object.assign({ ...this.#kept }, ...this.#asked.map(({ part }) => part)) as Settings
  }

  ask(part: Partial<Settings>): Change {
    const change = { part, number: (this.#count += 1) }
    this.#asked.push(change)
    return change
  }

  /** The desk has kept it, and answered with all that it has. */
  succeed(change: Change, settings: Settings): void {
    this.fail(change)
    // The answer to an older change does not know of a newer one.
    if (change.number < this.#latest) return
    this.#latest = change.number
    this.#kept = settings
  }

  fail(change: Change): void {
    this.#asked = this.#asked.filter((other) => other !== change)
  }

  /** What the desk has, as it says of its own accord. */
  hear(settings: Settings): void {
    this.#kept = settings
  }
}
