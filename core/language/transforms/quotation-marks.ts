import { houseQuotes } from '../quotes.ts'
import type { Quotes } from '../registry.ts'
import { quotePairs, type QuotePair } from './quote-pairs.ts'
import type { Place, Transform } from './transform.ts'

/**
 * Pairs of any quotation marks become the house's, by how deep they stand: outer, inner, outer again. Marks without a partner are left
 * and told of; apostrophes are no quotation marks.
 */
export const quotationMarks: Transform = {
  id: 'quotes',
  languages: ['ar', 'ckb', 'fa', 'ur', 'kmr', 'he', 'en'],
  change(text, language, house) {
    const { written, pairs, unpaired } = settle(text, houseQuotes(house.quotes, language))
    return {
      places: placesOf(text, written, pairs),
      unpaired: unpaired.map((from) => ({ from, to: from + 1 })),
    }
  },
}

// Marks that two readings are possible of (ا«„»ا) may read otherwise once others have changed.
const mostRounds = 8

/** The text with the house's marks, each in the place of one, and its quotations as they are read then. */
function settle(text: string, quotes: Quotes) {
  let written = text
  for (let round = 1; ; round += 1) {
    const read = quotePairs(written, quotes)
    const next = withMarks(written, read.pairs, quotes)
    if (next === written || round === mostRounds) return { written: next, ...read }
    written = next
  }
}

function withMarks(text: string, pairs: readonly QuotePair[], quotes: Quotes): string {
  if (pairs.length === 0) return text
  const letters = text.split('')
  for (const { open, close, depth } of pairs) {
    const isInner = depth % 2 === 1
    letters[open] = isInner ? quotes.innerOpen : quotes.open
    letters[close] = isInner ? quotes.innerClose : quotes.close
  }
  return letters.join('')
}

/** A quotation is one place; a mark that changed and then lost its partner is one for itself. */
function placesOf(text: string, written: string, pairs: readonly QuotePair[]): Place[] {
  if (written === text) return []
  const openOf = new Map(pairs.map(({ open, close }) => [close, open]))
  const places = new Map<number, Place['parts']>()
  for (let at = 0; at < text.length; at += 1) {
    const put = written.charAt(at)
    if (put === text.charAt(at)) continue
    const open = openOf.get(at) ?? at
    places.set(open, [...(places.get(open) ?? []), { from: at, to: at + 1, text: put }])
  }
  return [...places].toSorted(([one], [other]) => one - other).map(([, parts]) => ({ parts }))
}
