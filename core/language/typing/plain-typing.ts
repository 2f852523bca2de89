import { editAfter, lookBack, type BlockTyping } from './typing.ts'
import type { TextEdit } from './typed.ts'

/** A part of a plain text: UTF-16 offsets, `to` exclusive. */
export interface TextPart {
  from: number
  to: number
}

/**
 * What the rules of typing.ts change in a plain text whose character before `caret` was just typed, in offsets of that text;
 * null where nothing, or where it would touch a part that somebody wanted as typed. Pure.
 */
export function editInText(
  text: string,
  caret: number,
  typing: BlockTyping,
  declined: TextPart | null,
): TextEdit | null {
  const at = caret - 1
  const start = Math.max(0, at - lookBack)
  const edit = at < 0 ? null : editAfter(text.slice(start, at), text.charAt(at), typing)
  if (!edit) return null
  const moved = { from: start + edit.from, to: start + edit.to, text: edit.text }
  return declined && moved.from < declined.to && declined.from < moved.to ? null : moved
}

/** Where a part of one text stands in the text that has taken its place; null where something in it has changed. Pure. */
export function movedPart(part: TextPart, before: string, after: string): TextPart | null {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before.charAt(same) === after.charAt(same)) same += 1
  if (part.to <= same) return part
  let sameEnd = 0
  while (
    sameEnd < shorter - same &&
    before.charAt(before.length - 1 - sameEnd) === after.charAt(after.length - 1 - sameEnd)
  )
    sameEnd += 1
  const by = after.length - before.length
  return part.from >= before.length - sameEnd ? { from: part.from + by, to: part.to + by } : null
}
