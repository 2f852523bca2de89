/** A line for one goal: its figure and whether it keeps within `limit`, or why there is no figure. */
export function verdict(
  what: string,
  figure: number | undefined,
  limit: number,
  why = 'a row is missing',
): string {
  if (figure === undefined || Number.isNaN(figure)) return `${what}: not measured (${why})`
  return `${what}: ${figure.toFixed(3)} ${figure <= limit ? 'reached' : 'NOT REACHED'}`
}

/** The same for a figure that is to be at least `limit`. */
export function verdictAtLeast(what: string, figure: number, limit: number): string {
  if (Number.isNaN(figure)) return `${what}: not measured (a row or a size is missing)`
  return `${what}: ${figure.toFixed(2)} ${figure >= limit ? 'reached' : 'NOT REACHED'}`
}
