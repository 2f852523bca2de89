import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** The top-level blocks that one document has and the other has not, by identity; what is the same around them is skipped. */
export function changedBlocks(
  before: ProseMirrorNode,
  after: ProseMirrorNode,
): { removed: readonly ProseMirrorNode[]; added: readonly ProseMirrorNode[] } {
  const [one, other] = [before.children, after.children]
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  return { removed: one.slice(start, one.length - end), added: other.slice(start, other.length - end) }
}
