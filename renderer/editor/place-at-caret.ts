import type { ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, type EditorState } from '@tiptap/pm/state'
import { TableMap } from '@tiptap/pm/tables'
import { isDirected, type DirectedType } from './direction.ts'

/** Where in its surroundings the caret stands; flat, and the same cost in a long story. */
export interface PlaceAtCaret {
  list: 'bullet-list' | 'numbered-list' | null
  quote: 'quote' | 'pull-quote' | null
  /** The nearest box around it, and what of that box it is. */
  box: 'note' | 'fact-box' | 'questions' | 'timeline' | 'sources' | 'gallery' | null
  part: 'fact-title' | 'question' | 'answer' | 'when' | null
  /** The cell of a table, counted from 1; 0 outside. */
  row: number
  column: number
  /** What is chosen as a whole, no text within it. */
  chosen: DirectedType | null
}

/** What a node around the caret is, by its name. */
const around: Readonly<Partial<Record<string, Partial<PlaceAtCaret>>>> = {
  bulletList: { list: 'bullet-list' },
  orderedList: { list: 'numbered-list' },
  blockquote: { quote: 'quote' },
  pullQuote: { quote: 'pull-quote' },
  note: { box: 'note' },
  factBox: { box: 'fact-box' },
  questions: { box: 'questions' },
  timeline: { box: 'timeline' },
  sources: { box: 'sources' },
  gallery: { box: 'gallery' },
  factTitle: { part: 'fact-title' },
  question: { part: 'question' },
  answer: { part: 'answer' },
  when: { part: 'when' },
}

/** The cell at this depth as a reader counts it: by the columns of the table, whatever is merged. */
function cellAt($pos: ResolvedPos, depth: number): Pick<PlaceAtCaret, 'row' | 'column'> {
  const row = $pos.index(depth - 2)
  // The editor of tables has read this map already.
  const { map, width } = TableMap.get($pos.node(depth - 2))
  const cell = $pos.before(depth) - $pos.start(depth - 2)
  return { row: row + 1, column: map.slice(row * width, (row + 1) * width).indexOf(cell) + 1 }
}

/** Where the selection begins. */
export function placeAtCaret({ selection }: EditorState): PlaceAtCaret {
  const { $from } = selection
  const place: PlaceAtCaret = {
    list: null,
    quote: null,
    box: null,
    part: null,
    row: 0,
    column: 0,
    chosen: null,
  }
  // From the outside in: what is nearest is said last.
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    const { name } = $from.node(depth).type
    Object.assign(place, around[name])
    if (name === 'tableCell' || name === 'tableHeader') Object.assign(place, cellAt($from, depth))
  }
  if (selection instanceof NodeSelection && isDirected(selection.node.type.name))
    place.chosen = selection.node.type.name
  return place
}
