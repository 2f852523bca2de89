import type { Direction } from '../model/language-code.ts'
import { glanceIn, glanceOver, seen } from './glance.ts'
import { heldNumbersIn } from './held-numbers.ts'
import { addressesIn } from './isolate-addresses.ts'
import { tokensInDoubt } from './isolate-doubt.ts'
import type { Isolate, IsolateKind } from './isolate-kinds.ts'
import { latinIn } from './isolate-latin.ts'
import { numbersIn } from './isolate-numbers.ts'
import { rightToLeftIn } from './isolate-right-to-left.ts'
import type { Stretch, Token } from './isolate-tokens.ts'

export type { Isolate, IsolateKind }

/**
 * The runs of one paragraph's text that the bidirectional algorithm would tear apart or drag along (rtl.md 1.7, Recommendation 4),
 * sorted, never overlapping. In rtl text: phones, dates and ranges with hyphens, addresses, money, signed numbers, formulas, and
 * Latin phrases where their punctuation or their neighbours need it. In ltr text ('arabic'): whatever is written from right to left.
 * What keeps its order alone (08/05/2024, 10:30, 25%, a single Latin name) is not among them, nor are dates, ranges and formulas in ٠–٩:
 * those read from the right (rtl.md 1.7, row 3), and an isolate would not turn them. Linear in the length of the text.
 */
export function isolates(text: string, base: Direction): Isolate[] {
  return glanceOver(text, glanceIn(base)) & seen.order ? isolatesLookedFor(text, base) : []
}

/** The same without a glance before, for whoever has had one. */
export const isolatesLookedFor = (text: string, base: Direction): Isolate[] =>
  isolatesAmong(text, base, tokensInDoubt)

/** The rules. `tokensIn`: the tokens of an rtl text that they are asked about, for a test all of them. */
export function isolatesAmong(text: string, base: Direction, tokensIn: (text: string) => Token[]): Isolate[] {
  if (base === 'ltr') return leftToRightRuns(text).isolates
  const { found, taken } = addressesIn(text, base)
  const rest = without(text, taken)
  const tokens = tokensIn(rest)
  const numbers = numbersIn(rest, tokens)
  return [...found, ...numbers, ...latinIn(without(rest, numbers), tokens)].sort(byPlace)
}

/** What stands in an ltr text: its isolates, and besides them the numbers that are to stand on one line (`heldNumbersIn`). */
export function leftToRightRuns(text: string): { isolates: Isolate[]; held: () => Stretch[] } {
  const { found, taken } = addressesIn(text, 'ltr')
  const rest = without(text, taken)
  const phrases = rightToLeftIn(rest)
  return {
    isolates: [...found, ...phrases].sort(byPlace),
    held: () => heldNumbersIn(without(rest, phrases)),
  }
}

/** The text with some stretches blotted out, offsets unchanged: what is spoken for is neither word nor punctuation to the others. */
function without(text: string, stretches: readonly { from: number; to: number }[]): string {
  if (stretches.length === 0) return text
  let rest = ''
  let at = 0
  for (const { from, to } of stretches) {
    rest += text.slice(at, from) + '\ufffc'.repeat(to - from)
    at = to
  }
  return rest + text.slice(at)
}

const byPlace = (a: Isolate, b: Isolate) => a.from - b.from

const opener = { ltr: '\u2066', rtl: '\u2067' } as const satisfies Record<Direction, string>

/**
 * The text with LRI…PDI or RLI…PDI around its isolates, for places that hold no markup: title, alt, meta, JSON-LD, RSS
 * (rtl.md Recommendation 10). Never an embedding or an override.
 */
export function isolateForAttribute(text: string, base: Direction): string {
  let written = ''
  let at = 0
  for (const { from, to, dir } of isolates(text, base)) {
    written += `${text.slice(at, from)}${opener[dir]}${text.slice(from, to)}\u2069`
    at = to
  }
  return written + text.slice(at)
}
