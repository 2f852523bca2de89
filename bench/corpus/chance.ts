/** A number in [0, 1); the same seed gives the same row of numbers. */
export type Chance = () => number

/** Chance that repeats: the 32-bit generator "sfc32" of PractRand, warmed up by twelve turns. */
export function chanceFrom(seed: number): Chance {
  let [one, two, three, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]
  const next = (): number => {
    const sum = (one + two + counter) | 0
    counter = (counter + 1) | 0
    one = two ^ (two >>> 9)
    two = (three + (three << 3)) | 0
    three = (((three << 21) | (three >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let turn = 0; turn < 12; turn += 1) next()
  return next
}

/** One of them, each as likely. */
export function oneOf<T>(chance: Chance, choices: readonly T[]): T {
  return choices[Math.floor(chance() * choices.length)] as T
}

/** One of them, the first ones far more often: as words are spread in a text. */
export function commonOf<T>(chance: Chance, choices: readonly T[]): T {
  return choices[Math.floor(chance() ** 2.4 * choices.length)] as T
}
