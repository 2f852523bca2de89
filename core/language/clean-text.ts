import type { Direction } from '../model/language-code.ts'

/** A pasted text without its hidden damage. */
export interface CleanText {
  text: string
  /** How many hidden characters were deleted; isolates that became a range are not among them. */
  removed: number
  /** What stood between a balanced LRI, RLI or FSI and its PDI, over `text`: outermost only, sorted, none empty. */
  isolates: CleanIsolate[]
}
export interface CleanIsolate {
  /** UTF-16 offsets, `to` exclusive. */
  from: number
  to: number
  /** null for FSI: by the text itself. */
  dir: Direction | null
}

// U+FDF0–FDFD stay: their NFKC would write out ﷺ, ﷲ and ﷼ (rtl.md 1.6).
const presentationForm = /[\ufb50-\ufdef\ufe70-\ufefc]/g
// Embeddings and overrides, BOM, zero-width space, word joiner, soft hyphen. ZWNJ, ZWJ, LRM, RLM, ALM and NBSP are kept.
const hidden = /[\u202a-\u202e\ufeff\u200b\u2060\u00ad]/g
const isolateMark = /[\u2066-\u2069\n\r\u2029]/g
const dirOf: Readonly<Record<string, Direction | null>> = { '\u2066': 'ltr', '\u2067': 'rtl', '\u2068': null }

/**
 * The paste filter (rtl.md Recommendation 5): presentation forms become letters, the text NFC with ئ in one piece, hidden controls
 * go, balanced isolates are handed back as ranges and unbalanced ones deleted. Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): CleanText {
  const letters = text.replace(presentationForm, letterOf)
  // Deleted before NFC, not after it: a control between a letter and its hamza would keep them from composing.
  const visible = letters.replace(hidden, '')
  const { pieces, unbalanced } = splitIsolates(visible)
  const isolates: CleanIsolate[] = []
  let cleaned = ''
  for (const { source, dir } of pieces) {
    const from = cleaned.length
    cleaned += compose(source)
    if (dir !== undefined && cleaned.length > from) isolates.push({ from, to: cleaned.length, dir })
  }
  return { text: cleaned, removed: letters.length - visible.length + unbalanced, isolates }
}

/** The letter of a presentation form; a mark that came out of a PDF on a space of its own goes back to the letter before it. */
function letterOf(form: string, at: number, whole: string): string {
  const letters = form.normalize('NFKC')
  return letters.startsWith(' ') && /\p{L}\p{M}*$/u.test(whole.slice(Math.max(0, at - 4), at))
    ? letters.slice(1)
    : letters
}

/** NFC, and ی + U+0654 as ئ, which NFC knows only for ي. */
function compose(text: string): string {
  return text.normalize('NFC').replaceAll('\u06cc\u0654', '\u0626')
}

interface Piece {
  source: string
  /** undefined outside an isolate. */
  dir: Direction | null | undefined
}

/** The text cut at its outermost balanced isolates, without any isolate character. A line's end closes none (UAX #9 BD9). */
function splitIsolates(text: string): { pieces: Piece[]; unbalanced: number } {
  const pairs: { open: number; close: number }[] = []
  let unbalanced = 0
  let opened: number[] = []
  for (const { 0: mark, index } of text.matchAll(isolateMark)) {
    if (mark in dirOf) opened.push(index)
    else if (mark !== '\u2069') {
      unbalanced += opened.length
      opened = []
    } else {
      const open = opened.pop()
      if (open === undefined) unbalanced += 1
      else pairs.push({ open, close: index })
    }
  }
  unbalanced += opened.length
  return { pieces: cut(text, pairs), unbalanced }
}

function cut(text: string, pairs: { open: number; close: number }[]): Piece[] {
  const pieces: Piece[] = []
  const bare = (from: number, to: number) => text.slice(from, to).replace(isolatesOnly, '')
  let at = 0
  for (const { open, close } of pairs.sort((a, b) => a.open - b.open)) {
    if (open < at) continue
    pieces.push({ source: bare(at, open), dir: undefined })
    pieces.push({ source: bare(open, close), dir: dirOf[text.charAt(open)] ?? null })
    at = close
  }
  pieces.push({ source: bare(at, text.length), dir: undefined })
  return joinLooseMarks(pieces)
}
const isolatesOnly = /[\u2066-\u2069]/g

/** A mark cannot open or follow an isolate without its letter: it goes to the piece before. */
function joinLooseMarks(pieces: Piece[]): Piece[] {
  let before: Piece | undefined
  for (const piece of pieces) {
    const marks = /^\p{M}+/u.exec(piece.source)?.[0] ?? ''
    if (before && marks) {
      before.source += marks
      piece.source = piece.source.slice(marks.length)
    }
    if (piece.source) before = piece
  }
  return pieces
}
