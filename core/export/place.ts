import type { Direction } from '../model/language-code.ts'
import type { PageContext } from './page-context.ts'

/** Where on the page a node of the story is drawn. */
export interface Place {
  page: PageContext
  /** What the block stands in: its own `dir` counts where it differs. */
  direction: Direction
  /** The how many-th block of the top level it is, or stands in. */
  at: number
}

/** What may have a direction of its own. */
export interface Directional {
  attrs?: { dir?: Direction | null } | undefined
}

/** The direction inside a node, and the attribute that says so where it is not what stands around or the article's. */
export function directed(node: Directional, place: Place): { inside: Place; dir: Direction | undefined } {
  const own = node.attrs?.dir ?? undefined
  if (own === undefined) return { inside: place, dir: undefined }
  const isSaid = own !== place.direction || own !== place.page.direction
  return { inside: { ...place, direction: own }, dir: isSaid ? own : undefined }
}
