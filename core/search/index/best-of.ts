/**
 * Keeps the best so many of what it is given, by worth and then by `compare` (less than 0: the first is better); what comes in
 * costs the logarithm of that many, not of all.
 */
export class BestOf<T> {
  readonly #most: number
  readonly #compare: (one: T, other: T) => number
  /** A heap of both: the worst stands first. */
  readonly #items: T[] = []
  readonly #worths: number[] = []
  #least = Number.NEGATIVE_INFINITY

  constructor(most: number, compare: (one: T, other: T) => number) {
    this.#most = most
    this.#compare = compare
  }

  /** What is worth less is not kept. */
  get least(): number {
    return this.#least
  }

  take(item: T, worth: number): void {
    const count = this.#items.length
    if (count < this.#most) this.#rise(count, item, worth)
    else if (count > 0 && this.#isWorse(0, item, worth)) this.#sink(item, worth)
    if (this.#items.length === this.#most) this.#least = this.#worths[0] ?? Number.POSITIVE_INFINITY
  }

  /** In no order. */
  items(): readonly T[] {
    return this.#items
  }

  /** The best first. */
  sorted(): T[] {
    return this.#items
      .map((item, at) => ({ item, worth: this.#worths[at] ?? 0 }))
      .sort((one, other) => other.worth - one.worth || this.#compare(one.item, other.item))
      .map(({ item }) => item)
  }

  /** Whether the one at this place is worse than this item. */
  #isWorse(at: number, item: T, worth: number): boolean {
    const held = this.#worths[at] ?? 0
    return held < worth || (held === worth && this.#compare(this.#items[at] as T, item) > 0)
  }

  /** Puts it at a place at the end, and what is better behind it. */
  #rise(from: number, item: T, worth: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#isWorse(above, item, worth)) break
      this.#move(above, at)
      at = above
    }
    this.#items[at] = item
    this.#worths[at] = worth
  }

  /** Takes the place of the worst, and puts what is worse before it. */
  #sink(item: T, worth: number): void {
    const count = this.#items.length
    let at = 0
    for (let below = 1; below < count; below = 2 * at + 1) {
      const right = below + 1
      const isRight = right < count && this.#isWorse(right, this.#items[below] as T, this.#worths[below] ?? 0)
      const worst = isRight ? right : below
      if (!this.#isWorse(worst, item, worth)) break
      this.#move(worst, at)
      at = worst
    }
    this.#items[at] = item
    this.#worths[at] = worth
  }

  #move(from: number, to: number): void {
    this.#items[to] = this.#items[from] as T
    this.#worths[to] = this.#worths[from] ?? 0
  }
}
