import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { drawAtRest } from './at-rest.ts'
import { directionAt, ownDirection } from './direction.ts'
import type { EditorContext } from './story-editor-types.ts'
import { typingInField } from './typing/field-typing.ts'
import { keepsWords } from './words/word-keeper.ts'

/** A one-line field of a node view that writes one string attribute. */
export interface Field {
  input: HTMLTextAreaElement
  /** Shows the attribute of a newer node without moving the caret of whoever types in it. */
  show(node: ProseMirrorNode): void
}
export interface FieldPlace {
  view: EditorView
  getPos: () => number | undefined
}

/** What a field of a node asks of the editor. */
type FieldContext = Pick<EditorContext, 'base' | 'typing'>

/** The typing rules go by the direction that the words of the node have. */
function typingAt({ view, getPos }: FieldPlace, context: FieldContext) {
  const pos = getPos()
  const node = pos === undefined ? null : view.state.doc.nodeAt(pos)
  if (pos === undefined || !node) return null
  return context.typing(ownDirection(node) ?? directionAt(view.state.doc.resolve(pos), context.base()))
}

// Far from ProseMirror's own composition ids, which count up from 1.
let lastVisit = 1_000_000

/** Puts the caret in the text behind a node, made if there is none. */
export function leaveNode(place: FieldPlace): void {
  const pos = place.getPos()
  const node = pos === undefined ? null : place.view.state.doc.nodeAt(pos)
  const paragraph = place.view.state.schema.nodes.paragraph
  if (pos === undefined || !node || !paragraph) return
  const { tr } = place.view.state
  const behind = pos + node.nodeSize
  if (!tr.doc.resolve(behind).nodeAfter?.isTextblock) tr.insert(behind, paragraph.create())
  place.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView())
  place.view.focus()
}

/** Puts the caret behind the last letter of a node's own text. */
export function enterNode(place: FieldPlace): void {
  const pos = place.getPos()
  const node = pos === undefined ? null : place.view.state.doc.nodeAt(pos)
  if (pos === undefined || !node) return
  const { tr } = place.view.state
  const end = tr.doc.resolve(pos + node.nodeSize - 1)
  place.view.dispatch(tr.setSelection(TextSelection.near(end, -1)).scrollIntoView())
  place.view.focus()
}

/**
 * A field for `attribute`. Each change is written at once, so that nothing typed is lost; all that is written in one
 * visit is undone in one step (prosemirror-history joins changes that share a `composition`).
 */
export function attributeField(
  place: FieldPlace,
  attribute: string,
  name: string,
  context: FieldContext,
): Field {
  const input = document.createElement('textarea')
  input.rows = 1
  input.className = `field field-${attribute}`
  input.placeholder = name
  input.spellcheck = false
  input.setAttribute('aria-label', name)
  keepsWords(input, place.getPos, attribute)
  typingInField(input, () => typingAt(place, context))
  let visit = 0
  input.addEventListener('focus', () => {
    lastVisit += 1
    visit = lastVisit
  })
  input.addEventListener('input', () => {
    const pos = place.getPos()
    if (pos === undefined) return
    const { tr } = place.view.state
    place.view.dispatch(
      tr.setNodeAttribute(pos, attribute, input.value.replace(/[\r\n]+/g, ' ')).setMeta('composition', visit),
    )
  })
  const showAtRest = drawAtRest(input)
  const show = (node: ProseMirrorNode): void => {
    const value = String(node.attrs[attribute] ?? '')
    if (input.value.replace(/[\r\n]+/g, ' ') !== value) input.value = value
    showAtRest()
  }
  return { input, show }
}
