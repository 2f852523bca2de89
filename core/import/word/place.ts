import type { Block, Inline } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { LeadImage } from '../../model/fields.ts'
import type { XmlElement } from '../xml-tree.ts'
import type { WordReading } from './reading.ts'
import type { Role } from './roles.ts'

/** Where blocks stand. */
export interface Place {
  reading: WordReading
  /** The direction around them. */
  direction: Direction
  /** How many tables and controls they stand in. */
  depth: number
  /** They stand in a quotation: its style makes none again. */
  isQuoted?: boolean
  /** What stands over and under the story; at the top alone. */
  front?: Front | undefined
}
/** What was found over and under the story. */
export interface Front {
  /** The words of paragraphs that are fields. */
  shown: Map<Role, string>
  lead?: LeadImage | undefined
  /** The paragraph that is the headline of a file that is not ours. */
  headline: XmlElement | undefined
  /** What its first level of headings becomes. */
  firstLevel: 1 | 2
}

/** Deeper nests become flat: no story needs them, and none can overflow the stack. */
export const mostDepth = 8

export const inside = (place: Place, direction: Direction | undefined): Place => ({
  reading: place.reading,
  direction: direction ?? place.direction,
  depth: place.depth + 1,
})

/** What is stored of a direction: only what differs from what is around. */
export const stored = (direction: Direction | undefined, around: Direction): { attrs?: { dir: Direction } } =>
  direction !== undefined && direction !== around ? { attrs: { dir: direction } } : {}

export const contentOf = <Node>(content: Node[]): { content?: Node[] } =>
  content.length > 0 ? { content } : {}

type Some<Node> = [Node, ...Node[]]
/** At least an empty paragraph. */
export const filled = ([first, ...rest]: readonly Block[]): Some<Block> => [
  first ?? { type: 'paragraph' },
  ...rest,
]

/** A paragraph or a heading, by its role. Headings of ours have the level that their style says. */
export function textBlock(
  role: Role,
  content: Inline[],
  direction: Direction | undefined,
  { direction: around, front, reading }: Place,
): Block {
  const said = Number(/^heading([1-9])$/.exec(role)?.[1] ?? (role === 'headline' ? 1 : 0))
  const dir = stored(direction, around)
  if (said === 0 || content.length === 0) return { type: 'paragraph', ...dir, ...contentOf(content) }
  const shift = reading.isOwn || front?.firstLevel !== 1 ? 0 : 1
  const level = Math.min(4, Math.max(2, said + shift)) as 2 | 3 | 4
  return { type: 'heading', attrs: { level, ...dir.attrs }, content }
}
