import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceAroundStep } from '@tiptap/pm/transform'
import type { Direction } from '../../core/model/language-code.ts'
import { directedTypes, directionAt, isDirected, ownDirection } from './direction.ts'
import { directionOf } from './marks/bdi.ts'
import type { EditorContext } from './story-editor-types.ts'
import { turned, type Turned } from './turn-direction.ts'

/** Where the first text of a block begins, or null. */
function firstTextStart(block: ProseMirrorNode, pos: number): number | null {
  let inner = block
  let start = pos + 1
  while (!inner.isTextblock) {
    const first = inner.firstChild
    if (!first) return null
    inner = first
    start += 1
  }
  return start
}

/** A list that is numbered now is still the list that it was. */
const kindOf = ({ type }: ProseMirrorNode): string => (type.name.endsWith('List') ? 'list' : type.name)

/** How deep at this place the how many-th block of a kind stands, counted from outside and from 1; null where none does. */
function depthOf($pos: ResolvedPos, kind: string, count: number): number | null {
  let seen = 0
  for (let depth = 1; depth <= $pos.depth; depth += 1) {
    if (kindOf($pos.node(depth)) === kind) seen += 1
    if (seen === count) return depth
  }
  return null
}

/** The direction that a block should have, from where its first text stood before. */
function wantedOf($now: ResolvedPos, $was: ResolvedPos, node: ProseMirrorNode, base: Direction) {
  const isInItem = $now.parent.type.name === 'listItem'
  if (node.isTextblock && isInItem) {
    // In a list it goes as the list does, as long as nobody has said otherwise there.
    const isNew = $was.depth < 1 || $was.node($was.depth - 1).type.name !== 'listItem'
    return isNew ? null : ownDirection(node)
  }
  if (node.isTextblock) return directionAt($was, base)
  let count = 1
  for (let depth = 1; depth <= $now.depth; depth += 1)
    if (kindOf($now.node(depth)) === kindOf(node)) count += 1
  const depth = depthOf($was, kindOf(node), count)
  return depth === null
    ? directionAt($was, base)
    : (ownDirection($was.node(depth)) ?? directionAt($was.doc.resolve($was.before(depth)), base))
}

/** What of the document the transactions changed, in its positions now. */
function changedBetween(state: EditorState, mapping: Mapping): { from: number; to: number } {
  let from = state.doc.content.size
  let to = 0
  mapping.maps.forEach((map, index) =>
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, mapping.slice(index + 1).map(start, -1))
      to = Math.max(to, mapping.slice(index + 1).map(end, 1))
    }),
  )
  return { from: Math.max(0, from - 1), to: Math.min(to + 1, state.doc.content.size) }
}

/**
 * Keeps the direction of text that is wrapped, lifted or joined: a list made of an ltr paragraph is ltr as a whole,
 * and a paragraph taken out of it stays ltr; in a quote each paragraph keeps its own. Undo brings this back with the
 * step it belongs to.
 */
function keepDirections(
  transactions: readonly Transaction[],
  old: EditorState,
  state: EditorState,
  base: Direction,
): Transaction | null {
  const isRestructured = transactions.some(
    (tr) => !tr.getMeta('history$') && tr.steps.some((step) => step instanceof ReplaceAroundStep),
  )
  if (!isRestructured) return null
  const mapping = new Mapping(transactions.flatMap((tr) => tr.mapping.maps))
  const { from, to } = changedBetween(state, mapping)
  const back = mapping.invert()
  const { tr } = state
  const walk = (node: ProseMirrorNode, pos: number, inherited: Direction): void => {
    if (pos + node.nodeSize < from || pos > to) return
    let own = ownDirection(node)
    const start = isDirected(node.type.name) ? firstTextStart(node, pos) : null
    if (start !== null) {
      own = wantedOf(state.doc.resolve(pos), old.doc.resolve(back.map(start)), node, base)
      const stored = own === inherited ? null : own
      if (ownDirection(node) !== stored) tr.setNodeAttribute(pos, 'dir', stored)
    }
    if (node.isTextblock || node.isLeaf) return
    node.forEach((child, offset) => walk(child, pos + 1 + offset, own ?? inherited))
  }
  state.doc.nodesBetween(from, to, (node, pos) => {
    walk(node, pos, base)
    return false
  })
  return tr.docChanged ? tr : null
}

/** The attribute `dir` and what keeps it right; TipTap's own text direction is never used (rtl.md 1.2). */
export const blockDirection = (context: Pick<EditorContext, 'base'>) =>
  Extension.create({
    name: 'blockDirection',
    addGlobalAttributes: () => [
      {
        types: [...directedTypes],
        attributes: {
          dir: {
            default: null,
            keepOnSplit: true,
            parseHTML: directionOf,
            renderHTML: (attributes) => (attributes.dir ? { dir: attributes.dir as unknown } : {}),
            validate: (dir: unknown) => {
              if (dir !== null && dir !== 'rtl' && dir !== 'ltr')
                throw new RangeError('dir must be rtl, ltr or null')
            },
          },
        },
      },
    ],
    addProseMirrorPlugins: () => [
      new Plugin<Turned | null>({
        key: turned,
        state: {
          init: () => null,
          apply: (tr, before) => (tr.getMeta(turned) as Turned | undefined) ?? before,
        },
        appendTransaction: (transactions, old, state) =>
          keepDirections(transactions, old, state, context.base()),
      }),
    ],
  })
