const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other)

/** The middle one, or the mean of the two in the middle; NaN of none. */
export function median(numbers: readonly number[]): number {
  const row = sorted(numbers)
  const half = Math.floor(row.length / 2)
  if (row.length % 2 === 1) return row[half] ?? Number.NaN
  return ((row[half - 1] ?? Number.NaN) + (row[half] ?? Number.NaN)) / 2
}

/** The smallest one that is at least as large as `share` of them; NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const row = sorted(numbers)
  return row[Math.max(0, Math.ceil(share * row.length) - 1)] ?? Number.NaN
}
