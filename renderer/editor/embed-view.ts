import { closeHistory } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import { isolateForAttribute } from '../../core/language/isolate.ts'
import { readableAddress } from '../../core/language/pasted-address.ts'
import type { EmbedAttrs } from '../../core/model/body.ts'
import { made, quietButton } from './made.ts'
import { drawnView, showDirection, type NodeViewProps } from './node-view.ts'
import type { EditorContext } from './story-editor-types.ts'
import { keepsWords } from './words/word-keeper.ts'

/** The words and the picture of a card, drawn from what the story holds. */
function cardFace(context: EditorContext, getPos: NodeViewProps['getPos']) {
  const face = made('div', 'embed-face')
  const picture = made('img', 'embed-picture')
  const text = made('div', 'embed-words')
  const title = made('strong', 'embed-title')
  const source = made('span', 'embed-source')
  const site = made('bdi', 'embed-site')
  const address = made('bdi', 'embed-address')
  address.dir = 'ltr'
  picture.draggable = false
  keepsWords(title, getPos, 'title')
  keepsWords(site, getPos, 'site')
  keepsWords(picture, getPos, 'alt')
  source.append(site, address)
  text.append(title, source)
  face.append(picture, text)
  let shownMedia: string | null = null
  const showPicture = async (media: string | null): Promise<void> => {
    if (media === shownMedia) return
    shownMedia = media
    picture.removeAttribute('src')
    if (media === null) return
    try {
      const url = await context.pictures.url(media)
      if (shownMedia === media) picture.src = url
    } catch {
      // The card stands without its picture; verify says that the file is missing.
      if (shownMedia === media) picture.hidden = true
    }
  }
  const show = (attrs: EmbedAttrs): void => {
    // Phones and the like in their own order, as on the page; no decoration reaches in here.
    title.textContent = isolateForAttribute(attrs.title, attrs.dir ?? context.base())
    title.hidden = attrs.title === ''
    site.textContent = attrs.site
    site.hidden = attrs.site === ''
    address.textContent = readableAddress(attrs.url)
    picture.alt = attrs.alt
    picture.hidden = attrs.media === null
    void showPicture(attrs.media)
  }
  return { face, show, forget: () => (shownMedia = null) }
}

/** A card of another site: plain DOM, nothing of it from the network. Its words are changed in the box that made it. */
export const embedView =
  (context: EditorContext) =>
  (props: NodeViewProps): NodeView => {
    const { view, getPos } = props
    const dom = made('figure', 'embed')
    const card = cardFace(context, getPos)
    const tools = made('div', 'embed-tools')
    const edit = quietButton(context.words.embedEdit)
    const remove = quietButton(context.words.removeImage, 'quiet-button picture-remove')
    tools.append(edit, remove)
    dom.contentEditable = 'false'
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', context.words.embed)
    dom.append(card.face, tools)
    const setEditable = (editable: boolean): void => {
      tools.hidden = !editable
    }
    setEditable(context.isEditable())
    const unwatch = context.watchEditable(setEditable)
    const choose = (): number | undefined => {
      const pos = getPos()
      if (pos !== undefined) {
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
        view.focus()
      }
      return pos
    }
    edit.addEventListener('click', () => {
      if (choose() !== undefined) context.ask('embed')
    })
    remove.addEventListener('click', () => {
      // A step of its own, however soon it comes: Undo brings the card back.
      if (choose() !== undefined) view.dispatch(closeHistory(view.state.tr.deleteSelection()))
    })
    const show = (next: ProseMirrorNode): void => {
      card.show(next.attrs as EmbedAttrs)
      showDirection(dom, next)
    }
    const destroy = (): void => {
      card.forget()
      unwatch()
    }
    return drawnView(props, { dom, furniture: tools, show, destroy })
  }
