/** Lines of work, one a key: in each, tasks run one at a time in the order they came; lines do not wait for each other. */
export class Lines<Key> {
  readonly #lines = new Map<Key, { end: Promise<unknown>; length: number }>()

  /** Runs a task after all that stand in this line; answers or fails as the task does. */
  async run<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { end: Promise.resolve(), length: 0 }
    this.#lines.set(key, line)
    line.length += 1
    const work = line.end.then(task)
    // One that fails does not hold up the next.
    line.end = work.catch(() => undefined)
    try {
      return await work
    } finally {
      line.length -= 1
      if (line.length === 0) this.#lines.delete(key)
    }
  }

  isBusy(key: Key): boolean {
    return this.#lines.has(key)
  }

  /** Resolves when no work is left in any line. */
  async idle(): Promise<void> {
    while (this.#lines.size > 0) await Promise.all(Array.from(this.#lines.values(), (line) => line.end))
  }
}
