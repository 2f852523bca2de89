import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

const key = new PluginKey<boolean>('currentBlock')

/** While focus mode is on, the top-level block with the caret carries the class `is-current`; one node, whatever the story's length. */
export const currentBlock = Extension.create({
  name: 'currentBlock',
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: {
        init: () => false,
        apply: (transaction, isOn) => (transaction.getMeta(key) as boolean | undefined) ?? isOn,
      },
      props: { decorations: (state) => (key.getState(state) ? marked(state) : null) },
    }),
  ],
})

function marked({ doc, selection }: EditorState): DecorationSet {
  const { $head } = selection
  const start = $head.depth > 0 ? $head.before(1) : Math.min($head.pos, doc.content.size)
  const block = doc.nodeAt(start)
  if (!block) return DecorationSet.empty
  return DecorationSet.create(doc, [Decoration.node(start, start + block.nodeSize, { class: 'is-current' })])
}

/** Switches the mark on or off; no step, so nothing to save and nothing to undo. */
export function markCurrentBlock(view: EditorView, isOn: boolean): void {
  if (key.getState(view.state) === isOn) return
  view.dispatch(view.state.tr.setMeta(key, isOn))
}
