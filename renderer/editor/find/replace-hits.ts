import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** A place in the document, within one textblock, and the text that takes it. */
export interface Replacement {
  from: number
  to: number
  text: string
}

/** The content of a textblock from one offset to another. */
const piece = (block: ProseMirrorNode, from: number, to: number): readonly ProseMirrorNode[] =>
  block.content.cut(from, to).content

/**
 * Replaces places in the document, which are sorted and do not overlap: one step a textblock, whatever the number of
 * places in it. What takes a place has the marks of the first letter that stood there.
 */
export function replaceHits(tr: Transaction, replacements: readonly Replacement[]): void {
  const { doc } = tr
  // From the end, so that what comes before keeps its place.
  for (let last = replacements.length - 1; last >= 0;) {
    const end = replacements[last]
    if (!end) break
    const $end = doc.resolve(end.to)
    const start = $end.start()
    let first = last
    while (first > 0 && (replacements[first - 1]?.from ?? -1) >= start) first -= 1
    const inBlock = replacements.slice(first, last + 1)
    replaceInBlock(tr, $end.parent, start, inBlock)
    last = first - 1
  }
}

function replaceInBlock(
  tr: Transaction,
  block: ProseMirrorNode,
  start: number,
  replacements: readonly Replacement[],
): void {
  const begin = (replacements[0]?.from ?? start) - start
  const end = (replacements.at(-1)?.to ?? start) - start
  const nodes: ProseMirrorNode[] = []
  let at = begin
  for (const { from, to, text } of replacements) {
    nodes.push(...piece(block, at, from - start))
    const marks = block.nodeAt(from - start)?.marks ?? []
    if (text) nodes.push(block.type.schema.text(text, marks))
    at = to - start
  }
  tr.replaceWith(start + begin, start + end, Fragment.fromArray(nodes))
}
