import { harmlessEnd, isNear, stopsInRightToLeft } from './isolate-harmless.ts'
import { tokenAt, tokensOf, type Stretch, type Token } from './isolate-tokens.ts'
import { nextSign, sign, signs } from './signs.ts'

/**
 * The tokens of an rtl text that may need isolation, and all that stand near them: of the others the rules have nothing to say, and a
 * story's numbers and names are nearly all others.
 */
export function tokensInDoubt(text: string): Token[] {
  const tokens: Token[] = []
  // What was stepped over last: what stands near behind it may yet draw it in.
  let harmless: Stretch | undefined
  let lastEnd = -100
  for (
    let at = nextSign(text, 0, stopsInRightToLeft);
    at < text.length;
    at = nextSign(text, at, stopsInRightToLeft)
  ) {
    const isForeign = ((signs[text.charCodeAt(at)] as number) & sign.foreign) !== 0
    const hasNeighbour = isNear(text, lastEnd, at)
    const end = isForeign || hasNeighbour ? -1 : harmlessEnd(text, at, 0x20)
    if (end >= 0) {
      harmless = { from: at, to: end }
      at = lastEnd = end
      continue
    }
    if (harmless && hasNeighbour)
      for (const token of tokensOf(text, harmless.from, harmless.to)) tokens.push(token)
    harmless = undefined
    // Of what was stepped over and this it may make one: "3-1", "5G".
    const isWithin = at < (tokens.at(-1)?.to ?? 0)
    const token = isWithin ? tokens.at(-1) : tokenAt(text, at)
    if (token && !isWithin) tokens.push(token)
    at = lastEnd = token?.to ?? at + 1
  }
  return tokens
}
