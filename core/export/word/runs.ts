import { majorityDirection } from '../../language/direction.ts'
import type { Inline, Mark } from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import type { Direction } from '../../model/language-code.ts'
import { xmlElement, xmlEscaped } from '../xml.ts'
import { languageTag } from './language-tags.ts'
import { characterStyles, footnoteBookmark } from '../../model/word-names.ts'
import { directedText, type Apart } from './stretches.ts'
import type { WordWriting } from './writing.ts'

/** What all runs of a text have besides their marks. */
export interface RunLook {
  style?: string
}
export interface RunKind {
  isRtl: boolean
  /** From left to right, with the font and the size of complex scripts. */
  isComplex?: boolean
}
/** A piece of a line, in the order of reading. */
interface Piece {
  xml: string
  link: LinkMark | undefined
}
type LinkMark = Extract<Mark, { type: 'link' }>

const rightMark = '\u200f'
const leftMark = '\u200e'

/** The text of a block as runs: each of one direction, links around those that have the same. */
export function runsXml(
  content: readonly Inline[],
  direction: Direction,
  word: WordWriting,
  look: RunLook = {},
): string {
  return linked(piecesOf(content, direction, word, look), word)
}

/** A line of words without marks; its line feeds become breaks. */
export const lineXml = (text: string, direction: Direction, word: WordWriting, look: RunLook = {}): string =>
  runsXml(inlineOf(text), direction, word, look)

/** Words as inline nodes. */
export const inlineOf = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, at): Inline[] => [
      ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line ? [{ type: 'text' as const, text: line }] : []),
    ])

/** A name of its own direction: set apart where that is not the line's. */
export const nameIn = (text: string, direction: Direction): Inline =>
  (majorityDirection(text) ?? direction) === direction
    ? { type: 'text', text }
    : { type: 'text', text, marks: [{ type: 'bdi' }] }

const lettersOf = (node: Inline): string =>
  node.type === 'text' ? node.text.replaceAll('\n', ' ') : node.type === 'hardBreak' ? '\n' : '\ufffc'

function piecesOf(
  content: readonly Inline[],
  direction: Direction,
  word: WordWriting,
  look: RunLook,
): Piece[] {
  let text = ''
  for (const node of content) text += lettersOf(node)
  const { stretches, apart } = directedText(text, direction, ownIn(content))
  const opening = apart.length > 0 ? new Map(apart.map((each) => [each.from, each])) : undefined
  const closing = apart.length > 0 ? new Map(apart.map((each) => [each.to, each])) : undefined
  const pieces: Piece[] = []
  let start = 0
  let next = 0
  for (const node of content) {
    const end = start + (node.type === 'text' ? node.text.length : 1)
    const link = linkOf(node)
    for (let at = start; at < end;) {
      const opened = opening?.get(at)
      if (opened)
        pieces.push({ xml: marksXml(opened, direction, 'open'), link: at > start ? link : undefined })
      while ((stretches[next]?.to ?? Infinity) <= at) next += 1
      const stretch = stretches[next]
      const to = Math.min(end, stretch?.to ?? end)
      const isRtl = stretch?.isRtl ?? direction === 'rtl'
      const words = text.slice(at, to)
      // A number from left to right has the font and the size of the Arabic words around it.
      const isComplex = direction === 'rtl' && !isRtl && !/\p{L}/u.test(words)
      pieces.push({ xml: pieceXml(node, words, { isRtl, isComplex }, word, look), link })
      at = to
      const closed = closing?.get(at)
      if (closed)
        pieces.push({ xml: marksXml(closed, direction, 'close'), link: at < end ? link : undefined })
    }
    start = end
  }
  return pieces
}

/** What a person has set apart, neighbours with the same mark as one. */
function ownIn(content: readonly Inline[]): { from: number; to: number; dir: Direction | null }[] {
  const own: { from: number; to: number; dir: Direction | null; key: string }[] = []
  let at = 0
  for (const node of content) {
    const to = at + (node.type === 'text' ? node.text.length : 1)
    const mark = node.marks && node.marks.find((each) => each.type === 'bdi')
    const key = mark && JSON.stringify(mark)
    const last = own.at(-1)
    if (key && last?.to === at && last.key === key) last.to = to
    else if (key) own.push({ from: at, to, dir: mark.attrs?.dir ?? null, key })
    at = to
  }
  return own
}

const linkOf = ({ marks }: Inline): LinkMark | undefined => marks?.find((mark) => mark.type === 'link')

/** The pieces with a hyperlink around neighbours that go to the same address. */
function linked(pieces: readonly Piece[], word: WordWriting): string {
  let xml = ''
  let open: LinkMark | undefined
  let held = ''
  const close = (): void => {
    xml += open ? linkXml(open, held, word) : held
    held = ''
  }
  for (const piece of pieces) {
    const isSame =
      piece.link?.attrs.href === open?.attrs.href && piece.link?.attrs.title === open?.attrs.title
    if (!isSame) close()
    open = piece.link
    held += piece.xml
  }
  close()
  return xml
}

