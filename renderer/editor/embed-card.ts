import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { siteName } from '../../core/language/embed-site.ts'
import { loneAddress, readableAddress, withoutTracking } from '../../core/language/pasted-address.ts'
import type { EmbedAttrs } from '../../core/model/body.ts'
import { noteAround } from './folded-notes.ts'
import { insertBlock } from './insert-block.ts'
import type { EditorContext } from './story-editor-types.ts'

const isCard = (selection: EditorState['selection']): selection is NodeSelection =>
  selection instanceof NodeSelection && selection.node.type.name === 'embed'

/** The address that the paragraph at the caret is, as its link says or as it is written; undefined where it is more, or in a note. */
function addressAt({ selection }: EditorState): string | undefined {
  const { parent } = selection.$from
  if (!(selection instanceof TextSelection) || parent.type.name !== 'paragraph') return undefined
  // What a card says is published, and nothing of a note is.
  if (noteAround(selection.$from) >= 0) return undefined
  if (parent.childCount !== 1 || !selection.$from.sameParent(selection.$to)) return undefined
  const href = parent.firstChild?.marks.find(({ type }) => type.name === 'link')?.attrs.href as
    | string
    | undefined
  const words = parent.textContent.trim()
  // Words that are a link stay words: only an address is taken for the thing itself.
  return href !== undefined && readableAddress(href) === words ? href : loneAddress(words)
}

/** The card that is chosen; else one for the address that the paragraph at the caret is; null where there is neither. */
export function cardAtCaret(state: EditorState): EmbedAttrs | null {
  if (isCard(state.selection)) return state.selection.node.attrs as EmbedAttrs
  const address = addressAt(state)
  const url = address && withoutTracking(address)
  return url ? { url, title: '', site: siteName(url), media: null, alt: '' } : null
}

/** Puts a card in the place of the chosen one, or of a paragraph that is its address, or where the caret is. */
export function putCard(tr: Transaction, state: EditorState, attrs: EmbedAttrs): boolean {
  const { selection, schema } = state
  const type = schema.nodes.embed
  if (!type) return false
  if (isCard(selection)) {
    tr.setNodeMarkup(selection.from, null, { ...selection.node.attrs, ...attrs })
    tr.setSelection(NodeSelection.create(tr.doc, selection.from))
    return true
  }
  if (addressAt(state) !== undefined) {
    const { $from } = selection
    tr.delete($from.start(), $from.end())
  }
  insertBlock(tr, type.create(attrs))
  return true
}

/** Asks for what the chosen card says; false when no card is chosen. */
export function editSelectedCard(
  view: EditorView,
  context: Pick<EditorContext, 'ask' | 'isEditable'>,
): boolean {
  if (!isCard(view.state.selection) || !context.isEditable()) return false
  context.ask('embed')
  return true
}
