import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { NodeSelection, type EditorState } from '@tiptap/pm/state'
import type { Direction } from '../../core/model/language-code.ts'
import { directionAt, ownDirection } from './direction.ts'
import { hasFolded } from './folded-notes.ts'
import { placeAtCaret } from './place-at-caret.ts'
import type { ToolbarState } from './story-editor-types.ts'
import { headsOf } from './table-heads.ts'
import { lastTurned } from './turn-direction.ts'

/** The mark at the caret, or at both ends of the selection; the text between is not walked. */
export function markAt(state: EditorState, name: string): Mark | null {
  const type = state.schema.marks[name]
  if (!type) return null
  const { $from, $to, empty } = state.selection
  if (empty) {
    const here = type.isInSet(state.storedMarks ?? $from.marks())
    // What is typed at its end leaves such a mark, yet the caret still stands at its last letter.
    const behind = type.spec.inclusive === false ? type.isInSet($from.nodeBefore?.marks ?? []) : undefined
    return here ?? behind ?? null
  }
  const first = $from.nodeAfter && type.isInSet($from.nodeAfter.marks)
  const last = $to.nodeBefore && type.isInSet($to.nodeBefore.marks)
  return first && last ? first : null
}

/** The table that the selection begins in. */
function tableAt({ selection: { $from } }: EditorState): ProseMirrorNode | null {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'table') return $from.node(depth)
  return null
}
/** Is the selection in a table? */
export const isInTable = (state: EditorState): boolean => tableAt(state) !== null

function blockName(state: EditorState): ToolbarState['block'] {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type.name === 'image') return 'picture'
  if (selection instanceof NodeSelection && selection.node.type.name === 'horizontalRule') return 'rule'
  const { parent } = selection.$from
  if (parent.type.name !== 'heading') return 'paragraph'
  return `heading-${parent.attrs.level as 2 | 3 | 4}`
}

/** What the toolbar shows for a state: read at the ends of the selection, the same cost in a long story. */
export function toolbarState(state: EditorState, base: Direction, isEditable: boolean): ToolbarState {
  const { $from } = state.selection
  const ofChosen = state.selection instanceof NodeSelection ? ownDirection(state.selection.node) : null
  const link = markAt(state, 'link')?.attrs
  const table = tableAt(state)
  const heads = table && headsOf(table)
  return {
    bold: markAt(state, 'bold') !== null,
    italic: markAt(state, 'italic') !== null,
    underline: markAt(state, 'underline') !== null,
    strike: markAt(state, 'strike') !== null,
    subscript: markAt(state, 'subscript') !== null,
    superscript: markAt(state, 'superscript') !== null,
    isolate: markAt(state, 'bdi') !== null,
    link: (link?.href as string | undefined) ?? null,
    linkTitle: (link?.title as string | null | undefined) ?? '',
    block: blockName(state),
    ...placeAtCaret(state),
    direction: ofChosen ?? directionAt($from, base),
    inTable: table !== null,
    headerRow: heads?.row ?? false,
    headerColumn: heads?.column ?? false,
    turned: lastTurned(state),
    hasFolded: hasFolded(state),
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    readOnly: !isEditable,
  }
}

/** Would the toolbar look the same? */
export function isSameToolbar(one: ToolbarState, other: ToolbarState): boolean {
  return (Object.keys(one) as (keyof ToolbarState)[]).every((key) => one[key] === other[key])
}
