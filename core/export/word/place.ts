import type { Block } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { ParagraphStyle } from '../../model/word-names.ts'
import type { WordWriting } from './writing.ts'

/** Where a block stands. */
export interface Place {
  word: WordWriting
  /** The direction around it. */
  direction: Direction
  /** Indentation at the start of its lines, twentieths of a point. */
  indent: number
  /** What a paragraph is where it is nothing of its own. */
  style?: ParagraphStyle | undefined
  /** How many lists it stands in. */
  depth: number
  /** Width that pictures and tables may take, twentieths of a point. */
  width: number
}

/** What is inside a block that has a direction of its own. */
export const inside = (place: Place, node: { attrs?: { dir?: Direction | null } }): Place => ({
  ...place,
  direction: node.attrs?.dir ?? place.direction,
})

/** Writes blocks; what stands inside a table or a list comes through it too. */
export type WriteBlocks = (blocks: readonly Block[], place: Place) => string
