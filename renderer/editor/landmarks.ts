import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Direction } from '../../core/model/language-code.ts'
import { ownDirection } from './direction.ts'

/** What of a story is found by its place: its headings, and the blocks that are seen from afar. */
export type LandmarkKind = 'heading' | 'picture' | 'table' | 'pull-quote'
export interface Landmark {
  /** The top-level block. */
  index: number
  kind: LandmarkKind
  /** 2 to 4 for a heading; 5 for what stands under headings of any level. */
  level: number
  /** What it says, in one line; empty where it says nothing. */
  text: string
  direction: Direction
}

const longestText = 120
const kinds: Readonly<Record<string, LandmarkKind>> = {
  heading: 'heading',
  image: 'picture',
  table: 'table',
  pullQuote: 'pull-quote',
}

/** The words by which a block is known. */
function wordsOf(block: ProseMirrorNode, kind: LandmarkKind): string {
  if (kind === 'picture') return String(block.attrs.caption || block.attrs.alt || '')
  const told = kind === 'table' ? (block.firstChild ?? block) : block
  return told.textBetween(0, told.content.size, ' ', ' ')
}

/** The landmarks of stories: each block is read once, and again only where an edit has made it anew. */
export class Landmarks {
  readonly #read = new WeakMap<ProseMirrorNode, Pick<Landmark, 'kind' | 'level' | 'text'>>()

  /** In the order of the story; `base` is the article's direction. */
  inStory(doc: ProseMirrorNode, base: Direction): Landmark[] {
    const found: Landmark[] = []
    doc.children.forEach((block, index) => {
      if (kinds[block.type.name])
        found.push({ ...this.#readBlock(block), index, direction: ownDirection(block) ?? base })
    })
    return found
  }

  #readBlock(block: ProseMirrorNode): Pick<Landmark, 'kind' | 'level' | 'text'> {
    const known = this.#read.get(block)
    if (known) return known
    const kind = kinds[block.type.name] ?? 'heading'
    const level = kind === 'heading' ? Number(block.attrs.level) : 5
    const text = wordsOf(block, kind).replace(/\s+/g, ' ').trim().slice(0, longestText)
    const read = { kind, level, text }
    this.#read.set(block, read)
    return read
  }
}