/** Word takes no longer words beside a link, UTF-16 units. */
const longestTip = 255

function linkXml({ attrs: { href, title } }: LinkMark, content: string, word: WordWriting): string {
  const id = word.linkId(href)
  const anchor = cleanHref(href)?.startsWith('#') ? cleanHref(href)?.slice(1) : undefined
  if (id === undefined && anchor === undefined) return content
  return xmlElement(
    'w:hyperlink',
    { 'r:id': id, 'w:anchor': anchor, 'w:tooltip': title?.slice(0, longestTip), 'w:history': 1 },
    content,
  )
}

/**
 * Direction marks that do what an isolate does, for programs that order letters and not runs: outside a mark of the line's
 * direction, inside one of its own. Isolates as characters are drawn as boxes by older versions of Word.
 */
function marksXml({ dir, by }: Apart, around: Direction, end: 'open' | 'close'): string {
  const outer = around === 'rtl' ? rightMark : leftMark
  const inner = dir === 'rtl' ? rightMark : leftMark
  const style = { desk: 'mark', person: 'set', 'person-auto': 'setAuto' } as const
  const marks = end === 'open' ? [outer, inner] : [inner, outer]
  return marks
    .map((mark) => {
      const rtl = mark === rightMark ? '<w:rtl/>' : ''
      return `<w:r><w:rPr><w:rStyle w:val="${characterStyles[style[by]]}"/>${rtl}</w:rPr><w:t>${mark}</w:t></w:r>`
    })
    .join('')
}

function pieceXml(node: Inline, text: string, kind: RunKind, word: WordWriting, look: RunLook): string {
  if (node.type === 'footnote') return footnoteXml(node.attrs.id, kind.isRtl, word)
  const inside = node.type === 'hardBreak' ? '<w:br/>' : textXml(text)
  return `<w:r>${runProperties(node.marks ?? [], kind, look)}${inside}</w:r>`
}

/** Words inside a run; tabs are an element of their own. */
export const textXml = (text: string): string =>
  text.includes('\t') ? text.split('\t').map(wordsXml).join('<w:tab/>') : wordsXml(text)

const wordsXml = (words: string): string => words && `<w:t xml:space="preserve">${xmlEscaped(words)}</w:t>`

/** Word takes the bold, the size and the font of a complex script from elements of their own; all are always said. */
export function runProperties(
  marks: readonly Mark[],
  { isRtl, isComplex = false }: RunKind,
  { style }: RunLook = {},
): string {
  // Most runs.
  if (marks.length === 0 && !style && !isComplex) return isRtl ? '<w:rPr><w:rtl/></w:rPr>' : ''
  const has = (type: Mark['type']) => marks.some((mark) => mark.type === type)
  const set = marks.find((mark) => mark.type === 'bdi')?.attrs?.lang
  const own = has('link') ? characterStyles.link : style
  let properties = own ? xmlElement('w:rStyle', { 'w:val': own }) : ''
  for (const [type, xml] of markProperties) if (has(type)) properties += xml
  if (isRtl) properties += '<w:rtl/>'
  if (isComplex) properties += '<w:cs/>'
  if (set) properties += xmlElement('w:lang', { [isRtl ? 'w:bidi' : 'w:val']: languageTag[set] })
  return properties && `<w:rPr>${properties}</w:rPr>`
}

/** In the order of the schema. */
const markProperties: readonly (readonly [type: Mark['type'], xml: string])[] = [
  ['bold', '<w:b/><w:bCs/>'],
  ['italic', '<w:i/><w:iCs/>'],
  ['strike', '<w:strike/>'],
  ['underline', '<w:u w:val="single"/>'],
  ['subscript', '<w:vertAlign w:val="subscript"/>'],
  ['superscript', '<w:vertAlign w:val="superscript"/>'],
]

/** A source is a footnote where it is named first; from then on a field repeats that number. */
function footnoteXml(id: string, isRtl: boolean, word: WordWriting): string {
  const footnote = word.footnote(id)
  if (!footnote) return ''
  const bookmark = footnoteBookmark + id
  const properties = xmlElement(
    'w:rPr',
    {},
    xmlElement('w:rStyle', { 'w:val': characterStyles.footnote }) + (isRtl ? '<w:rtl/>' : ''),
  )
  const run = (content: string): string => `<w:r>${properties}${content}</w:r>`
  if (footnote.isNew)
    return word.bookmark(bookmark, run(xmlElement('w:footnoteReference', { 'w:id': footnote.number })))
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText xml:space="preserve"> NOTEREF ${bookmark} \\f \\h </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run(`<w:t>${footnote.number}</w:t>`),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join('')
}
