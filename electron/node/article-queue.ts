import { Lines } from '../../core/desk/lines.ts'

/**
 * One line of work for each key. While a write is under way the newest value waits alone: older waiting ones are
 * dropped, and their callers are answered by the newest. `join` makes one of the two where it has something of the older.
 */
export class ArticleQueue<Key, Value> {
  readonly #write: (key: Key, value: Value) => Promise<void>
  readonly #lines = new Lines<Key>()
  readonly #waiting = new Map<Key, { value: Value; done: Promise<void> }>()

  readonly #join: (older: Value, newer: Value) => Value

  constructor(
    write: (key: Key, value: Value) => Promise<void>,
    join: (older: Value, newer: Value) => Value = (_older, newer) => newer,
  ) {
    this.#write = write
    this.#join = join
  }

  /** Resolves when this value, or a later one, has been written; rejects as that write does. */
  put(key: Key, value: Value): Promise<void> {
    const waiting = this.#waiting.get(key)
    if (waiting) {
      waiting.value = this.#join(waiting.value, value)
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
    return this.#lines.run(key, task)
  }

  /** Whether work of this key is under way or waits. */
  isBusy(key: Key): boolean {
    return this.#lines.isBusy(key)
  }

  /** Resolves when no work is left. */
  idle(): Promise<void> {
    return this.#lines.idle()
  }
}
