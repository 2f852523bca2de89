import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Direction } from '../../../core/model/language-code.ts'
import { attributeWords, wordsIn } from '../../../core/model/words-beside.ts'
import type { WordSpot } from '../words/word-spot.ts'

/** Something found in the text of one block. */
export interface Finding {
  /** Offsets in the block's content, `to` exclusive; a line break counts as one. */
  from: number
  to: number
  /** The name under which it is painted: `::highlight(<paint>)`; null where it is only counted. */
  paint: string | null
}
/** A finding, and where in the document the words are that it was found in. */
export type Placed<F extends Finding> = F & WordSpot
/** A finding in the words of an attribute. */
type Beside<F extends Finding> = F & { attribute: string }

/** The text of a textblock, one UTF-16 unit for each position in it; line breaks and the like are U+FFFC. */
export const textOf = (block: ProseMirrorNode): string =>
  block.textBetween(0, block.content.size, undefined, '\u{fffc}')

interface FinderOptions<F extends Finding> {
  inNotes?: boolean
  /** What is found in words that a node keeps in an attribute (core/model/words-beside.ts); left out, nothing is. */
  beside?: (words: string, direction: Direction) => readonly F[]
}

/**
 * Looks for something in the text of blocks and in the words beside it, each looked at once: what was found is kept by the
 * node, which ProseMirror makes anew only where something in it changed.
 */
export class BlockFinder<F extends Finding = Finding> {
  /** Whether it looks into notes, too. */
  readonly inNotes: boolean
  readonly #look: (block: ProseMirrorNode, direction: Direction) => readonly F[]
  readonly #lookBeside: FinderOptions<F>['beside']
  #known = fresh<F>()
  #knownBeside = fresh<Beside<F>>()

  /** @param look what is found in one textblock of this direction, sorted; nothing else may decide it */
  constructor(
    look: (block: ProseMirrorNode, direction: Direction) => readonly F[],
    { inNotes = true, beside }: FinderOptions<F> = {},
  ) {
    this.#look = look
    this.#lookBeside = beside
    this.inNotes = inNotes
  }

  /** What is found in a textblock. */
  in(block: ProseMirrorNode, direction: Direction): readonly F[] {
    const known = this.#known[direction].get(block)
    if (known) return known
    const found = this.#look(block, direction)
    this.#known[direction].set(block, found)
    return found
  }

  /** What is found in the words that a node keeps beside its text, in the order of the page. */
  beside(node: ProseMirrorNode, direction: Direction): readonly Beside<F>[] {
    const attributes = attributeWords(node.type.name)
    const look = this.#lookBeside
    if (!look || attributes.length === 0) return []
    const known = this.#knownBeside[direction].get(node)
    if (known) return known
    const found = attributes.flatMap((attribute) =>
      look(wordsIn(node.attrs, attribute), direction).map((finding) => ({ ...finding, attribute })),
    )
    this.#knownBeside[direction].set(node, found)
    return found
  }

  /** What was looked for in these textblocks has changed: they are looked at again when they are asked for. */
  forgetBlocks(blocks: Iterable<ProseMirrorNode>): void {
    for (const block of blocks) for (const known of Object.values(this.#known)) known.delete(block)
  }

  /** What was looked for has changed: all blocks are looked at again when they are asked for. */
  forget(): void {
    this.#known = fresh()
    this.#knownBeside = fresh()
  }
}

const fresh = <F>(): Record<Direction, WeakMap<ProseMirrorNode, readonly F[]>> => ({
  rtl: new WeakMap(),
  ltr: new WeakMap(),
})

/** What is told of a node: where it stands, the direction it has there, and whether that is in a note. */
type Visit = (node: ProseMirrorNode, pos: number, direction: Direction, isNote: boolean) => void

/** Calls back for a block that stands at `pos` and for each one in it, down to the textblocks: first what is in it, then the block. */
export function eachBlock(
  block: ProseMirrorNode,
  pos: number,
  base: Direction,
  visit: Visit,
  isNote = false,
): void {
  const direction = (block.attrs.dir as Direction | null | undefined) ?? base
  if (!block.isTextblock) {
    const within = isNote || block.type.name === 'note'
    block.forEach((child, offset) => eachBlock(child, pos + 1 + offset, direction, visit, within))
  }
  visit(block, pos, direction, isNote)
}

/** The same for the textblocks alone, with the position where the content of each starts. */
export function eachTextblock(block: ProseMirrorNode, pos: number, base: Direction, visit: Visit): void {
  eachBlock(block, pos, base, (node, at, direction, isNote) => {
    if (node.isTextblock) visit(node, at + 1, direction, isNote)
  })
}

/** All that is found in a document, in the order of reading. Costs a look at each block's node; blocks known already cost no more. */
export function findingsIn<F extends Finding>(
  finder: BlockFinder<F>,
  doc: ProseMirrorNode,
  base: Direction,
): Placed<F>[] {
  const found: Placed<F>[] = []
  doc.forEach((block, at) =>
    eachBlock(block, at, base, (node, pos, direction, isNote) => {
      if (isNote && !finder.inNotes) return
      const [findings, start] = node.isTextblock
        ? [finder.in(node, direction), pos + 1]
        : [finder.beside(node, direction), pos]
      for (const finding of findings) found.push({ ...finding, start })
    }),
  )
  return found
}
