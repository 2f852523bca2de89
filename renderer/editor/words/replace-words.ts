import type { Transaction } from '@tiptap/pm/state'
import { textWith } from '../../../core/language/transforms/transform.ts'
import { wordsIn } from '../../../core/model/words-beside.ts'
import { replaceHits } from '../find/replace-hits.ts'
import type { WordSpot } from './word-spot.ts'

export type WordReplacement = WordSpot & { text: string }

/**
 * Replaces spots, which are in the order of reading and do not overlap, whether they are in the text or beside it: one step
 * a textblock, one an attribute.
 */
export function replaceWords(tr: Transaction, replacements: readonly WordReplacement[]): void {
  // Before the text: an attribute moves nothing.
  for (const parts of byAttribute(replacements)) {
    const [{ start, attribute = '' } = { start: 0 }] = parts
    const words = wordsIn(tr.doc.nodeAt(start)?.attrs, attribute)
    tr.setNodeAttribute(start, attribute, textWith(words, [{ parts }]))
  }
  const inText = replacements.filter(({ attribute }) => attribute === undefined)
  replaceHits(
    tr,
    inText.map(({ start, from, to, text }) => ({ from: start + from, to: start + to, text })),
  )
}

/** Those beside the text, together where they are in the same words: in the order of reading they follow one another. */
function byAttribute(replacements: readonly WordReplacement[]): WordReplacement[][] {
  const groups: WordReplacement[][] = []
  for (const each of replacements) {
    if (each.attribute === undefined) continue
    const last = groups.at(-1)
    const [first] = last ?? []
    if (last && first?.start === each.start && first.attribute === each.attribute) last.push(each)
    else groups.push([each])
  }
  return groups
}
