import type { LineStyle } from '../model/comparison.ts'
import {
  unknownNode,
  type Block,
  type BodyNode,
  type BulletList,
  type EmbedAttrs,
  type Inline,
  type Mark,
  type OrderedList,
  type PictureAttrs,
  type Table,
  type TableCell,
} from '../model/body.ts'
import { cropWords } from '../model/crop.ts'
import type { Direction } from '../model/language-code.ts'
import type { Feature, FeaturePart } from '../model/story-blocks.ts'

/** Words that are marked alike; `marks` sorted, as in `Piece`. */
export interface Run {
  text: string
  marks: string[]
}
/** A line of a story before it is compared. */
export interface StoryLine {
  style: LineStyle
  /** Whether the direction is the article's. */
  inherits: boolean
  runs: Run[]
  /** The runs joined. */
  text: string
  /** Two lines with one key say the same, however they are set and marked. */
  key: string
  media?: string
  /** How many of the nodes around it are around the line before it, too. */
  shared: number
  /** The first numbers of the numbered lists that begin with it, outermost first. */
  starts: number[]
  /** The cells around it, outermost first. */
  cells: Cell[]
}
type BareLine = Omit<StoryLine, 'shared' | 'starts' | 'cells'>
type Around = Exclude<BodyNode, Inline>
type Cell = NonNullable<LineStyle['cell']>
interface Place {
  /** All nodes around it, outermost first: items, rows and cells too. */
  around: Around[]
  within: string[]
  cells: Cell[]
  direction: Direction
  inherits: boolean
}

/** The lines of a story in the order of reading; `direction` is the article's. */
export function storyLines(blocks: readonly Block[], direction: Direction): StoryLine[] {
  const lines = new Lines()
  addBlocks(lines, blocks, { around: [], within: [], cells: [], direction, inherits: true })
  return lines.all
}

class Lines {
  readonly all: StoryLine[] = []
  #before: readonly Around[] = []

