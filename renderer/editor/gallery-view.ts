import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import { maxGallery } from '../../core/model/body.ts'
import { attributeField, leaveNode, type FieldPlace } from './field.ts'
import { reorder } from './gallery-moves.ts'
import { made, madeOfWords, quietButton } from './made.ts'
import { drawnView, showDirection, type NodeViewProps } from './node-view.ts'
import { addPictures } from './picture-intake.ts'
import type { EditorContext } from './story-editor-types.ts'

const picturesOf = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Under the pictures: the caption for all, how many there are, and what can be done with them as a whole. */
function galleryFoot(place: FieldPlace, context: EditorContext, add: (files: readonly File[]) => void) {
  const { words } = context
  const caption = attributeField(place, 'caption', words.galleryCaption, context)
  const foot = made('div', 'gallery-foot')
  const row = made('div', 'gallery-row')
  const count = madeOfWords('span', 'gallery-count')
  const more = quietButton(words.galleryAdd)
  const apart = quietButton(words.galleryApart)
  const tools = made('div', 'gallery-tools')
  const said = made('span', 'gallery-said')
  const input = made('input', '')
  Object.assign(input, { type: 'file', multiple: true, hidden: true })
  input.accept = 'image/png,image/jpeg,image/gif,image/webp'
  said.setAttribute('role', 'status')
  tools.append(more, apart)
  row.append(count, tools, input, said)
  foot.append(caption.input, row)
  more.addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    add([...(input.files ?? [])])
    input.value = ''
  })
  apart.addEventListener('click', () => {
    const pos = place.getPos()
    if (pos === undefined) return
    place.view.dispatch(place.view.state.tr.setSelection(NodeSelection.create(place.view.state.doc, pos)))
    context.run('take-apart')
    place.view.focus()
  })
  caption.input.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    leaveNode(place)
  })
  return {
    foot,
    show(node: ProseMirrorNode): void {
      caption.show(node)
      count.textContent = words.galleryCount(node.childCount)
      more.hidden = node.childCount >= maxGallery || !context.isEditable()
    },
    setEditable(editable: boolean): void {
      caption.input.readOnly = !editable
      for (const button of [more, apart]) button.hidden = !editable
    },
  }
}

/** Where between the pictures a pointer is: before the how many-th of them, in the direction of reading. */
function gapAt(
  pictures: HTMLElement,
  x: number,
  y: number,
): { index: number; shown: Element; isAfter: boolean } | null {
  const isRtl = getComputedStyle(pictures).direction === 'rtl'
  for (const [index, shown] of [...pictures.children].entries()) {
    const box = shown.getBoundingClientRect()
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue
    const isAfter = x > (box.left + box.right) / 2 !== isRtl
    return { index: isAfter ? index + 1 : index, shown, isAfter }
  }
  return null
}

/** Pictures of the gallery are dragged to other places in it, and files into it; the rest is left to the story. */
function dragInside(
  { view, getPos }: FieldPlace,
  dom: HTMLElement,
  pictures: HTMLElement,
  add: (files: readonly File[]) => void,
): void {
  let dragged = -1
  const mark = (gap: ReturnType<typeof gapAt>): void => {
    for (const each of pictures.children) each.classList.remove('drop-before', 'drop-after')
    gap?.shown.classList.add(gap.isAfter ? 'drop-after' : 'drop-before')
  }
  dom.addEventListener('dragstart', ({ target }) => {
    dragged = [...pictures.children].findIndex((each) => target instanceof Node && each.contains(target))
  })
  dom.addEventListener('dragend', () => {
    dragged = -1
    mark(null)
  })
  dom.addEventListener('dragleave', () => mark(null))
  dom.addEventListener('dragover', (event) => {
    if (dragged >= 0) mark(gapAt(pictures, event.clientX, event.clientY))
  })
  dom.addEventListener('drop', (event) => {
    mark(null)
    const files = picturesOf(event.dataTransfer)
    const gap = gapAt(pictures, event.clientX, event.clientY)
    const pos = getPos()
    if (files.length === 0 && (dragged < 0 || !gap || pos === undefined)) return
    event.preventDefault()
    // Before the story itself takes them: it puts files beside the gallery, and knows no right-to-left rows.
    event.stopPropagation()
    if (files.length > 0) add(files)
    else if (gap && pos !== undefined) {
      const { tr } = view.state
      if (reorder(tr, pos, dragged, gap.index > dragged ? gap.index - 1 : gap.index)) view.dispatch(tr)
    }
    dragged = -1
  })
}

/** Pictures side by side in the order of reading, each with its own words, and the gallery's caption under them. */
export const galleryView =
  (context: EditorContext) =>
  (props: NodeViewProps): NodeView => {
    const { node, view, getPos } = props
    let shown = node
    const dom = made('figure', 'gallery')
    const contentDOM = made('div', 'gallery-pictures')
    const add = (files: readonly File[]): void => {
      const pos = getPos()
      const room = maxGallery - shown.childCount
      if (pos === undefined || !context.isEditable()) return
      void addPictures(view, context, pos + shown.nodeSize - 1, files.slice(0, room))
    }
    const foot = galleryFoot({ view, getPos }, context, add)
    // There is no text between pictures: Chromium would look for some after a key, and put its caret far away.
    dom.contentEditable = 'false'
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', context.words.gallery)
    dom.append(contentDOM, foot.foot)
    foot.setEditable(context.isEditable())
    const unwatch = context.watchEditable((editable) => foot.setEditable(editable))
    dragInside({ view, getPos }, dom, contentDOM, add)
    const show = (next: ProseMirrorNode): void => {
      shown = next
      foot.show(next)
      dom.dataset.count = String(next.childCount)
      showDirection(dom, next)
    }
    return drawnView(props, {
      dom,
      contentDOM,
      furniture: foot.foot,
      hasFields: true,
      show,
      destroy: unwatch,
    })
  }
