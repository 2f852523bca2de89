/** One of many, with what it is worth. */
export interface Rated<T> {
  item: T
  worth: number
}

/**
 * Keeps the best so many of what it is given, by worth and then by `compare` (less than 0: the first is better); what comes in
 * costs the logarithm of that many, not of all.
 */
export class BestOf<T> {
  readonly #most: number
  readonly #compare: (one: T, other: T) => number
  /** A heap: the worst stands first. */
  readonly #heap: Rated<T>[] = []

  constructor(most: number, compare: (one: T, other: T) => number) {
    this.#most = most
    this.#compare = compare
  }

  /** What is worth less is not kept. */
  get least(): number {
    return this.#heap.length < this.#most ? Number.NEGATIVE_INFINITY : (this.#heap[0]?.worth ?? 0)
  }

  take(item: T, worth: number): void {
    if (worth < this.least) return
    const rated = { item, worth }
    const worst = this.#heap[0]
    if (this.#heap.length < this.#most) {
      this.#heap.push(rated)
      this.#rise(this.#heap.length - 1)
    } else if (worst && this.#order(rated, worst) < 0) {
      this.#heap[0] = rated
      this.#sink(0)
    }
  }

  /** In no order. */
  items(): T[] {
    return this.#heap.map(({ item }) => item)
  }

  /** The best first. */
  sorted(): T[] {
    return this.#heap.toSorted((one, other) => this.#order(one, other)).map(({ item }) => item)
  }

  #order(one: Rated<T>, other: Rated<T>): number {
    return other.worth - one.worth || this.#compare(one.item, other.item)
  }

  #isWorse(at: number, than: number): boolean {
    const [one, other] = [this.#heap[at], this.#heap[than]]
    return one !== undefined && other !== undefined && this.#order(one, other) > 0
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]]
    if (first && second) [this.#heap[one], this.#heap[other]] = [second, first]
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (!this.#isWorse(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(from: number): void {
    for (let at = from; ;) {
      const left = 2 * at + 1
      const worst = this.#isWorse(left + 1, left) ? left + 1 : left
      if (!this.#isWorse(worst, at)) return
      this.#swap(at, worst)
      at = worst
    }
  }
}
