import { unknownNode, type BodyNode, type StoryBody } from './body.ts'

/** Words as a newsroom counts them: what white space separates, if it holds a letter or a digit (rtl.md 4.3). */
export function countWords(text: string): number {
  let words = 0
  let isCounted = false
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at)
    if (kind === white) isCounted = false
    else if (kind === counts && !isCounted) {
      isCounted = true
      words += 1
    }
  }
  return words
}

const white = 1
const counts = 2
const neither = 3
// A library and each page that leaves it count every letter: each is looked at once, and not wherever it stands.
const kindOfUnit = new Uint8Array(0x10000)

/** Of the letter that begins there; the second half of a pair is neither. */
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit))
  return (kindOfUnit[unit] ||= kindOf(text.charAt(at)))
}

const kindOf = (letter: string): number =>
  /\s/.test(letter) ? white : /[\p{L}\p{N}]/u.test(letter) ? counts : neither

/**
 * Characters on the page, white space and invisible format characters left out. A mark (tashkeel, a combining
 * accent) is not counted: it belongs to its letter, so vocalised and plain text have the same length.
 */
export function countCharacters(text: string): number {
  const written = text.replace(/[\p{White_Space}\p{M}\p{Cf}\p{Cc}]+/gu, '')
  const pairs = written.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0
  return written.length - pairs
}

let graphemes: Intl.Segmenter | undefined
/** Made when the first text is counted: in Chromium making it takes as long as mounting a story. */
const graphemeSegmenter = (): Intl.Segmenter =>
  (graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' }))

/**
 * Characters as a reader counts them, spaces too: a letter with its tashkeel, an emoji or a flag is one (UAX #29 extended
 * grapheme clusters); what cannot be seen (RLM, ZWNJ) is none.
 */
export function countGraphemes(text: string): number {
  // Plain ASCII is its own count.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let count = 0
  for (const { segment } of graphemeSegmenter().segment(text)) if (!/^\p{Cf}+$/u.test(segment)) count += 1
  return count
}

export interface Measure {
  words: number
  characters: number
}

/** Length of a story: the words of its text, captions of its pictures left out. */
export function measureBody(body: StoryBody): Measure {
  const measure = { words: 0, characters: 0 }
  for (const block of body.content) {
    const text = blockText(block)
    measure.words += countWords(text)
    measure.characters += countCharacters(text)
  }
  return measure
}

/** The words of that measure alone: counting characters takes twice as long. */
export function countBodyWords(body: StoryBody): number {
  let words = 0
  for (const block of body.content) words += countWords(blockText(block))
  return words
}

/** Whole minutes to read, at least one; 0 for a story without words. Speeds: `wordsPerMinute` of core/language/registry.ts. */
export function readingMinutes(words: number, wordsPerMinute: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))
}

/**
 * The words of a node as plain text: one line a block, a hard break a line. Pictures, galleries, cards, rules and notes to
 * the desk have none.
 */
export function blockText(node: BodyNode): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'hardBreak':
      return '\n'
    case 'paragraph':
    case 'heading':
    case 'factTitle':
    case 'question':
    case 'when':
    case 'source':
      return (node.content ?? []).map(blockText).join('')
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'blockquote':
    case 'pullQuote':
    case 'table':
    case 'tableCell':
    case 'tableHeader':
    case 'factBox':
    case 'questions':
    case 'questionAnswer':
    case 'answer':
    case 'timeline':
    case 'timelineEntry':
    case 'sources':
      return node.content.map(blockText).filter(Boolean).join('\n')
    case 'tableRow':
      return node.content.map(blockText).join('\t')
    case 'horizontalRule':
    case 'image':
    case 'gallery':
    case 'embed':
    case 'note':
    case 'footnote':
      return ''
    default:
      return unknownNode(node)
  }
}

/** Its words alone: a list shows no more, and characters take longer to count. */
export const wordsOfBody = (body: StoryBody): number =>
  body.content.reduce((words, block) => words + countWords(blockText(block)), 0)
