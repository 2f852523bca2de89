import { Extension } from '@tiptap/core'
import { closeHistory, undo } from '@tiptap/pm/history'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { zwnj } from '../../../core/language/joining.ts'
import type { LineStart } from '../../../core/language/typing/line-starts.ts'
import type { TextEdit } from '../../../core/language/typing/typed.ts'
import { editAfter, hasJoinerKey, lookBack, startAfter } from '../../../core/language/typing/typing.ts'
import { directionAt } from '../direction.ts'
import type { EditorContext } from '../story-editor-types.ts'
import { startBlock } from './start-block.ts'

interface Range {
  from: number
  to: number
}
interface TypingState {
  /** Where the text stood that a rule has replaced, as long as nothing else happened: one Backspace brings it back. */
  replaced: Range | null
  /** The text that somebody wanted as typed: no rule touches it again. */
  declined: Range | null
}
const typing = new PluginKey<TypingState>('typing')
type Context = Pick<EditorContext, 'base' | 'typing'>

function nextState(tr: Transaction, before: TypingState): TypingState {
  const replaced = tr.getMeta(typing) as Range | undefined
  // Undone right after it, by Backspace or by Ctrl+Z: the document is the one that the range was taken from.
  if (before.replaced && tr.getMeta('history$')) return { replaced: null, declined: before.replaced }
  // What another extension adds to it (the direction of a new list) belongs to it, and is undone with it.
  const root = tr.getMeta('appendedTransaction') as Transaction | undefined
  if (root?.getMeta(typing)) return before
  if (!tr.docChanged) return tr.selectionSet ? { ...before, replaced: null } : before
  const { declined } = before
  const mapped = declined && { from: tr.mapping.map(declined.from, 1), to: tr.mapping.map(declined.to, -1) }
  return { replaced: replaced ?? null, declined: mapped && mapped.from < mapped.to ? mapped : null }
}

const touches = (one: Range, other: Range | null | undefined): boolean =>
  Boolean(other && one.from < other.to && other.from < one.to)

/** What a rule is to do, and the text that it takes the place of. */
interface Replacement extends Range {
  apply: (tr: Transaction) => boolean
}

/** The text of a block before a position, as far as rules may see. */
function textBefore($from: ResolvedPos): string {
  const seen = Math.min($from.parentOffset, lookBack)
  return $from.parent.textBetween($from.parentOffset - seen, $from.parentOffset, undefined, '\n')
}

/** What the rules make of a character typed at `from`; the ranges are those of the document that has it. */
function replacementFor(state: EditorState, from: number, character: string, context: Context) {
  const $from = state.doc.resolve(from)
  if (!$from.parent.inlineContent) return null
  const rules = context.typing(directionAt($from, context.base()))
  const before = textBefore($from)
  const start = before.length === $from.parentOffset ? startAfter(before, character, rules) : null
  if (start) return ofStart(start, { from: $from.start(), to: from + 1 })
  const edit = editAfter(before, character, rules)
  return edit && ofEdit(edit, from - before.length)
}
const ofStart = (start: LineStart, range: Range): Replacement => ({
  ...range,
  apply: (tr) => startBlock(tr, start),
})
const ofEdit = (edit: TextEdit, offset: number): Replacement => {
  const [from, to] = [offset + edit.from, offset + edit.to]
  return {
    from,
    to,
    apply(tr) {
      if (edit.text) tr.insertText(edit.text, from, to)
      else tr.delete(from, to)
      return true
    },
  }
}

/**
 * Writes a typed character as `write` has it, and does then what the rules say, in an undo step of its own. False where
 * no rule applies, and nothing was done.
 */
function writeByRules(
  view: EditorView,
  at: { from: number; character: string },
  write: () => Transaction,
  context: Context,
): boolean {
  const { declined } = typing.getState(view.state) ?? {}
  const replacement = replacementFor(view.state, at.from, at.character, context)
  if (!replacement || touches(replacement, declined)) return false
  const typed = write()
  // What an input method has written is as it wants it; changing it would break the next composition off.
  if (typed.getMeta('composition') !== undefined) return false
  view.dispatch(typed)
  const { tr } = view.state
  // Another extension may have had its own idea of what was typed.
  if (!view.state.doc.eq(typed.doc) || !replacement.apply(tr)) return true
  const { from, to } = replacement
  view.dispatch(closeHistory(tr).setMeta(typing, { from, to }).scrollIntoView())
  // And what is typed next is another step.
  view.dispatch(closeHistory(view.state.tr))
  return true
}

const isBare = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey

/**
 * Shift+Space, where the language has words with a ZWNJ in them; nothing at all where one would do nothing. Backspace takes
 * it away, as behind the same key of a Persian keyboard, or gives back what a rule has made of it (Sorani ه as ە).
 */
function writeJoiner(view: EditorView, context: Context): boolean {
  const { selection, tr } = view.state
  const { $from, $to } = selection
  if (!(selection instanceof TextSelection) || !$from.sameParent($to)) return false
  const rules = context.typing(directionAt($from, context.base()))
  if (!view.editable || !hasJoinerKey(rules)) return false
  if (editAfter(textBefore($from), zwnj, rules)?.text === '') return true
  tr.insertText(zwnj).scrollIntoView()
  if (!writeByRules(view, { from: $from.pos, character: zwnj }, () => tr, context)) view.dispatch(tr)
  return true
}

function handleKey(view: EditorView, event: KeyboardEvent, context: Context): boolean {
  if (view.composing || event.isComposing || !isBare(event)) return false
  if (event.key === ' ' && event.shiftKey) return writeJoiner(view, context)
  if (event.key !== 'Backspace' || !typing.getState(view.state)?.replaced) return false
  return undo(view.state, view.dispatch)
}

/**
 * The typing rules of core/language/typing by the language of the block, on what is typed and nothing else: never on
 * what is pasted, dropped or composed by an input method. They read the text of the block before the caret only.
 */
export const typingRules = (context: Context) =>
  Extension.create({
    name: 'typingRules',
    // Before TipTap's own keys, whose Backspace would lift the list that was just made.
    priority: 1050,
    addProseMirrorPlugins: () => [
      new Plugin<TypingState>({
        key: typing,
        state: {
          init: () => ({ replaced: null, declined: null }),
          apply: nextState,
        },
        props: {
          handleTextInput: (view, from, _to, character, write) =>
            !view.composing &&
            character.length === 1 &&
            writeByRules(view, { from, character }, write, context),
          handleKeyDown: (view, event) => handleKey(view, event, context),
        },
      }),
    ],
  })
