import type { MarkType } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { majorityDirection } from '../../core/language/direction.ts'
import { readableAddress } from '../../core/language/pasted-address.ts'
import { maxLinkTitle } from '../../core/model/body.ts'
import { cleanHref } from '../../core/model/clean-body.ts'
import type { CommandArgs } from './story-editor-types.ts'
import { markAt } from './toolbar-state.ts'

/** The selection grown to whole words; with a mere caret, the word at it. */
function wordsAt(state: EditorState): { from: number; to: number } {
  const { $from, $to, from, to } = state.selection
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return { from, to }
  const letter = /[\p{L}\p{M}\p{N}]/u
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, undefined, ' ')
  let start = 0
  let end = 0
  while (start < before.length && letter.test(before.charAt(before.length - 1 - start))) start += 1
  while (end < after.length && letter.test(after.charAt(end))) end += 1
  return { from: from - start, to: to + end }
}

/** The selection; with a mere caret, all that the mark at it covers. */
function reachOf(state: EditorState, type: MarkType): { from: number; to: number } {
  const { $from, empty, from, to } = state.selection
  if (!empty) return { from, to }
  let run = { from, to }
  let start = -1
  $from.parent.forEach((child, offset) => {
    const pos = $from.start() + offset
    if (!type.isInSet(child.marks)) start = -1
    else if (start === -1) start = pos
    if (start !== -1 && start <= from && pos + child.nodeSize >= from)
      run = { from: start, to: pos + child.nodeSize }
  })
  return run
}

/** Isolation on whole words only: inside a word it would break the joining of letters (rtl.md 1.4). False where there is none. */
export function isolateWords(tr: Transaction, state: EditorState): boolean {
  const type = state.schema.marks.bdi
  if (!type || !state.selection.$from.parent.inlineContent) return false
  if (markAt(state, 'bdi')) {
    const reach = reachOf(state, type)
    tr.removeMark(reach.from, reach.to, type)
    return true
  }
  const { from, to } = wordsAt(state)
  if (from === to || !state.selection.$from.sameParent(state.selection.$to)) return false
  // Numbers have no strong letters; they and Latin names are what is isolated in Arabic.
  tr.addMark(from, to, type.create({ dir: majorityDirection(state.doc.textBetween(from, to)) ?? 'ltr' }))
  return true
}

/** Links the selection, changes the link at the caret, or writes the address; false where it is refused or there is no text. */
export function setLink(tr: Transaction, state: EditorState, args: CommandArgs): boolean {
  const type = state.schema.marks.link
  const href = cleanHref(args.href ?? '')
  const { selection } = state
  // The whole story may be chosen: its selection begins in no paragraph.
  const hasText = selection.empty
    ? selection.$from.parent.inlineContent
    : state.doc.textBetween(selection.from, selection.to) !== ''
  if (!type || href === undefined || !hasText) return false
  const mark = type.create({ href, title: args.title?.trim().slice(0, maxLinkTitle) || null })
  if (!selection.empty) {
    tr.addMark(selection.from, selection.to, mark)
    return true
  }
  const reach = reachOf(state, type)
  if (reach.from < reach.to) tr.addMark(reach.from, reach.to, mark)
  else tr.replaceSelectionWith(state.schema.text(readableAddress(href), [mark]), false)
  return true
}

/** Takes the link at the caret or on the selection away; false where there is none. */
export function removeLink(tr: Transaction, state: EditorState): boolean {
  const type = state.schema.marks.link
  if (!type || markAt(state, 'link') === null) return false
  const reach = reachOf(state, type)
  tr.removeMark(reach.from, reach.to, type)
  return true
}
