import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { attributeWords } from '../../../core/model/words-beside.ts'
import { overNames, overStory } from './over-story.ts'

/** A stretch of words in the story, beside its text or over it. */
export interface WordSpot {
  /**
   * Where in the document the content of its textblock starts; with `attribute`, where the node stands that keeps the words,
   * or `overStory`.
   */
  start: number
  /** The attribute in which the words are kept (core/model/words-beside.ts), or their OverName; absent for those of a textblock. */
  attribute?: string
  /** UTF-16 offsets in the words, `to` exclusive. */
  from: number
  to: number
}

/** Words beside a node stand behind whatever is in it, those of the text where they are. */
function orderOf(
  doc: ProseMirrorNode,
  { start, attribute, from }: WordSpot,
): readonly [number, number, number] {
  if (attribute === undefined) return [start + from, -1, 0]
  if (start === overStory) return [start, overNames.findIndex((name) => name === attribute), from]
  const node = doc.nodeAt(start)
  if (!node) return [start, -1, 0]
  const end = node.isLeaf ? start : start + node.nodeSize - 1
  return [end, attributeWords(node.type.name).indexOf(attribute), from]
}

/** Negative where the one is read before the other, 0 where they begin in the same place. */
export function compareSpots(doc: ProseMirrorNode, one: WordSpot, other: WordSpot): number {
  const [ones, others] = [orderOf(doc, one), orderOf(doc, other)]
  return ones[0] - others[0] || ones[1] - others[1] || ones[2] - others[2]
}

/** Do they mean the very same letters? */
export const isSameSpot = (one: WordSpot, other: WordSpot): boolean =>
  one.attribute === other.attribute &&
  one.start + one.from === other.start + other.from &&
  one.start + one.to === other.start + other.to

/** Does the selection hold it? Words beside a node are in it where the whole node is. */
export function isSpotIn(
  doc: ProseMirrorNode,
  { start, attribute, from, to }: WordSpot,
  selection: { from: number; to: number },
): boolean {
  if (start === overStory) return false
  const end = attribute === undefined ? start + to : start + (doc.nodeAt(start)?.nodeSize ?? 0)
  return (attribute === undefined ? start + from : start) >= selection.from && end <= selection.to
}
