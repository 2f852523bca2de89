import type { Quotes } from '../registry.ts'

/** A quotation: where its marks stand, and in how many others it is. */
export interface QuotePair {
  open: number
  close: number
  depth: number
}
/** What surrounds a mark, other quotation marks looked past. */
interface Mark {
  at: number
  sign: string
  kind: Kind
  canOpen: boolean
  canClose: boolean
}
type Kind = 'double' | 'guillemet' | 'single' | 'angle'

const kinds: Readonly<Record<string, Kind>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '«': 'guillemet',
  '»': 'guillemet',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‹': 'angle',
  '›': 'angle',
}
const anyQuote = /["“”„«»'‘’‹›]/
const opensByShape = new Set(['«', '‹', '“', '„', '‘'])
const closesByShape = new Set(['»', '›', '”', '’'])
// No sign of which side it is on: embedded marks of direction and joiners.
const unseen = /[\p{Cf}\ufe0f]/u
const edgeBefore = /[\s([{\u2013\u2014\-/،,;؛:…]/u
const edgeBehind = /[\s)\]}.,:;!?،؛؟…\u2013\u2014\-/]/u
const wordLetter = /[\p{L}\p{M}\p{N}]/u
const hebrew = /\p{Script=Hebrew}/u
// Arabic و ف ب ل ك are written onto what follows them, a tatweel between or not: ب"الإرهاب", لـ"رويترز".
const prefix = /(?:^|[\s(«"“])(?:[وفبلك]{1,2}|وال)?\u0640?$/u

/** The quotations of a text, outermost first at each place, and the double marks that have no partner. */
export function quotePairs(text: string, house: Quotes): { pairs: QuotePair[]; unpaired: number[] } {
  const open: Mark[] = []
  const found: { open: number; close: number }[] = []
  const unpaired: number[] = []
  const leave = (marks: readonly Mark[]) => {
    // A single one alone is an apostrophe, or a sign that stands for a letter.
    for (const { kind, at } of marks) if (kind !== 'single') unpaired.push(at)
  }
  for (const mark of marksOf(text)) {
    const partner = open.findLastIndex(({ kind }) => kind === mark.kind)
    if (isOpening(mark, partner >= 0, house)) open.push(mark)
    else if (partner < 0) leave([mark])
    else {
      found.push({ open: open[partner]?.at ?? 0, close: mark.at })
      leave(open.splice(partner).slice(1))
    }
  }
  leave(open)
  return { pairs: withDepth(found), unpaired: unpaired.toSorted((one, other) => one - other) }
}

function isOpening({ sign, kind, canOpen, canClose }: Mark, hasPartner: boolean, house: Quotes): boolean {
  // These say it themselves; »…« is written in some languages, and only the place tells.
  if (kind === 'guillemet' || kind === 'angle')
    return opensByShape.has(sign)
      ? !(hasPartner && canClose && !canOpen)
      : !hasPartner && canOpen && !canClose
  if (canOpen !== canClose) return canOpen
  if (sign === house.open || sign === house.innerOpen) {
    if (sign !== house.close && sign !== house.innerClose) return true
  } else if (sign === house.close || sign === house.innerClose) return false
  else if (opensByShape.has(sign)) return true
  else if (closesByShape.has(sign)) return false
  return !hasPartner
}

/** The marks of quotation in a text, without apostrophes, gershayim and inches. */
function marksOf(text: string): Mark[] {
  const marks: Mark[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const kind = kinds[sign]
    if (!kind || isPartOfWord(text, at, kind)) continue
    const before = neighbour(text, at, -1)
    const behind = neighbour(text, at, 1)
    const beginsHere =
      before === '' || edgeBefore.test(before) || prefix.test(text.slice(Math.max(0, at - 5), at))
    const endsHere = behind === '' || edgeBehind.test(behind)
    const canOpen = beginsHere && behind !== '' && !/\s/u.test(behind)
    const canClose = endsHere && before !== '' && !/\s/u.test(before)
    marks.push({ at, sign, kind, canOpen, canClose })
  }
  return marks
}

const shortAnd = /^['’]n['’]$/i

/** don’t, rock ’n’ roll, צה"ל, 5'10", ’90s: part of what it stands in. */
function isPartOfWord(text: string, at: number, kind: Kind): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)]
  if (hebrew.test(before) && hebrew.test(behind)) return kind === 'double' || kind === 'single'
  if (kind === 'single') {
    if (wordLetter.test(before) && wordLetter.test(behind)) return true
    if (shortAnd.test(text.slice(at, at + 3)) || shortAnd.test(text.slice(Math.max(0, at - 2), at + 1)))
      return true
    return /\p{N}/u.test(behind) && !wordLetter.test(before)
  }
  return false
}

// More marks in a row are no quotations within quotations, and looking past them all would cost their square.
const furthest = 8

/** The nearest letter on one side that is neither a quotation mark nor unseen; '' at the text's end. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let sign = ''
  for (let away = 1; away <= furthest; away += 1) {
    sign = text.charAt(at + step * away)
    if (!anyQuote.test(sign) && !unseen.test(sign)) break
  }
  return sign
}

function withDepth(found: readonly { open: number; close: number }[]): QuotePair[] {
  const around: number[] = []
  return found
    .toSorted((one, other) => one.open - other.open)
    .map(({ open, close }) => {
      while ((around.at(-1) ?? Infinity) < open) around.pop()
      const depth = around.length
      around.push(close)
      return { open, close, depth }
    })
}
