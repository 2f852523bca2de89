import { Fragment, type Node as ProseMirrorNode, type ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Selection, type Transaction } from '@tiptap/pm/state'
import type { Direction } from '../../../core/model/language-code.ts'
import { directionAt, isDirected, ownDirection } from '../direction.ts'

/** Where blocks, items or rows stand in a row and can change places. An item is moved as a whole, so it is none of them. */
const rooms: ReadonlySet<string> = new Set([
  'doc',
  'blockquote',
  'pullQuote',
  'bulletList',
  'orderedList',
  'table',
  'tableCell',
  'tableHeader',
  'factBox',
  'note',
  'questions',
  'answer',
  'timeline',
  'timelineEntry',
])
const lists: ReadonlySet<string> = new Set(['bulletList', 'orderedList'])

/** What is moved: the children from `first` up to `end`, exclusive, of the room at this depth. */
interface Stretch {
  $pos: ResolvedPos
  depth: number
  first: number
  end: number
}
const roomOf = ({ $pos, depth }: Stretch): ProseMirrorNode => $pos.node(depth)
const startOf = ({ $pos, depth, first }: Stretch): number => $pos.posAtIndex(first, depth)
const endOf = ({ $pos, depth, end }: Stretch): number => $pos.posAtIndex(end, depth)

/** The selection's ends; those of all its ranges, where it is one of cells. */
function endsOf({ ranges, $from, $to }: Selection): [ResolvedPos, ResolvedPos] {
  return ranges.reduce<[ResolvedPos, ResolvedPos]>(
    ([start, end], range) => [
      range.$from.pos < start.pos ? range.$from : start,
      range.$to.pos > end.pos ? range.$to : end,
    ],
    [$from, $to],
  )
}

/** What the selection touches, seen from the rooms around it: the innermost first. */
function stretchesAt(selection: Selection): Stretch[] {
  const [$from, $to] = endsOf(selection)
  const stretches: Stretch[] = []
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth -= 1)
    if (rooms.has($from.node(depth).type.name))
      stretches.push({ $pos: $from, depth, first: $from.index(depth), end: $to.indexAfter(depth) })
  return stretches
}

/** Rows keep to their side of a header, and to the cells that reach over several of them. */
function mayMoveRows(table: ProseMirrorNode, { first, end }: Stretch, neighbour: number): boolean {
  const isHeader = (row: number): boolean => table.child(row).firstChild?.type.name === 'tableHeader'
  const moved = Array.from({ length: end - first }, (_row, index) => first + index)
  const headers = moved.map(isHeader)
  if (headers.some((each) => each !== isHeader(neighbour))) return false
  return table.children.every((row) => row.children.every((cell) => cell.attrs.rowspan === 1))
}

/** May the neighbour of this index stand on the other side? Titles stay first in their box, sources last in the story. */
function mayChangePlaces({ $pos, depth, first, end }: Stretch, neighbour: number): boolean {
  const room = $pos.node(depth)
  const others = room.children.filter((_child, index) => index !== neighbour)
  const at = neighbour < first ? end - 1 : first
  const swapped = others.toSpliced(at, 0, room.child(neighbour))
  return room.type.validContent(Fragment.fromArray(swapped))
}

/**
 * Changes places with the neighbour. It is the neighbour that is taken out and put in again, so that the selection stays
 * where it is in its text, and what is drawn around the caret is left alone.
 */
function changePlaces(tr: Transaction, stretch: Stretch, step: -1 | 1): void {
  const room = roomOf(stretch)
  const [start, end] = [startOf(stretch), endOf(stretch)]
  const neighbour = room.child(step < 0 ? stretch.first - 1 : stretch.end)
  if (step < 0) tr.insert(end, neighbour).delete(start - neighbour.nodeSize, start)
  else tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour)
}

/** Selects the same place in text that now begins elsewhere. */
export function follow(tr: Transaction, selection: Selection, by: number): void {
  const { anchor, head } = selection
  if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, anchor + by))
  else tr.setSelection(TextSelection.between(tr.doc.resolve(anchor + by), tr.doc.resolve(head + by)))
}

interface Carried {
  from: number
  to: number
  /** Where it goes, in the document as it is. */
  target: number
  content: Fragment
  /** How much deeper the moved text lies there: 1 in a list of its own, -1 without the list it was alone in. */
  inset?: number
}

/** Takes a stretch of the document elsewhere, and the selection with it where it lay in there. */
function carry(tr: Transaction, { from, to, target, content, inset = 0 }: Carried): void {
  const { selection } = tr
  const isWithin = selection.from >= from && selection.to <= to
  const isDown = target >= to
  if (isDown) tr.insert(target, content).delete(from, to)
  else tr.delete(from, to).insert(target, content)
  const begins = (isDown ? target - (to - from) : target) + inset
  if (isWithin) follow(tr, selection, begins - from)
}

/** The blocks with the direction that they had where they stood, stored only where the new place has another. */
function directed(blocks: Fragment, was: Direction, becomes: Direction): Fragment {
  if (was === becomes) return blocks
  return Fragment.fromArray(
    blocks.content.map((block) => {
      if (!isDirected(block.type.name)) return block
      const dir = ownDirection(block) ?? was
      return block.type.create(
        { ...block.attrs, dir: dir === becomes ? null : dir },
        block.content,
        block.marks,
      )
    }),
  )
}

