import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { maxGallery } from '../../core/model/body.ts'
import { directionAt } from './direction.ts'
import type { EditorContext } from './story-editor-types.ts'

/** A picture chosen in a gallery: the gallery, where it stands, and as the how many-th the picture, from 0. */
interface Chosen {
  gallery: ProseMirrorNode
  pos: number
  index: number
}

function chosenIn({ selection }: EditorState): Chosen | null {
  const { $from } = selection
  if (!(selection instanceof NodeSelection) || $from.parent.type.name !== 'gallery') return null
  return { gallery: $from.parent, pos: $from.before(), index: $from.index() }
}

const startOf = ({ gallery, pos }: Chosen, index: number): number =>
  gallery.children.slice(0, index).reduce((at, { nodeSize }) => at + nodeSize, pos + 1)

/** Takes the picture at `index` to `goal` in the gallery that stands at `pos`, and chooses it; false where nothing moves. */
export function reorder(tr: Transaction, pos: number, index: number, goal: number): boolean {
  const gallery = tr.doc.nodeAt(pos)
  if (!gallery || goal === index || goal < 0 || goal >= gallery.childCount) return false
  const order = [...gallery.children]
  order.splice(goal, 0, ...order.splice(index, 1))
  const moved = gallery.copy(Fragment.fromArray(order))
  const [first, last] = [Math.min(index, goal), Math.max(index, goal)]
  const start = startOf({ gallery, pos, index }, first)
  tr.replaceWith(start, startOf({ gallery, pos, index }, last + 1), order.slice(first, last + 1))
  tr.setSelection(NodeSelection.create(tr.doc, startOf({ gallery: moved, pos, index }, goal)))
  tr.scrollIntoView()
  return true
}

/** Moves the chosen picture one place on or back in its gallery; false where there is no such place. */
export function moveInGallery(tr: Transaction, state: EditorState, step: 1 | -1): boolean {
  const chosen = chosenIn(state)
  return chosen !== null && reorder(tr, chosen.pos, chosen.index, chosen.index + step)
}

/** Says where in its gallery the chosen picture stands now. */
export function sayPlace(view: EditorView, { words }: Pick<EditorContext, 'words'>): void {
  const chosen = chosenIn(view.state)
  const dom = chosen && view.nodeDOM(chosen.pos)
  const said = dom instanceof Element ? dom.querySelector('.gallery-said') : null
  if (chosen && said) said.textContent = words.galleryPlace(chosen.index + 1, chosen.gallery.childCount)
}

/** Chooses the picture before or behind the chosen one; false at the ends of the gallery. */
function chooseNext(view: EditorView, step: 1 | -1): boolean {
  const chosen = chosenIn(view.state)
  if (!chosen) return false
  const goal = chosen.index + step
  if (goal < 0 || goal >= chosen.gallery.childCount) return false
  const { tr } = view.state
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, startOf(chosen, goal))).scrollIntoView())
  return true
}

/** In a gallery the arrows go along its pictures, in its direction; with Alt they take the picture along. */
export function galleryKeys(
  view: EditorView,
  event: KeyboardEvent,
  context: Pick<EditorContext, 'base' | 'run'>,
): boolean {
  const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  if (!isAcross || event.ctrlKey || event.metaKey || event.shiftKey || !chosenIn(view.state)) return false
  const forward =
    directionAt(view.state.selection.$from, context.base()) === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const isForward = event.key === forward
  if (!event.altKey) return chooseNext(view, isForward ? 1 : -1)
  context.run(isForward ? 'picture-forward' : 'picture-back')
  // Ours at the ends too: the browser would go back a page.
  return true
}

/** The pictures that stand one behind the other around the selection, with the place of the first. */
function neighbours({
  selection,
  schema,
}: EditorState): { from: number; pictures: ProseMirrorNode[] } | null {
  const type = schema.nodes.image
  const { $from, $to } = selection
  const depth = $from.sharedDepth($to.pos)
  const parent = $from.node(depth)
  let [first, last] = [$from.index(depth), Math.max($from.index(depth), $to.indexAfter(depth) - 1)]
  if (parent.type.name === 'gallery') return null
  // A selection that ends in the words before or behind the pictures means the pictures.
  while (first < last && parent.child(first).type !== type) first += 1
  while (last > first && parent.child(last).type !== type) last -= 1
  while (first > 0 && parent.child(first - 1).type === type) first -= 1
  while (last + 1 < parent.childCount && parent.child(last + 1).type === type) last += 1
  const pictures = parent.children.slice(first, last + 1)
  if (pictures.length < 2 || pictures.length > maxGallery || pictures.some((node) => node.type !== type))
    return null
  return { from: $from.posAtIndex(first, depth), pictures }
}

/** Makes the pictures around the selection a gallery; false where there are not two to twenty one behind the other. */
export function gatherPictures(tr: Transaction, state: EditorState): boolean {
  const found = neighbours(state)
  const gallery = found && state.schema.nodes.gallery?.create(null, found.pictures)
  if (!found || !gallery) return false
  tr.replaceWith(found.from, found.from + gallery.content.size, gallery)
  tr.setSelection(NodeSelection.create(tr.doc, found.from)).scrollIntoView()
  return true
}

/** The gallery at the selection, or chosen, as its pictures one by one; its caption stays as a paragraph. */
export function takeApart(tr: Transaction, state: EditorState): boolean {
  const { selection } = state
  const isWhole = selection instanceof NodeSelection && selection.node.type.name === 'gallery'
  const chosen = chosenIn(state)
  const gallery = isWhole ? selection.node : chosen?.gallery
  const pos = isWhole ? selection.from : chosen?.pos
  if (!gallery || pos === undefined) return false
  tr.replaceWith(pos, pos + gallery.nodeSize, piecesOf(gallery))
  tr.setSelection(NodeSelection.create(tr.doc, pos))
  return true
}

function piecesOf(gallery: ProseMirrorNode): Fragment {
  const caption = String(gallery.attrs.caption)
  const { schema } = gallery.type
  const isNothing = gallery.childCount === 0
  const text = caption ? schema.text(caption) : null
  const words = text || isNothing ? schema.nodes.paragraph?.create(null, text) : null
  return words ? gallery.content.addToEnd(words) : gallery.content
}

/** Galleries that an edit left with one picture become that picture, and without any a paragraph; only the blocks that changed are looked at. */
export function dissolveSmall(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const changed = transactions.filter(({ docChanged }) => docChanged)
  const { tr } = state
  for (const [at, each] of changed.entries()) {
    const later = changed.slice(at + 1)
    each.mapping.maps.forEach((map, index) => {
      const rest = each.mapping.slice(index + 1)
      const now = (pos: number, side: -1 | 1): number =>
        later.reduce((mapped, { mapping }) => mapping.map(mapped, side), rest.map(pos, side))
      map.forEach((_from, _to, start, end) => dissolveBetween(tr, state, now(start, -1), now(end, 1)))
    })
  }
  return tr.docChanged ? tr : null
}

function dissolveBetween(tr: Transaction, { doc }: EditorState, from: number, to: number): void {
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos) => {
    if (node.type.name !== 'gallery' || node.childCount > 1) return !node.isTextblock
    const start = tr.mapping.map(pos)
    if (tr.doc.nodeAt(start)?.type === node.type) tr.replaceWith(start, start + node.nodeSize, piecesOf(node))
    return false
  })
}
