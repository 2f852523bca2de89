/**
 * One line of work for each key. While a write is under way the newest value waits alone: older waiting ones are
 * dropped, and their callers are answered by the newest.
 */
export class ArticleQueue<Key, Value> {
  readonly #write: (key: Key, value: Value) => Promise<void>
  readonly #lines = new Map<Key, Promise<unknown>>()
  readonly #waiting = new Map<Key, { value: Value; done: Promise<void> }>()

  constructor(write: (key: Key, value: Value) => Promise<void>) {
    this.#write = write
  }

  /** Resolves when this value, or a later one, has been written; rejects as that write does. */
  put(key: Key, value: Value): Promise<void> {
    const waiting = this.#waiting.get(key)
    if (waiting) {
      waiting.value = value
      return waiting.done
    }
    const entry = { value, done: Promise.resolve() }
    entry.done = this.run(key, () => {
      if (this.#waiting.get(key) === entry) this.#waiting.delete(key)
      return this.#write(key, entry.value)
    })
    this.#waiting.set(key, entry)
    return entry.done
  }

  /** Runs a task alone among the work of this key, after all that came before it. */
  run<T>(key: Key, task: () => Promise<T>): Promise<T> {
    // A put that comes after this task must not be answered by one that stands before it in the line.
    this.#waiting.delete(key)
    const before = this.#lines.get(key) ?? Promise.resolve()
    const mine = before.then(task, task)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.#lines.set(key, settled)
    void settled.then(() => {
      if (this.#lines.get(key) === settled) this.#lines.delete(key)
    })
    return mine
  }

  /** Resolves when no work is left. */
  async idle(): Promise<void> {
    while (this.#lines.size > 0) await Promise.all(this.#lines.values())
  }
}
