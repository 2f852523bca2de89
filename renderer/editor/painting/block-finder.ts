import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Direction } from '../../../core/model/language-code.ts'

/** Something found in the text of one block. */
export interface Finding {
  /** Offsets in the block's content, `to` exclusive; a line break counts as one. */
  from: number
  to: number
  /** The name under which it is painted: `::highlight(<paint>)`; null where it is only counted. */
  paint: string | null
}
/** A finding, and the position in the document where the content of its block starts. */
export type Placed<F extends Finding> = F & { start: number }

/** The text of a textblock, one UTF-16 unit for each position in it; line breaks and the like are U+FFFC. */
export const textOf = (block: ProseMirrorNode): string =>
  block.textBetween(0, block.content.size, undefined, '\u{fffc}')

/**
 * Looks for something in the text of blocks, each looked at once: what was found is kept by the block's node, which
 * ProseMirror makes anew only where the text changed.
 */
export class BlockFinder<F extends Finding = Finding> {
  /** Whether it looks into notes, too. */
  readonly inNotes: boolean
  readonly #look: (block: ProseMirrorNode, direction: Direction) => readonly F[]
  #known = fresh<F>()

  /** @param look what is found in one textblock of this direction, sorted; nothing else may decide it */
  constructor(
    look: (block: ProseMirrorNode, direction: Direction) => readonly F[],
    { inNotes = true }: { inNotes?: boolean } = {},
  ) {
    this.#look = look
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

  /** What was looked for has changed: all blocks are looked at again when they are asked for. */
  forget(): void {
    this.#known = fresh()
  }
}

const fresh = <F>(): Record<Direction, WeakMap<ProseMirrorNode, readonly F[]>> => ({
  rtl: new WeakMap(),
  ltr: new WeakMap(),
})

/** Calls back for each textblock in a block that stands at `pos`, itself included, with the direction it has there and whether that is in a note. */
export function eachTextblock(
  block: ProseMirrorNode,
  pos: number,
  base: Direction,
  visit: (textblock: ProseMirrorNode, start: number, direction: Direction, isNote: boolean) => void,
  isNote = false,
): void {
  const direction = (block.attrs.dir as Direction | null | undefined) ?? base
  if (block.isTextblock) visit(block, pos + 1, direction, isNote)
  else {
    const within = isNote || block.type.name === 'note'
    block.forEach((child, offset) => eachTextblock(child, pos + 1 + offset, direction, visit, within))
  }
}

/** All that is found in a document, in its order. Costs a look at each block's node; blocks known already cost no more. */
export function findingsIn<F extends Finding>(
  finder: BlockFinder<F>,
  doc: ProseMirrorNode,
  base: Direction,
): Placed<F>[] {
  const found: Placed<F>[] = []
  doc.forEach((block, pos) =>
    eachTextblock(block, pos, base, (textblock, start, direction, isNote) => {
      if (isNote && !finder.inNotes) return
      for (const finding of finder.in(textblock, direction)) found.push({ ...finding, start })
    }),
  )
  return found
}
