/** A place in an older sequence and one in a newer, and how much is gained by laying one upon the other. */
export interface Candidate {
  older: number
  newer: number
  weight: number
}

/** The candidates that rise in both sequences, each place once, and together weigh most; in n log n. */
export function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  // Of one older place the later newer one first, so that none is laid upon two.
  const sorted = candidates.toSorted((a, b) => a.older - b.older || b.newer - a.newer)
  const best = new PrefixBest(1 + sorted.reduce((most, { newer }) => Math.max(most, newer), 0))
  const weights: number[] = []
  const before: number[] = []
  for (const [at, { newer, weight }] of sorted.entries()) {
    const previous = best.below(newer, weights)
    before.push(previous)
    weights.push(weight + (weights[previous] ?? 0))
    best.offer(newer, at, weights)
  }
  const chain: Candidate[] = []
  for (let at = best.below(best.size, weights); at >= 0; at = before[at] ?? -1) {
    const link = sorted[at]
    if (link) chain.push(link)
  }
  return chain.toReversed()
}

/** A Fenwick tree of the heaviest chain that ends before a place. */
class PrefixBest {
  readonly size: number
  private readonly nodes: Int32Array
  constructor(size: number) {
    this.size = size
    this.nodes = new Int32Array(size + 1).fill(-1)
  }

  below(place: number, weights: readonly number[]): number {
    let best = -1
    for (let node = place; node > 0; node -= node & -node)
      best = heavier(best, this.nodes[node] ?? -1, weights)
    return best
  }

  offer(place: number, chain: number, weights: readonly number[]): void {
    for (let node = place + 1; node <= this.size; node += node & -node)
      this.nodes[node] = heavier(this.nodes[node] ?? -1, chain, weights)
  }
}

const heavier = (one: number, other: number, weights: readonly number[]): number =>
  (weights[other] ?? -1) > (weights[one] ?? -1) ? other : one
