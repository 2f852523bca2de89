import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { PictureAttrs } from '../../core/model/body.ts'
import { focalPosition, seenSize, viewBox } from '../../core/model/crop.ts'
import { attributeField, leaveNode, type FieldPlace } from './field.ts'
import { made, madeOfWords, quietButton } from './made.ts'
import { drawnView, type NodeViewProps } from './node-view.ts'
import type { EditorContext } from './story-editor-types.ts'

/** The picture itself, in room kept free from its size before it is there. */
function pictureFrame(context: EditorContext) {
  const frame = made('div', 'picture-frame')
  const picture = made('img', 'picture-image')
  const missing = made('p', 'picture-missing')
  picture.draggable = false
  picture.decoding = 'async'
  frame.draggable = true
  frame.append(picture)
  let shownMedia: string | null = null
  const showFile = async (media: string): Promise<void> => {
    try {
      const url = await context.pictures.url(media)
      if (shownMedia === media) picture.src = url
    } catch {
      if (shownMedia !== media) return
      missing.textContent = context.words.imageMissing
      frame.replaceChildren(missing)
    }
  }
  const show = (node: ProseMirrorNode): void => {
    const attrs = node.attrs as PictureAttrs
    const { media, alt, crop, focal } = attrs
    const size = seenSize(attrs)
    picture.alt = alt
    // Through the CSSOM, which a content security policy allows.
    frame.style.aspectRatio = size ? `${size.width} / ${size.height}` : ''
    frame.classList.toggle('is-cut', crop !== null && crop !== undefined)
    picture.style.setProperty('object-view-box', viewBox(crop))
    picture.style.objectPosition = focalPosition(attrs)
    if (focal) frame.dataset.focal = ''
    else delete frame.dataset.focal
    if (shownMedia === media) return
    shownMedia = media
    frame.replaceChildren(picture)
    void showFile(media)
  }
  return { frame, show, forget: () => (shownMedia = null) }
}

/** Under the picture: caption and credit on one line, the alternative text below with its quiet warning. */
function pictureWords(place: FieldPlace, context: EditorContext) {
  const { words } = context
  const caption = attributeField(place, 'caption', words.imageCaption, context)
  const credit = attributeField(place, 'credit', words.imageCredit, context)
  const alt = attributeField(place, 'alt', words.imageAlt, context)
  const box = made('div', 'picture-words')
  const altLine = made('label', 'picture-alt')
  const altName = madeOfWords('span', 'picture-alt-name', words.imageAlt)
  const warning = madeOfWords('span', 'picture-warning', words.imageAltMissing)
  const tools = made('div', 'picture-tools')
  const cut = quietButton(words.cropImage)
  const remove = quietButton(words.removeImage, 'quiet-button picture-remove')
  alt.input.placeholder = ''
  warning.id = `picture-warning-${Math.random().toString(36).slice(2)}`
  tools.append(cut, remove)
  altLine.append(altName, alt.input)
  box.append(caption.input, credit.input, altLine, warning, tools)
  const fields = [caption, credit, alt]
  const show = (node: ProseMirrorNode): void => {
    for (const field of fields) field.show(node)
    const isMissing = String(node.attrs.alt).trim() === ''
    warning.hidden = !isMissing
    if (isMissing) alt.input.setAttribute('aria-describedby', warning.id)
    else alt.input.removeAttribute('aria-describedby')
  }
  const setEditable = (editable: boolean): void => {
    for (const { input } of fields) input.readOnly = !editable
    tools.hidden = !editable
  }
  return { box, fields, cut, remove, show, setEditable }
}

/** Enter goes from field to field and then on in the text, Escape back to the picture as a whole. */
function moveByKeys(inputs: readonly HTMLTextAreaElement[], place: FieldPlace, event: KeyboardEvent): void {
  if (event.isComposing) return
  if (event.key === 'Escape') {
    const pos = place.getPos()
    if (pos === undefined) return
    event.stopPropagation()
    place.view.dispatch(place.view.state.tr.setSelection(NodeSelection.create(place.view.state.doc, pos)))
    place.view.focus()
  } else if (event.key === 'Enter') {
    event.preventDefault()
    const next = inputs[inputs.findIndex((input) => input === event.target) + 1]
    if (next) next.focus()
    else leaveNode(place)
  }
}

/** The picture in the story: plain DOM, its words edited in place, its attributes in the document at every letter. */
export const pictureView =
  (context: EditorContext) =>
  (props: NodeViewProps): NodeView => {
    const { view, getPos } = props
    const place: FieldPlace = { view, getPos }
    const dom = made('figure', 'picture')
    const frame = pictureFrame(context)
    const words = pictureWords(place, context)
    const inputs = words.fields.map((field) => field.input)
    dom.contentEditable = 'false'
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', context.words.picture)
    dom.append(frame.frame, words.box)
    // Not `view.editable`: plugins that say so join the view only after it drew its nodes.
    words.setEditable(context.isEditable())
    const unwatch = context.watchEditable(words.setEditable)
    words.box.addEventListener('keydown', (event) => moveByKeys(inputs, place, event))
    words.remove.addEventListener('click', () => {
      const pos = getPos()
      const shown = pos === undefined ? null : view.state.doc.nodeAt(pos)
      if (pos === undefined || !shown) return
      view.dispatch(view.state.tr.delete(pos, pos + shown.nodeSize))
      view.focus()
    })
    words.cut.addEventListener('click', () => {
      const pos = getPos()
      if (pos === undefined) return
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
      // Where the focus comes back to when that is done.
      view.focus()
      context.ask('crop')
    })
    const show = (shown: ProseMirrorNode): void => {
      frame.show(shown)
      words.show(shown)
    }
    const destroy = (): void => {
      frame.forget()
      unwatch()
    }
    return drawnView(props, { dom, furniture: words.box, show, destroy })
  }

/** Opens the first field of the selected picture; false when no picture is selected. */
export function editSelectedPicture(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return false
  const dom = view.nodeDOM(selection.from)
  const field = dom instanceof Element ? dom.querySelector<HTMLTextAreaElement>('.field') : null
  field?.focus()
  return field !== null
}
