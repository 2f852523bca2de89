import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model'
import type { Direction } from '../../core/model/language-code.ts'

/** The blocks that may have a direction of their own (rtl.md Recommendation 2). */
export const directedTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'pullQuote',
  'table',
  'note',
  'factBox',
  'questions',
  'timeline',
  'sources',
  'gallery',
  'embed',
] as const
export type DirectedType = (typeof directedTypes)[number]

/** May a block of this kind have a direction of its own? */
export const isDirected = (name: string): name is DirectedType =>
  (directedTypes as readonly string[]).includes(name)

/** The direction that a node sets itself; null where it inherits one. */
export function ownDirection(node: ProseMirrorNode): Direction | null {
  return (node.attrs.dir as Direction | null | undefined) ?? null
}

/** The direction at a place: the nearest one set, else the article's. */
export function directionAt($pos: ResolvedPos, base: Direction): Direction {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const own = ownDirection($pos.node(depth))
    if (own) return own
  }
  return base
}
