import type { Stretch } from '../isolate-tokens.ts'

/** The text with some stretches blotted out by U+FFFC, offsets unchanged; they are sorted and may overlap. */
export function blotted(text: string, stretches: readonly Stretch[]): string {
  let rest = ''
  let at = 0
  for (const { from, to } of stretches) {
    const start = Math.max(at, from)
    if (to <= start) continue
    rest += text.slice(at, start) + '\ufffc'.repeat(to - start)
    at = to
  }
  return rest + text.slice(at)
}
