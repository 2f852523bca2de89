import { Plugin, type PluginSpec } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import type { Direction } from '../../core/model/language-code.ts'
import { directionAt } from './direction.ts'

type Edge = Parameters<EditorView['endOfTextblock']>[0]
const along: Readonly<Partial<Record<Edge, Edge>>> = { left: 'backward', right: 'forward' }

/** The view, but left and right edges of a block asked as its start and end. */
function alongTheText(view: EditorView): EditorView {
  return new Proxy(view, {
    get(target, key) {
      if (key === 'endOfTextblock')
        return (edge: Edge, state?: EditorView['state']) => target.endOfTextblock(along[edge] ?? edge, state)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

/** The direction in which the arrow keys run where the selection is. */
function runningDirection(view: EditorView, base: Direction): Direction {
  const { selection } = view.state
  return directionAt(selection instanceof CellSelection ? selection.$headCell : selection.$head, base)
}

/**
 * The same plugin with arrow keys that follow the text. prosemirror-gapcursor and prosemirror-tables take left for
 * back, so that in rtl nobody gets out of a cell (rtl.md 1.3): they are handed the other key, and edges along the text.
 */
export function logicalArrows<State>(plugin: Plugin<State>, base: () => Direction): Plugin<State> {
  const original = plugin.props.handleKeyDown
  if (!original) return plugin
  const spec: PluginSpec<State> = {
    ...plugin.spec,
    props: {
      ...plugin.spec.props,
      handleKeyDown(view, event) {
        const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
        if (!isAcross || runningDirection(view, base()) === 'ltr') return original.call(plugin, view, event)
        const { shiftKey, ctrlKey, altKey, metaKey } = event
        const key = event.key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
        const mirrored = new KeyboardEvent('keydown', { key, shiftKey, ctrlKey, altKey, metaKey })
        return original.call(plugin, alongTheText(view), mirrored)
      },
    },
  }
  return new Plugin(spec)
}
