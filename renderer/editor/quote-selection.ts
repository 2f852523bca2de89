import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { openQuotations } from '../../core/language/typing/typed-quotes.ts'
import { directionAt } from './direction.ts'
import type { EditorContext } from './story-editor-types.ts'

/** Puts the selection between the house's quotation marks, the inner ones where it stands in a quotation already. */
export function quote(tr: Transaction, context: EditorContext): boolean {
  const { $from, from, to, empty } = tr.selection
  if (!(tr.selection instanceof TextSelection) || !$from.sameParent(tr.selection.$to)) return false
  const marks = context.quotes(directionAt($from, context.base()))
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
  const isInside = openQuotations(before, marks).at(-1) === 'outer'
  const [open, close] = isInside ? [marks.innerOpen, marks.innerClose] : [marks.open, marks.close]
  tr.insertText(close, to).insertText(open, from)
  const end = to + open.length + (empty ? 0 : close.length)
  tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView()
  return true
}