/** Out of a quote: the blocks stand before or behind it then. */
function leaveQuote(tr: Transaction, stretch: Stretch, step: -1 | 1, base: Direction): void {
  const { $pos, depth } = stretch
  const [from, to] = [startOf(stretch), endOf(stretch)]
  const blocks = roomOf(stretch).content.cut(from - $pos.start(depth), to - $pos.start(depth))
  const outside = directionAt(tr.doc.resolve($pos.before(depth)), base)
  const content = directed(blocks, ownDirection(roomOf(stretch)) ?? outside, outside)
  carry(tr, { from, to, target: step < 0 ? $pos.before(depth) : $pos.after(depth), content })
}

/** Out of a list within an item: beside that item then. A list that is left empty goes. */
function leaveInnerList(tr: Transaction, stretch: Stretch, step: -1 | 1): void {
  const { $pos, depth } = stretch
  const list = roomOf(stretch)
  const [from, to] = [startOf(stretch), endOf(stretch)]
  const content = list.content.cut(from - $pos.start(depth), to - $pos.start(depth))
  const isAll = stretch.first === 0 && stretch.end === list.childCount
  const item = depth - 1
  const target = step < 0 ? $pos.before(item) : $pos.after(item)
  const around = isAll ? { from: $pos.before(depth), to: $pos.after(depth) } : { from, to }
  carry(tr, { ...around, target, content, inset: isAll ? -1 : 0 })
}

/** Out of a list: past the block beside it, as a list of its own, or into the list that stands there. */
function leaveList(tr: Transaction, stretch: Stretch, step: -1 | 1): boolean {
  const { $pos, depth } = stretch
  const list = roomOf(stretch)
  const around = $pos.node(depth - 1)
  const index = $pos.index(depth - 1)
  const neighbour = around.maybeChild(index + step)
  // Behind the sources of a story nothing stands.
  if (!neighbour || neighbour.type.name === 'sources') return false
  const [from, to] = [startOf(stretch), endOf(stretch)]
  const items = list.content.cut(from - $pos.start(depth), to - $pos.start(depth))
  const isSame = neighbour.type === list.type && ownDirection(neighbour) === ownDirection(list)
  const edge = step < 0 ? $pos.before(depth) : $pos.after(depth)
  if (isSame) carry(tr, { from, to, target: edge + step, content: items })
  else
    carry(tr, {
      from,
      to,
      target: edge + step * neighbour.nodeSize,
      content: Fragment.from(list.type.create(list.attrs, items)),
      inset: 1,
    })
  return true
}

/** Where nothing is left to change places with in its room. Null: the room itself is what is moved. */
function leave(tr: Transaction, stretch: Stretch, step: -1 | 1, base: Direction): boolean | null {
  const room = roomOf(stretch)
  const { name } = room.type
  const isAll = stretch.first === 0 && stretch.end === room.childCount
  if (lists.has(name) && stretch.$pos.node(stretch.depth - 1).type.name === 'listItem') {
    leaveInnerList(tr, stretch, step)
    return true
  }
  if (isAll && stretch.depth > 0) return null
  if (lists.has(name)) return leaveList(tr, stretch, step)
  if (name !== 'blockquote' && name !== 'pullQuote') return false
  leaveQuote(tr, stretch, step, base)
  return true
}

/**
 * Moves what the selection touches one place up (-1) or down (1): blocks among blocks, items in their list, paragraphs in
 * their quote or cell, else the row of a table. At its edge an item leaves its list and a paragraph its quote. False where
 * there is no way to go; the selection stays in its text.
 */
export function moveBlocks(tr: Transaction, step: -1 | 1, base: Direction): boolean {
  for (const stretch of stretchesAt(tr.selection)) {
    const room = roomOf(stretch)
    const neighbour = step < 0 ? stretch.first - 1 : stretch.end
    if (neighbour >= 0 && neighbour < room.childCount) {
      if (room.type.name === 'table' && !mayMoveRows(room, stretch, neighbour)) return false
      if (!mayChangePlaces(stretch, neighbour)) return false
      changePlaces(tr, stretch, step)
      return true
    }
    const isDone = leave(tr, stretch, step, base)
    if (isDone !== null) return isDone
  }
  return false
}

/** The top-level blocks that the selection touches, as positions around them. */
export function blocksAt(selection: Selection): { from: number; to: number } {
  const [$from, $to] = endsOf(selection)
  const stretch = { $pos: $from, depth: 0, first: $from.index(0), end: $to.indexAfter(0) }
  return { from: startOf(stretch), to: endOf(stretch) }
}

/** Takes the top-level blocks between two positions to another one, which lies between two blocks. False where nothing moves. */
export function carryBlocks(tr: Transaction, from: number, to: number, target: number): boolean {
  const { doc } = tr
  const last = doc.lastChild
  // Sources stay last: nothing goes behind them, and they go nowhere.
  const end = last?.type.name === 'sources' ? doc.content.size - last.nodeSize : doc.content.size
  const goal = Math.min(target, end)
  if (to > end || (goal >= from && goal <= to)) return false
  carry(tr, { from, to, target: goal, content: doc.slice(from, to).content })
  return true
}
