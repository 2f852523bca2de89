/** An instant as the clock on this wall shows it: ISO 8601 with this machine's own offset. */
export function localInstant(iso: string | number): string {
  const date = new Date(iso)
  const minutes = -date.getTimezoneOffset()
  const shifted = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  return shifted + offsetOf(minutes)
}

/** Minutes east of Greenwich as ISO 8601 writes them: `+03:00`. */
export function offsetOf(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}