  push(line: BareLine, { around, cells }: Place): void {
    let shared = 0
    while (shared < around.length && around[shared] === this.#before[shared]) shared += 1
    const starts = around
      .slice(shared)
      .flatMap((node) => (node.type === 'orderedList' ? [node.attrs?.start ?? 1] : []))
    this.all.push({ ...line, shared, starts, cells })
    this.#before = around
  }
}

/** The words of a picture or a card, a line each; their mark says which they are. */
export function pictureRuns(words: Partial<Record<(typeof pictureWords)[number], string>>): Run[] {
  const written = pictureWords.flatMap((part): Run[] => {
    const text = words[part]
    return text ? [{ text, marks: [part] }] : []
  })
  return written.flatMap((run, at) => (at > 0 ? [{ text: '\n', marks: [] }, run] : [run]))
}
const pictureWords = ['title', 'site', 'url', 'caption', 'credit', 'alt', 'source', 'crop'] as const

/** The runs as one text. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

function addBlocks(lines: Lines, blocks: readonly Block[], place: Place): void {
  for (const block of blocks) addBlock(lines, block, place)
}

function addBlock(lines: Lines, block: Block, around: Place): void {
  switch (block.type) {
    case 'paragraph':
      lines.push(textLine({ type: 'paragraph' }, block.content, directed(block, around)), around)
      break
    case 'heading':
      lines.push(
        textLine({ type: 'heading', level: block.attrs.level }, block.content, directed(block, around)),
        around,
      )
      break
    case 'bulletList':
    case 'orderedList':
      addItems(lines, block, inside(block, around))
      break
    case 'blockquote':
    case 'note':
      addBlocks(lines, block.content, inside(block, around))
      break
    case 'factBox':
    case 'questions':
    case 'timeline':
    case 'sources':
      addFeature(lines, block, inside(block, around))
      break
    case 'pullQuote': {
      const place = inside(block, around)
      addBlocks(lines, block.content, place)
      const cite = block.attrs?.cite
      if (cite) lines.push(lineOf({ type: 'paragraph' }, [{ text: cite, marks: ['cite'] }], place), place)
      break
    }
    case 'table':
      addCells(lines, block, inside(block, around))
      break
    case 'image':
      lines.push(pictureLine(block.attrs, around), around)
      break
    case 'embed':
      lines.push(embedLine(block.attrs, directed(block, around)), around)
      break
    case 'gallery': {
      const place = inside(block, around)
      for (const image of block.content) lines.push(pictureLine(image.attrs, place), place)
      const caption = block.attrs?.caption
      if (caption)
        lines.push(lineOf({ type: 'paragraph' }, [{ text: caption, marks: ['caption'] }], place), place)
      break
    }
    case 'horizontalRule':
      lines.push({ ...lineOf({ type: 'horizontalRule' }, [], around), key: '\u0000rule' }, around)
      break
    default:
      unknownNode(block)
  }
}

function addItems(lines: Lines, { content }: BulletList | OrderedList, place: Place): void {
  for (const item of content) addBlocks(lines, item.content, deeper(place, item))
}

function addCells(lines: Lines, { content }: Table, place: Place): void {
  for (const row of content)
    for (const cell of row.content)
      addBlocks(lines, cell.content, { ...deeper(place, row, cell), cells: [...place.cells, cellOf(cell)] })
}

const cellOf = ({ type, attrs }: TableCell): Cell => ({
  isHeader: type === 'tableHeader',
  columns: attrs?.colspan ?? 1,
  rows: attrs?.rowspan ?? 1,
})

function addFeature(lines: Lines, node: Feature | FeaturePart, place: Place): void {
  switch (node.type) {
    case 'factTitle':
    case 'question':
    case 'when':
    case 'source':
      lines.push(textLine({ type: 'paragraph' }, node.content, within(node.type, place)), place)
      break
    case 'answer':
      addBlocks(lines, node.content, within(node.type, deeper(place, node)))
      break
    case 'questions':
    case 'questionAnswer':
    case 'timeline':
    case 'sources':
      for (const part of node.content) addFeature(lines, part, partPlace(node, place))
      break
    case 'factBox':
    case 'timelineEntry': {
      const [title, ...blocks] = node.content
      const inner = partPlace(node, place)
      addFeature(lines, title, inner)
      addBlocks(lines, blocks, inner)
      break
    }
    default:
      unknownNode(node)
  }
}

const within = (name: string, place: Place): Place => ({ ...place, within: [...place.within, name] })

/** Inside a part of a feature; the feature itself is in the place already. */
const partPlace = (node: Feature | FeaturePart, place: Place): Place =>
  place.around.at(-1) === node ? place : deeper(place, node)

const inside = (block: Block, around: Place): Place => {
  return within(block.type, deeper(directed(block, around), block))
}

const deeper = (place: Place, ...nodes: Around[]): Place => ({
  ...place,
  around: [...place.around, ...nodes],
})

function directed(block: Block, around: Place): Place {
  const dir = 'attrs' in block && block.attrs && 'dir' in block.attrs ? block.attrs.dir : null
  return dir ? { ...around, direction: dir, inherits: false } : around
}

function textLine(
  set: Pick<LineStyle, 'type' | 'level'>,
  content: Inline[] | undefined,
  place: Place,
): BareLine {
  return lineOf(set, inlineRuns(content ?? []), place)
}

function pictureLine(picture: PictureAttrs, place: Place): BareLine {
  const { caption, credit, alt, media } = picture
  const crop = cropWords(picture)
  const line = lineOf({ type: 'image' }, pictureRuns({ caption, credit, alt, crop }), place)
  return { ...line, media, key: `\u0000${media}\n${line.text}` }
}

function embedLine({ url, title, site, media, alt }: EmbedAttrs, place: Place): BareLine {
  const line = lineOf({ type: 'embed' }, pictureRuns({ title, site, url, alt }), place)
  return { ...line, ...(media !== null && { media }), key: `\u0000${media ?? ''}\n${line.text}` }
}

function lineOf(set: Pick<LineStyle, 'type' | 'level'>, runs: Run[], place: Place): BareLine {
  const text = textOf(runs)
  const { within, direction, inherits } = place
  const style: LineStyle = { ...set, within, direction }
  return { style, inherits, runs, text, key: text }
}

/** In the place of a footnote's number, which changes with those before it. */
const footnoteSign = '⁎'

function inlineRuns(content: readonly Inline[]): Run[] {
  const runs: Run[] = []
  for (const inline of content) {
    if (inline.type === 'footnote') addRun(runs, footnoteSign, [`footnote ${inline.attrs.id}`])
    else if (inline.type === 'hardBreak') addRun(runs, '\n', [])
    else addRun(runs, inline.text, markNames(inline.marks))
  }
  return runs
}

function addRun(runs: Run[], text: string, marks: string[]): void {
  const last = runs.at(-1)
  if (!last) {
    runs.push({ text, marks })
    return
  }
  // A mark of the letter before belongs to that letter, also where a person made only one of the two bold.
  const joined = isSameMarks(last.marks, marks) ? text : (/^[\p{M}\u200c\u200d]+/u.exec(text)?.[0] ?? '')
  last.text += joined
  if (joined.length < text.length) runs.push({ text: text.slice(joined.length), marks })
}

/** Whether two lines, or parts of them, have the same words, marked alike. */
export const isSameRuns = (one: readonly Run[], other: readonly Run[]): boolean =>
  one.length === other.length &&
  one.every(({ text, marks }, at) => text === other[at]?.text && isSameMarks(marks, other[at].marks))

/** Whether words are marked alike. */
export const isSameMarks = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((mark, at) => mark === other[at])

const noMarks: Mark[] = []
const markNames = (marks: Mark[] = noMarks): string[] => marks.map(markName).sort()

function markName(mark: Mark): string {
  switch (mark.type) {
    case 'link':
      return ['link', mark.attrs.href, mark.attrs.title].filter(Boolean).join(' ')
    case 'bdi':
      return ['bdi', mark.attrs?.dir, mark.attrs?.lang].filter(Boolean).join(' ')
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'subscript':
    case 'superscript':
      return mark.type
  }
}
