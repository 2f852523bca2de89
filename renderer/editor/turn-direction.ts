import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model'
import { PluginKey, type EditorState, type Selection, type Transaction } from '@tiptap/pm/state'
import type { Direction } from '../../core/model/language-code.ts'
import { directionAt, isDirected, ownDirection, type DirectedType } from './direction.ts'

/** What was last turned by a command, and to which direction. */
export interface Turned {
  block: DirectedType
  direction: Direction
}
export const turned = new PluginKey<Turned | null>('turned')
/** What the last command of direction turned; null before the first. */
export const lastTurned = (state: EditorState): Turned | null => turned.getState(state) ?? null

/** A block that may be turned, and whether the selection holds all that is in it. */
interface Room {
  node: ProseMirrorNode
  pos: number
  isWhole: boolean
}

/** A list is one thing to the eye: a paragraph in it is turned alone only where it has a direction of its own already. */
function isRoom(node: ProseMirrorNode, around: ProseMirrorNode): boolean {
  if (!isDirected(node.type.name)) return false
  return !node.isTextblock || around.type.name !== 'listItem' || ownDirection(node) !== null
}

/** The texts, pictures, rules and cards in a node; the node itself where it is one. */
function countLeaves(node: ProseMirrorNode): number {
  return node.isTextblock || node.isLeaf
    ? 1
    : node.children.reduce((count, child) => count + countLeaves(child), 0)
}

/** For each text or picture that a selection touches, the blocks around it that may be turned, from the inside out. */
function roomsIn(doc: ProseMirrorNode, { ranges, empty }: Selection): Room[][] {
  const leaves = new Map<number, ResolvedPos>()
  const held = new Map<number, number>()
  for (const { $from, $to } of ranges)
    doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock && !node.isLeaf) return true
      if (leaves.has(pos)) return false
      const $pos = doc.resolve(pos)
      leaves.set(pos, $pos)
      const isHeld = node.isLeaf || ($from.pos <= pos + 1 && $to.pos >= pos + node.nodeSize - 1)
      if (isHeld && !empty)
        for (let depth = $pos.depth; depth > 0; depth -= 1)
          held.set($pos.before(depth), (held.get($pos.before(depth)) ?? 0) + 1)
      return false
    })
  return [...leaves].map(([pos, $pos]) => {
    const leaf = $pos.nodeAfter
    const rooms: Room[] = []
    if (leaf && isRoom(leaf, $pos.parent)) rooms.push({ node: leaf, pos, isWhole: false })
    for (let depth = $pos.depth; depth > 0; depth -= 1) {
      const [node, before] = [$pos.node(depth), $pos.before(depth)]
      if (isRoom(node, $pos.node(depth - 1)))
        rooms.push({ node, pos: before, isWhole: held.get(before) === countLeaves(node) })
    }
    return rooms
  })
}

/**
 * Makes the blocks at these places of this direction. What stands in them and has another one of its own keeps it;
 * nothing is stored that is inherited anyway.
 */
export function turnBlocks(
  tr: Transaction,
  places: ReadonlySet<number>,
  direction: Direction,
  base: Direction,
): void {
  const walk = (node: ProseMirrorNode, pos: number, inherited: Direction): void => {
    const own = places.has(pos) ? direction : ownDirection(node)
    const stored = own === inherited ? null : own
    if (ownDirection(node) !== stored) tr.setNodeAttribute(pos, 'dir', stored)
    if (node.isTextblock || node.isLeaf) return
    node.forEach((child, offset) => walk(child, pos + 1 + offset, own ?? inherited))
  }
  const { doc } = tr
  const roots = [...places].map((pos) => {
    const $pos = doc.resolve(pos)
    return $pos.depth > 0 ? $pos.before(1) : pos
  })
  for (const pos of new Set(roots)) {
    const block = doc.nodeAt(pos)
    if (block) walk(block, pos, base)
  }
}

/**
 * Turns what a person means: the nearest block that may have a direction (a list for what is in it, a paragraph in a
 * cell, a box, an answer, a quote or a note), or the outermost one of which all is selected. What goes that way already
 * hands the same command on to the next block around it; `flip` turns round and back and stays where it is.
 * False where nothing has a direction.
 */
export function setDirection(tr: Transaction, wanted: Direction | 'flip', base: Direction): boolean {
  const { doc } = tr
  const isAt = ({ node, pos }: Room): Direction => ownDirection(node) ?? directionAt(doc.resolve(pos), base)
  const meant = roomsIn(doc, tr.selection).flatMap((rooms) => {
    const from = Math.max(
      0,
      rooms.findLastIndex(({ isWhole }) => isWhole),
    )
    const room = rooms[from]
    return room ? [{ room, around: rooms.slice(from + 1) }] : []
  })
  const first = meant[0]
  if (!first) return false
  const opposite = isAt(first.room) === 'rtl' ? 'ltr' : 'rtl'
  const direction = wanted === 'flip' ? opposite : wanted
  const isOther = (room: Room): boolean => isAt(room) !== direction
  const isSet = !meant.some(({ room }) => isOther(room))
  const outer = isSet ? meant.flatMap(({ around }) => around.find(isOther) ?? []) : []
  const rooms = outer.length > 0 ? outer : meant.map(({ room }) => room)
  turnBlocks(tr, new Set(rooms.map(({ pos }) => pos)), direction, base)
  const block = rooms[0]?.node.type.name ?? ''
  if (isDirected(block)) tr.setMeta(turned, { block, direction } satisfies Turned)
  return true
}
