import type { BodyNode } from '../model/body.ts'
import type { Direction } from '../model/language-code.ts'
import type { Footnotes } from './inline-html.ts'

/** Where on the wire a node of the story is written. */
export interface WirePlace {
  body: WireBody
  /** Of what it stands in. */
  direction: Direction
  /** The how many-th block of the top level it is, or stands in. */
  at: number
}
/** What the whole story shares. */
export interface WireBody {
  direction: Direction
  footnotes: Footnotes
  /** The address of a picture that comes along; undefined for one that is missing. */
  addressOf: (media: string) => string | undefined
}
export type WriteNode = (node: BodyNode, place: WirePlace) => string

/** What may have a direction of its own. */
export interface Directional {
  attrs?: { dir?: Direction | null } | undefined
}

/** The direction inside a node, and the attribute that says so where it is not that of the article and of what stands around. */
export function wireDirected(
  { attrs }: Directional,
  place: WirePlace,
): { inside: WirePlace; dir: Direction | undefined } {
  const own = attrs?.dir ?? undefined
  const isSaid = own !== undefined && (own !== place.direction || own !== place.body.direction)
  return { inside: { ...place, direction: own ?? place.direction }, dir: isSaid ? own : undefined }
}
