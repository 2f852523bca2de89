import { closeHistory } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { AllSelection, type Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Stretch } from '../../core/language/isolate-tokens.ts'
import { textWith, type Replacement } from '../../core/language/transforms/transform.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { attributeWords, wordsIn } from '../../core/model/words-beside.ts'

/** The whole text of one block of the story, or of one of the words that a node keeps beside it (a caption). */
export interface StoryText {
  text: string
  /** Words that are marked as another language's. */
  kept: readonly Stretch[]
  /** What of it is selected, in whole words; all of it where nothing is. */
  scope: Stretch
  place: { pos: number; attribute?: string }
}
export interface StoryTextChange {
  of: StoryText
  parts: readonly Replacement[]
}

/** The texts of the selection in the order of the page; those of the whole story where nothing is selected, or all. */
export function storyTexts(
  view: Pick<EditorView, 'state'>,
  language: LanguageCode,
): { texts: StoryText[]; isWhole: boolean } {
  const { doc, selection } = view.state
  const isWhole = selection.empty || selection instanceof AllSelection
  const ranges = isWhole ? [{ from: 0, to: doc.content.size }] : rangesOf(selection)
  const texts: StoryText[] = []
  for (const { from, to } of ranges) {
    doc.nodesBetween(from, to, (node, pos) => {
      if (node.isTextblock) texts.push(textOf(node, pos + 1, { from, to }, language))
      if (pos >= from && pos + node.nodeSize <= to) texts.push(...wordsBeside(node, pos))
      return !node.isTextblock
    })
  }
  return { texts: texts.filter(({ text, scope }) => text !== '' && scope.from < scope.to), isWhole }
}

const rangesOf = (selection: Selection): Stretch[] =>
  selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }))

function textOf(block: ProseMirrorNode, start: number, range: Stretch, language: LanguageCode): StoryText {
  // One letter for a line break: offsets in the text are offsets in the block.
  const text = block.textBetween(0, block.content.size, undefined, '\n')
  const kept: Stretch[] = []
  block.forEach((child, from) => {
    const isForeign = child.marks.some(
      ({ type, attrs }) => type.name === 'bdi' && attrs.lang && attrs.lang !== language,
    )
    if (isForeign) kept.push({ from, to: from + child.nodeSize })
  })
  const scope = {
    from: Math.max(0, range.from - start),
    to: Math.min(text.length, range.to - start),
  }
  return { text, kept, scope: wholeWords(text, scope), place: { pos: start } }
}

/** A selection that ends inside a word means the word. */
function wholeWords(text: string, { from, to }: Stretch): Stretch {
  if (from >= to) return { from, to }
  let [start, end] = [from, to]
  while (start > 0 && !/\s/.test(text.charAt(start - 1)) && !/\s/.test(text.charAt(start))) start -= 1
  while (end < text.length && !/\s/.test(text.charAt(end - 1)) && !/\s/.test(text.charAt(end))) end += 1
  return { from: start, to: end }
}

function wordsBeside(node: ProseMirrorNode, pos: number): StoryText[] {
  // The name of a site is spelled as the site spells it.
  const attributes = attributeWords(node.type.name).filter((attribute) => attribute !== 'site')
  return attributes.map((attribute) => {
    const text = wordsIn(node.attrs, attribute)
    return { text, kept: [], scope: { from: 0, to: text.length }, place: { pos, attribute } }
  })
}

/**
 * Changes these texts in one step that can be undone; marks, caret and selection stay where they are. The texts must be of the
 * document as it stands. False where nothing was changed: nothing was asked, or an input method is composing.
 */
export function changeStoryTexts(
  view: Pick<EditorView, 'state' | 'composing' | 'editable' | 'dispatch'>,
  changes: readonly StoryTextChange[],
): boolean {
  if (changes.length === 0 || view.composing || !view.editable) return false
  const { tr } = view.state
  for (const { of, parts } of changes) {
    const { pos, attribute } = of.place
    if (attribute !== undefined) tr.setNodeAttribute(pos, attribute, textWith(of.text, [{ parts }]))
  }
  const inText = changes.flatMap(({ of, parts }) =>
    of.place.attribute === undefined ? parts.map((part) => shifted(part, of.place.pos)) : [],
  )
  // From the end: what stands before is where it was.
  for (const part of inText.toSorted((one, other) => other.from - one.from)) replaceText(tr, part)
  view.dispatch(closeHistory(tr))
  return true
}

const shifted = ({ from, to, text }: Replacement, by: number): Replacement => ({
  from: from + by,
  to: to + by,
  text,
})

function replaceText(tr: Transaction, { from, to, text }: Replacement): void {
  const marks = tr.doc.resolve(from).nodeAfter?.marks ?? []
  if (text === '') tr.delete(from, to)
  else tr.replaceWith(from, to, tr.doc.type.schema.text(text, marks))
}
