/** Chance that can be asked again: the same seed throws the same dice. */
export interface Dice {
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number
  /** A whole number below `count`. */
  below(count: number): number
  /** True in this part of all throws, from 0 to 1. */
  happens(part: number): boolean
  one<T>(of: readonly T[]): T
}

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state are plenty for a script of typing. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    between: (from, to) => from + next() * (to - from),
    below,
    happens: (part) => next() < part,
    one: (of) => of[below(of.length)] as (typeof of)[number],
  }
}
