import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, PluginKey, Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

interface FoldChange {
  pos: number
  isFolded: boolean
}
const key = new PluginKey<DecorationSet>('foldedNotes')

/** Where the note begins that a place lies in; -1 where it lies in none. */
export function noteAround($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1)
    if ($pos.node(depth).type.name === 'note') return $pos.before(depth)
  return -1
}

/** Is any note folded? */
export const hasFolded = (state: EditorState): boolean =>
  (key.getState(state) ?? DecorationSet.empty) !== DecorationSet.empty

/** Whether a node is drawn folded, from the decorations that its view is handed. */
export const isFoldedBy = (decorations: readonly Decoration[]): boolean =>
  decorations.some(({ spec }) => (spec as { isFold?: boolean }).isFold)

function foldAt(
  set: DecorationSet,
  { doc }: Pick<EditorState, 'doc'>,
  { pos, isFolded }: FoldChange,
): DecorationSet {
  const there = set.find(pos, pos + 1).filter(({ from }) => from === pos)
  if (!isFolded) return set.remove(there)
  const node = doc.nodeAt(pos)
  if (!node || there.length > 0) return set
  return set.add(doc, [Decoration.node(pos, pos + node.nodeSize, { class: 'is-folded' }, { isFold: true })])
}

/** Takes a caret that stands in the note at `pos` behind it, or before it where nothing follows. */
function leaveNote(tr: Transaction, pos: number): void {
  const size = tr.doc.nodeAt(pos)?.nodeSize ?? 0
  if (noteAround(tr.selection.$head) === pos) tr.setSelection(Selection.near(tr.doc.resolve(pos + size), 1))
  if (noteAround(tr.selection.$head) === pos) tr.setSelection(Selection.near(tr.doc.resolve(pos), -1))
}

/** Folds a note, or opens it; no step, so nothing to save and nothing to undo. A caret in it goes on behind. */
export function foldNote(view: EditorView, pos: number, isFolded: boolean): void {
  const { tr } = view.state
  if (isFolded) leaveNote(tr, pos)
  view.dispatch(tr.setMeta(key, [{ pos, isFolded }] satisfies FoldChange[]))
}

/** Folds the notes that stand at these places, or opens them where all are folded; false where there are none. */
export function foldNotes(tr: Transaction, state: EditorState, places: readonly number[]): boolean {
  const set = key.getState(state)
  const isFolded = places.some((pos) => !set?.find(pos, pos + 1).some(({ from }) => from === pos))
  if (isFolded) for (const pos of places) leaveNote(tr, pos)
  tr.setMeta(key, places.map((pos) => ({ pos, isFolded })) satisfies FoldChange[])
  return places.length > 0
}

function applied(set: DecorationSet, tr: Transaction, state: EditorState): DecorationSet {
  const changes = (tr.getMeta(key) as FoldChange[] | undefined) ?? []
  const mapped = tr.docChanged ? set.map(tr.mapping, tr.doc) : set
  const changed = changes.reduce((folds, change) => foldAt(folds, state, change), mapped)
  // Wherever the caret comes from (undo, a search, Next note): nobody writes where nothing is seen.
  const pos = changed === DecorationSet.empty ? -1 : noteAround(state.selection.$head)
  return pos >= 0 ? foldAt(changed, state, { pos, isFolded: false }) : changed
}

/** Which notes are folded: of this window alone and never stored, for folding is no change of the text. */
export const foldedNotes = Extension.create({
  name: 'foldedNotes',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set, _old, state) => applied(set, tr, state),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})
