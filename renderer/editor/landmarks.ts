import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Block } from '../../core/model/body.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { attributeWords, wordsIn } from '../../core/model/words-beside.ts'
import { ownDirection } from './direction.ts'

/** What of a story is found by its place: its headings, and the blocks that are seen from afar. */
export type LandmarkKind =
  | 'heading'
  | 'picture'
  | 'gallery'
  | 'embed'
  | 'table'
  | 'pull-quote'
  | 'fact-box'
  | 'questions'
  | 'timeline'
  | 'sources'
export interface Landmark {
  /** The top-level block. */
  index: number
  /** The same, notes not counted, as `CursorPlace` has it. */
  place: number
  kind: LandmarkKind
  /** 2 to 4 for a heading; 5 for what stands under headings of any level. */
  level: number
  /** What it says, in one line; empty where it says nothing. */
  text: string
  direction: Direction
}

const longestText = 120
const table = {
  heading: 'heading',
  image: 'picture',
  gallery: 'gallery',
  embed: 'embed',
  table: 'table',
  pullQuote: 'pull-quote',
  factBox: 'fact-box',
  questions: 'questions',
  timeline: 'timeline',
  sources: 'sources',
  paragraph: null,
  bulletList: null,
  orderedList: null,
  blockquote: null,
  horizontalRule: null,
  // Nobody will read it; a key goes from one to the next.
  note: null,
} as const satisfies Record<Block['type'], LandmarkKind | null>
const kinds = new Map<string, LandmarkKind | null>(Object.entries(table))

/** The texts in a node in one line, parted by dots: a question and its answer, the cells of a row. */
function inLine(node: ProseMirrorNode): string {
  if (node.isTextblock) return node.textBetween(0, node.content.size, ' ', ' ').replace(/\s+/g, ' ').trim()
  return node.children.map(inLine).filter(Boolean).join(' · ')
}

/** The words by which a block is known: its title or its first words, else what is written beside it or at its pictures. */
function wordsOf(block: ProseMirrorNode): string {
  for (const part of block.isTextblock ? [block] : block.children) {
    const words = part.isLeaf ? '' : inLine(part)
    if (words) return words
  }
  for (const node of [block, ...block.children]) {
    const words = attributeWords(node.type.name)
      // Who made a picture does not tell it from others.
      .filter((attribute) => attribute !== 'credit')
      .map((attribute) => wordsIn(node.attrs, attribute).trim())
      .find(Boolean)
    if (words) return words
  }
  return ''
}

/** The landmarks of stories: each block is read once, and again only where an edit has made it anew. */
export class Landmarks {
  readonly #read = new WeakMap<ProseMirrorNode, Pick<Landmark, 'kind' | 'level' | 'text'>>()

  /** In the order of the story; `base` is the article's direction. */
  inStory(doc: ProseMirrorNode, base: Direction): Landmark[] {
    const found: Landmark[] = []
    let notes = 0
    doc.children.forEach((block, index) => {
      if (block.type.name === 'note') notes += 1
      const kind = kinds.get(block.type.name)
      if (!kind) return
      const direction = ownDirection(block) ?? base
      found.push({ ...this.#readBlock(block, kind), index, place: index - notes, direction })
    })
    return found
  }

  #readBlock(block: ProseMirrorNode, kind: LandmarkKind): Pick<Landmark, 'kind' | 'level' | 'text'> {
    const known = this.#read.get(block)
    if (known) return known
    const level = kind === 'heading' ? Number(block.attrs.level) : 5
    const read = { kind, level, text: wordsOf(block).replace(/\s+/g, ' ').slice(0, longestText) }
    this.#read.set(block, read)
    return read
  }
}
