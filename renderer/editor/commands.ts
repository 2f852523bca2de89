import { CommandManager, type ChainedCommands, type Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { storedFraming } from '../../core/model/crop.ts'
import { foldAllNotes, goToNextNote, insertFeature } from './feature-commands.ts'
import { insertFootnote, toSourceOrBack } from './footnote-commands.ts'
import { enterBlock, insertBlock } from './insert-block.ts'
import { isolateWords, removeLink, setLink } from './mark-commands.ts'
import { moveBlocks } from './moving/move-blocks.ts'
import { deleteBlocks, duplicateBlocks } from './moving/whole-blocks.ts'
import { isLong, keepInSight } from './long-story.ts'
import {
  tableCommandNames,
  type CommandArgs,
  type EditorCommand,
  type EditorContext,
  type TableCommand,
} from './story-editor-types.ts'
import { tableCommands } from './table-commands.ts'
import { putCard } from './embed-card.ts'
import { gatherPictures, moveInGallery, sayPlace, takeApart } from './gallery-moves.ts'
import { addGallery, addPictures } from './picture-intake.ts'
import { quote } from './quote-selection.ts'
import { readSelection } from './read-selection.ts'
import { addressAtCaret, openAddress } from './open-link.ts'
import { isInTable } from './toolbar-state.ts'
import { setDirection } from './turn-direction.ts'

type Step = (
  chain: ChainedCommands,
  args: CommandArgs,
  context: EditorContext,
  editor: Editor,
) => ChainedCommands
interface CommandProps {
  tr: Transaction
  state: EditorState
  dispatch: ((args?: unknown) => unknown) | undefined
}
const step =
  (
    change: (props: CommandProps, args: CommandArgs, context: EditorContext, editor: Editor) => boolean,
  ): Step =>
  (chain, args, context, editor) =>
    chain.command(({ tr, state, dispatch }) => change({ tr, state, dispatch }, args, context, editor))

const mark =
  (name: string): Step =>
  (chain) =>
    chain.toggleMark(name)
const heading =
  (level: 2 | 3 | 4): Step =>
  (chain) =>
    chain.toggleNode('heading', 'paragraph', { level })
const turn = (wanted: 'rtl' | 'ltr' | 'flip'): Step =>
  step(({ tr }, _args, context) => setDirection(tr, wanted, context.base()))

const isolate = step(({ tr, state }) => isolateWords(tr, state))
const link = step(({ tr, state }, args) => setLink(tr, state, args))
const unlink = step(({ tr, state }) => removeLink(tr, state))
const rule = step(({ tr, state }) => {
  const type = state.schema.nodes.horizontalRule
  if (type) insertBlock(tr, type.create())
  return type !== undefined
})
const maxTableSide = 50
const table = step(({ tr, state }, args) => {
  const { table, tableRow, tableCell, tableHeader } = state.schema.nodes
  if (!table || !tableRow || !tableCell || !tableHeader || isInTable(state)) return false
  const clamp = (side: number): number => Math.min(Math.max(Math.floor(side), 1), maxTableSide)
  const rows = Array.from({ length: clamp(args.rows ?? 3) }, (_row, index) => {
    const type = index === 0 ? tableHeader : tableCell
    const cells = Array.from({ length: clamp(args.columns ?? 3) }, () => type.createAndFill()).filter(
      (cell) => cell !== null,
    )
    return tableRow.create(null, cells)
  })
  enterBlock(tr, insertBlock(tr, table.create(null, rows)))
  return true
})
const image = step(({ state, dispatch }, args, context, editor) => {
  const files = args.files ?? []
  if (dispatch && files.length > 0)
    // After this command's own transaction, which must not be overtaken.
    queueMicrotask(() => void addPictures(editor.view, context, state.selection.to, files))
  return true
})

/** Puts a character where the selection is, in the marks that stand there. */
const character = (text: string): Step =>
  step(({ tr, state }) => {
    if (!state.selection.$from.parent.inlineContent) return false
    tr.insertText(text).scrollIntoView()
    return true
  })
const crop = step(({ tr, state }, args) => {
  const { selection } = state
  const isPicture = selection instanceof NodeSelection && selection.node.type.name === 'image'
  if (!isPicture || !args.framing) return false
  tr.setNodeMarkup(selection.from, null, { ...selection.node.attrs, ...storedFraming(args.framing) })
  tr.setSelection(NodeSelection.create(tr.doc, selection.from))
  return true
})
const embed = step(({ tr, state }, args) => args.embed !== undefined && putCard(tr, state, args.embed))
const gallery = step((props, args, context, editor) => {
  const files = args.files ?? []
  if (files.length === 0) return gatherPictures(props.tr, props.state)
  if (props.dispatch)
    queueMicrotask(() => void addGallery(editor.view, context, props.state.selection.to, files))
  return true
})
const movePicture = (by: 1 | -1): Step =>
  step(({ tr, state, dispatch }, _args, context, editor) => {
    if (!moveInGallery(tr, state, by)) return false
    if (dispatch) queueMicrotask(() => sayPlace(editor.view, context))
    return true
  })

const move = (direction: -1 | 1): Step =>
  step(({ tr }, _args, context) => moveBlocks(closeHistory(tr).scrollIntoView(), direction, context.base()))

const feature = (name: string): Step => step(({ tr, state }) => insertFeature(tr, state, name))
const inTable = (command: TableCommand): Step => step(({ tr, state }) => tableCommands[command](state, tr))
const tableSteps = Object.fromEntries(
  tableCommandNames.map((command) => [command, inTable(command)]),
) as Record<TableCommand, Step>
const steps: Record<EditorCommand, Step> = {
  bold: mark('bold'),
  italic: mark('italic'),
  underline: mark('underline'),
  strike: mark('strike'),
  subscript: mark('subscript'),
  superscript: mark('superscript'),
  link,
  unlink,
  'open-link': step(({ state }) => addressAtCaret(state) !== null),
  isolate,
  paragraph: (chain) => chain.setNode('paragraph'),
  'heading-2': heading(2),
  'heading-3': heading(3),
  'heading-4': heading(4),
  'bullet-list': (chain) => chain.toggleList('bulletList', 'listItem'),
  'numbered-list': (chain) => chain.toggleList('orderedList', 'listItem'),
  quote: (chain) => chain.toggleWrap('blockquote'),
  'pull-quote': (chain, _args, _context, editor) =>
    editor.isActive('pullQuote') ? chain.lift('pullQuote') : chain.clearNodes().wrapIn('pullQuote'),
  rule,
  table,
  ...tableSteps,
  image,
  gallery,
  crop,
  embed,
  'take-apart': step(({ tr, state }) => takeApart(tr, state)),
  'picture-forward': movePicture(1),
  'picture-back': movePicture(-1),
  'direction-rtl': turn('rtl'),
  'direction-ltr': turn('ltr'),
  'direction-flip': turn('flip'),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
  indent: (chain) => chain.sinkListItem('listItem'),
  outdent: (chain) => chain.liftListItem('listItem'),
  'move-up': move(-1),
  'move-down': move(1),
  duplicate: step(({ tr }) => duplicateBlocks(tr)),
  'delete-block': step(({ tr }) => deleteBlocks(tr)),
  'clear-formatting': (chain) => chain.unsetAllMarks().clearNodes(),
  'quotation-marks': step(({ tr }, _args, context) => quote(tr, context)),
  'hard-break': step(({ tr, state }) => {
    const type = state.schema.nodes.hardBreak
    if (!type || !(state.selection instanceof TextSelection)) return false
    tr.replaceSelectionWith(type.create()).scrollIntoView()
    return true
  }),
  'insert-zwnj': character('\u200c'),
  'insert-zwj': character('\u200d'),
  'insert-lrm': character('\u200e'),
  'insert-rlm': character('\u200f'),
  'insert-alm': character('\u061c'),
  'insert-nbsp': character('\u00a0'),
  'insert-tatweel': character('\u0640'),
  note: feature('note'),
  'next-note': step(({ tr }) => goToNextNote(tr)),
  'fold-notes': step(({ tr, state }) => foldAllNotes(tr, state)),
  'fact-box': feature('factBox'),
  questions: feature('questions'),
  timeline: feature('timeline'),
  footnote: step(({ tr }) => insertFootnote(tr)),
  'to-source': step(({ tr }) => toSourceOrBack(tr)),
  'next-tk': step(({ tr }, _args, context) => context.tks.goToNext(tr, context.base())),
}

/** Runs a command on the selection; false when it does not apply there or the story is read-only. */
export function runCommand(
  editor: Editor,
  context: EditorContext,
  command: EditorCommand,
  args: CommandArgs = {},
): boolean {
  if (!editor.isEditable) return false
  readSelection(editor.view)
  const { over } = args
  const isDone = steps[command](
    over
      ? editor.chain().command(({ tr }) => Boolean(closeHistory(tr).delete(over.from, over.to)))
      : editor.chain(),
    args,
    context,
    editor,
  ).run()
  context.ran(command, isDone)
  // Not in its step: that is run for those who only ask whether it applies, too.
  if (isDone && command === 'open-link') openAddress(addressAtCaret(editor.state))
  if (isDone && jumps.has(command) && isLong(editor.state)) keepInSight(editor.view)
  return isDone
}

/** Commands that go elsewhere in the story. */
const jumps: ReadonlySet<EditorCommand> = new Set(['next-note', 'next-tk', 'to-source', 'footnote'])

/** Would the command apply to the selection? It is run on a state that nobody shows. `link` is asked with an address. */
export function canRun(editor: Editor, context: EditorContext, command: EditorCommand): boolean {
  if (!editor.isEditable) return false
  // TipTap's `can()` stops at the first step whose predecessor did not really happen.
  const rehearsal = new CommandManager({ editor, state: editor.state }).chain()
  return steps[command](rehearsal, { href: 'https://example.org/' }, context, editor).run()
}
