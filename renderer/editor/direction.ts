import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Selection, type Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceAroundStep } from '@tiptap/pm/transform'
import type { Direction } from '../../core/model/language-code.ts'
import { directionOf } from './marks/bdi.ts'
import type { EditorContext } from './story-editor-types.ts'

/** The blocks that may have a direction of their own (rtl.md Recommendation 2). */
export const directedTypes: readonly string[] = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'pullQuote',
  'table',
  'note',
  'factBox',
  'questions',
  'timeline',
  'sources',
  'gallery',
  'embed',
]

/** The direction that a node sets itself; null where it inherits one. */
export function ownDirection(node: ProseMirrorNode): Direction | null {
  return (node.attrs.dir as Direction | null | undefined) ?? null
}

/** The direction at a place: the nearest one set, else the article's. */
export function directionAt($pos: ResolvedPos, base: Direction): Direction {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const own = ownDirection($pos.node(depth))
    if (own) return own
  }
  return base
}

/** The top-level blocks that a selection touches, with their positions. */
function selectedBlocks(
  doc: ProseMirrorNode,
  selection: Selection,
): { node: ProseMirrorNode; pos: number }[] {
  const blocks: { node: ProseMirrorNode; pos: number }[] = []
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    blocks.push({ node, pos })
    return false
  })
  return blocks
}

/** Sets a top-level block as a whole: its own direction, none inside. What is inherited anyway is stored as null. */
function directBlock(
  tr: Transaction,
  block: { node: ProseMirrorNode; pos: number },
  dir: Direction,
  base: Direction,
): void {
  const stored = dir === base ? null : dir
  if (ownDirection(block.node) !== stored) tr.setNodeAttribute(block.pos, 'dir', stored)
  block.node.descendants((node, offset) => {
    if (ownDirection(node)) tr.setNodeAttribute(block.pos + 1 + offset, 'dir', null)
    return node.isBlock && !node.isTextblock
  })
}

/** Sets, or with `flip` turns round, the direction of the blocks in the selection; false where no block has one. */
export function setDirection(tr: Transaction, wanted: Direction | 'flip', base: Direction): boolean {
  const blocks = selectedBlocks(tr.doc, tr.selection).filter(({ node }) =>
    directedTypes.includes(node.type.name),
  )
  const first = blocks[0]
  if (!first) return false
  const opposite = (ownDirection(first.node) ?? base) === 'rtl' ? 'ltr' : 'rtl'
  for (const block of blocks) directBlock(tr, block, wanted === 'flip' ? opposite : wanted, base)
  return true
}

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

/**
 * Keeps the direction of text that is wrapped, lifted or joined: a list made of an ltr paragraph is ltr as a whole,
 * and a paragraph taken out of it stays ltr. Undo brings this back with the step it belongs to.
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
  let from = state.doc.content.size
  let to = 0
  mapping.maps.forEach((map, index) =>
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, mapping.slice(index + 1).map(start, -1))
      to = Math.max(to, mapping.slice(index + 1).map(end, 1))
    }),
  )
  const back = mapping.invert()
  const { tr } = state
  state.doc.nodesBetween(Math.max(0, from - 1), Math.min(to + 1, state.doc.content.size), (node, pos) => {
    const start = directedTypes.includes(node.type.name) ? firstTextStart(node, pos) : null
    if (start !== null)
      directBlock(tr, { node, pos }, directionAt(old.doc.resolve(back.map(start)), base), base)
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
      new Plugin({
        appendTransaction: (transactions, old, state) =>
          keepDirections(transactions, old, state, context.base()),
      }),
    ],
  })
