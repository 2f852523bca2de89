import type { Slice } from '@tiptap/pm/model'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { embedService } from '../../../core/language/embed-site.ts'
import { loneAddress, readableAddress, withoutTracking } from '../../../core/language/pasted-address.ts'
import { noteAround } from '../folded-notes.ts'
import { offer } from '../offer.ts'
import type { EditorContext } from '../story-editor-types.ts'

const wasPasted = (tr: Transaction): Transaction =>
  tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView()

/** Does the selection touch a link? A link never gets another inside it. */
function touchesLink({ doc, schema, selection }: EditorState): boolean {
  const type = schema.marks.link
  if (!type) return true
  const { $from, from, to, empty } = selection
  return empty
    ? type.isInSet($from.nodeBefore?.marks ?? []) !== undefined &&
        type.isInSet($from.nodeAfter?.marks ?? []) !== undefined
    : doc.rangeHasMark(from, to, type)
}

type CardContext = Pick<EditorContext, 'words' | 'ask'>

/** A paragraph that is nothing but the address of a film, a post or a song is offered as a card. */
function offerCard(tr: Transaction, context: CardContext, at: number, href: string): void {
  const $at = tr.doc.resolve(at)
  const { parent } = $at
  if (embedService(href) === undefined || parent.type.name !== 'paragraph' || parent.childCount !== 1) return
  // What a card says is published, and nothing of a note is.
  if (noteAround($at) >= 0) return
  offer(tr, {
    from: $at.before(),
    to: $at.after(),
    words: context.words.embedOffer,
    accept(view, from) {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from + 1)))
      context.ask('embed')
    },
  })
}

/** The selected words become the link; taking away what counts visits is a step of its own. */
function linkWords(view: EditorView, pasted: string, clean: string): void {
  const { from, to } = view.state.selection
  const link = (href: string): Transaction => {
    const { tr, schema } = view.state
    const mark = schema.marks.link?.create({ href })
    return wasPasted(mark ? tr.addMark(from, to, mark).setSelection(TextSelection.create(tr.doc, to)) : tr)
  }
  view.dispatch(closeHistory(link(pasted)))
  if (clean !== pasted) view.dispatch(closeHistory(link(clean)))
}

/** The address as it came, and in a second step the link that is read in its place: one Undo gives the address back. */
function linkAddress(view: EditorView, context: CardContext, text: string, href: string): void {
  const { from } = view.state.selection
  view.dispatch(closeHistory(wasPasted(view.state.tr.insertText(text, from))))
  const { tr, schema } = view.state
  const mark = schema.marks.link?.create({ href })
  if (!mark) return
  tr.replaceWith(from, from + text.length, schema.text(readableAddress(href), [mark]))
  offerCard(tr.removeStoredMark(mark), context, from, href)
  view.dispatch(closeHistory(wasPasted(tr)))
}

/**
 * Pastes an address as a link: over selected words these become it, elsewhere it is written as people read addresses,
 * without what only counts visits. False where something else was pasted, or a link is already there.
 */
export function pasteAddress(
  view: EditorView,
  context: CardContext,
  data: DataTransfer | null,
  slice: Slice,
): boolean {
  const text = (data?.getData('text/plain') ?? '').trim()
  const pasted = loneAddress(text)
  const { state } = view
  const { selection } = state
  if (pasted === undefined || !(selection instanceof TextSelection) || touchesLink(state)) return false
  // A picture or a table that only names an address in its text is pasted as what it is.
  if (slice.content.textBetween(0, slice.content.size, ' ').trim() !== text) return false
  if (!selection.$from.parent.inlineContent) return false
  const clean = withoutTracking(pasted)
  const words = state.doc.textBetween(selection.from, selection.to, ' ').trim()
  if (selection.empty) linkAddress(view, context, text, clean)
  // An address over an address is a new one in its place.
  else if (words === '' || loneAddress(words) !== undefined) return false
  else linkWords(view, pasted, clean)
  return true
}
