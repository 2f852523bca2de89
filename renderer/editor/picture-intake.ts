import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { maxGallery } from '../../core/model/body.ts'
import { gatherPictures } from './gallery-moves.ts'
import { insertBlock } from './insert-block.ts'
import { holdPlace } from './keep-place.ts'
import { offer } from './offer.ts'
import type { EditorContext, StoredPicture } from './story-editor-types.ts'

type Change = { add: object; at: number } | { done: object }
const intake = new PluginKey<DecorationSet>('pictureIntake')

function waiting(words: string): HTMLElement {
  const box = document.createElement('span')
  box.className = 'picture-waiting'
  box.textContent = words
  return box
}

/** Marks where pictures will stand once they are stored; the place moves with what is typed meanwhile. */
export const pictureIntake = (context: Pick<EditorContext, 'words'>) =>
  Extension.create({
    name: 'pictureIntake',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: intake,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before) {
            const places = before.map(tr.mapping, tr.doc)
            const change = tr.getMeta(intake) as Change | undefined
            if (!change) return places
            if ('done' in change)
              return places.remove(places.find(undefined, undefined, (spec) => spec.ticket === change.done))
            const widget = Decoration.widget(change.at, () => waiting(context.words.imageAdding), {
              ticket: change.add,
              side: 1,
            })
            return places.add(tr.doc, [widget])
          },
        },
        props: { decorations: (state) => intake.getState(state) },
      }),
    ],
  })

/** The bytes of a picture, or how to get them; null where nobody can. */
export type PictureFile = Blob | (() => Promise<Blob | null>)

/** Stores pictures in order; a refused one is told and stands as null. */
async function storeAll(
  context: Pick<EditorContext, 'pictures' | 'notice'>,
  files: readonly PictureFile[],
): Promise<(StoredPicture | null)[]> {
  const stored: (StoredPicture | null)[] = []
  for (const file of files) {
    try {
      const bytes = typeof file === 'function' ? await file() : file
      stored.push(bytes && (await context.pictures.add(bytes)))
    } catch (error) {
      stored.push(null)
      context.notice({
        code: 'picture-refused',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }
  return stored
}

/**
 * Stores the pictures, then calls `place` with what came of them and a transaction whose selection is where `at` has
 * got to by then; it becomes the selection, unless somebody has moved theirs meanwhile. Resolves when that is done; nothing happens if the editor is gone by then.
 */
export async function takeIn(
  view: EditorView,
  context: Pick<EditorContext, 'pictures' | 'notice'>,
  at: number,
  files: readonly PictureFile[],
  place: (stored: (StoredPicture | null)[], tr: Transaction, at: number) => void,
): Promise<void> {
  const ticket = {}
  view.dispatch(
    view.state.tr.setMeta(intake, { add: ticket, at } satisfies Change).setMeta('addToHistory', false),
  )
  const began = view.state.selection
  const stored = await storeAll(context, files)
  if (view.isDestroyed) return
  const [found] =
    intake.getState(view.state)?.find(undefined, undefined, (spec) => spec.ticket === ticket) ?? []
  // A step of its own: Undo takes out no letter that was typed just before.
  const tr = closeHistory(view.state.tr).setMeta(intake, { done: ticket } satisfies Change)
  if (found) {
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(found.from, tr.doc.content.size))))
    place(stored, tr, found.from)
  }
  const { selection } = view.state
  if (selection.eq(began)) return view.dispatch(tr)
  // Who has gone on writing meanwhile keeps the caret, and its line stays where it is.
  tr.setSelection(selection.map(tr.doc, tr.mapping))
  const putBack = holdPlace(view)
  view.dispatch(tr)
  putBack(tr.mapping)
}

/** A picture node for a stored picture, without words yet. */
function pictureNode(view: EditorView, stored: StoredPicture): ProseMirrorNode | null {
  const { media, width, height } = stored
  return view.state.schema.nodes.image?.create({ media, width, height }) ?? null
}

const nodesOf = (view: EditorView, stored: readonly (StoredPicture | null)[]): ProseMirrorNode[] =>
  stored.flatMap((picture) => (picture && pictureNode(view, picture)) ?? [])

/**
 * Stores picture files and puts them into the story at a position, in order; within a gallery they go into it. Several
 * that stand in the text are offered as a gallery.
 */
export function addPictures(
  view: EditorView,
  context: Pick<EditorContext, 'pictures' | 'notice' | 'words'>,
  at: number,
  files: readonly Blob[],
): Promise<void> {
  return takeIn(view, context, at, files, (stored, tr, place) => {
    const nodes = nodesOf(view, stored)
    if (putIntoGallery(tr, place, nodes)) return
    const from = nodes.reduce((first: number | null, node) => {
      const stood = insertBlock(tr, node)
      return first ?? stood
    }, null)
    if (nodes.length < 2 || nodes.length > maxGallery || from === null) return
    const size = nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
    offer(tr, { from, to: from + size, words: context.words.galleryOffer, accept: makeGallery })
  })
}

function makeGallery(view: EditorView, from: number): void {
  const { state } = view
  const { tr } = state
  const chosen = state.apply(tr.setSelection(NodeSelection.create(tr.doc, from)))
  // A step of its own: Undo gives the pictures back, not the story without them.
  if (gatherPictures(tr, chosen)) view.dispatch(closeHistory(tr))
}

function putIntoGallery(tr: Transaction, at: number, nodes: readonly ProseMirrorNode[]): boolean {
  const $at = tr.doc.resolve(Math.min(at, tr.doc.content.size))
  if ($at.parent.type.name !== 'gallery' || $at.parent.childCount + nodes.length > maxGallery) return false
  tr.insert(at, Fragment.fromArray([...nodes]))
  return true
}

/** Stores picture files and puts them into the story as one gallery; a single one is a picture. */
export function addGallery(
  view: EditorView,
  context: Pick<EditorContext, 'pictures' | 'notice'>,
  at: number,
  files: readonly Blob[],
): Promise<void> {
  return takeIn(view, context, at, files.slice(0, maxGallery), (stored, tr) => {
    const nodes = nodesOf(view, stored)
    const gallery = nodes.length > 1 ? view.state.schema.nodes.gallery?.create(null, nodes) : nodes[0]
    if (gallery) insertBlock(tr, gallery)
  })
}

/** The blocks with each waiting picture (`import:<n>`) as it was stored, refused ones left out. */
export function settlePictures(content: Fragment, stored: readonly (StoredPicture | null)[]): Fragment {
  const settled: ProseMirrorNode[] = []
  content.forEach((node) => {
    if (node.type.name !== 'image') {
      settled.push(node.isTextblock || node.isLeaf ? node : node.copy(settlePictures(node.content, stored)))
      return
    }
    const waitingFor = /^import:(\d+)$/.exec(String(node.attrs.media))
    if (!waitingFor) settled.push(node)
    const picture = waitingFor ? stored[Number(waitingFor[1])] : null
    if (picture) {
      const { media, width, height } = picture
      settled.push(node.type.create({ ...node.attrs, media, width, height }))
    }
  })
  return Fragment.fromArray(settled)
}
