import type { Direction } from '../model/language-code.ts'
import type { Isolate, IsolateKind } from './isolate-kinds.ts'
import type { Stretch } from './isolate-tokens.ts'
import { rightToLeftLetter } from './scripts.ts'

const linkEnd = '[^\\s<>«»"“”،؛\\u2066-\\u2069]'
// The Arabic prefix و is written onto what follows it. Every pattern begins behind a look-behind that keeps it from starting again inside its own run: one pass, whatever the text.
const address = new RegExp(
  [
    `(?<url>(?<![a-z0-9])(?:(?:https?|ftp)://|www\\.)${linkEnd}+)`,
    `(?<email>(?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+)`,
    `(?<path>(?<![a-z0-9.-])(?:[a-z0-9-]+\\.)+[a-z]{2,}/${linkEnd}*)`,
    `(?<handle>(?<![a-z0-9_@.])@[a-z0-9_](?:[a-z0-9_.]*[a-z0-9_])?)`,
    `(?<hashtag>(?<![a-z0-9_&#])#[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_\\u200c]*)`,
  ].join('|'),
  'giu',
)
// One of these stands in each of them; a story without any is not gone through with the long pattern.
const signOfAddress = /[@#/]|www\./i
const hasRightToLeft = new RegExp(rightToLeftLetter, 'u')

/** The addresses, @names and #tags of a text: those that need isolation in it, and the place of every one. */
export function addressesIn(text: string, base: Direction): { found: Isolate[]; taken: Stretch[] } {
  const found: Isolate[] = []
  const taken: Stretch[] = []
  if (!signOfAddress.test(text)) return { found, taken }
  for (const { 0: match, index: from, groups = {} } of text.matchAll(address)) {
    const kind = kindOf(groups)
    const to = from + (kind === 'url' ? withoutSentenceEnd(match) : match).length
    taken.push({ from, to })
    const dir = directionIn(match, kind, base)
    if (dir) found.push({ from, to, dir, kind })
  }
  return { found, taken }
}

function kindOf(groups: Record<string, string | undefined>): IsolateKind {
  if (groups.email) return 'email'
  if (groups.handle) return 'handle'
  return groups.hashtag ? 'hashtag' : 'url'
}

/**
 * A #tag with right-to-left letters keeps its # before its first letter in rtl text by itself, and an isolate there would take away
 * the letters that hold its digits in place (UAX #9 W2); in ltr text it goes as a whole from right to left.
 */
function directionIn(match: string, kind: IsolateKind, base: Direction): Direction | undefined {
  const isForeign = hasRightToLeft.test(match)
  if (kind === 'hashtag' && isForeign) return base === 'rtl' ? undefined : 'rtl'
  return base === 'rtl' || isForeign ? 'ltr' : undefined
}

/** An address without the sentence's punctuation behind it; a closing bracket stays where the address has its opening one. */
function withoutSentenceEnd(link: string): string {
  let open = 0
  for (const letter of link) open += letter === '(' ? 1 : letter === ')' ? -1 : 0
  let to = link.length
  for (; to > 0; to -= 1) {
    const last = link.charAt(to - 1)
    if (last === ')' && open < 0) open += 1
    else if (!/[.,:;!?'؟…\]}’”]/.test(last)) break
  }
  return link.slice(0, to)
}
