import { Fragment, Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { majorityDirection } from '../../../core/language/direction.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { isDirected, ownDirection } from '../direction.ts'

const isBreak = (node: ProseMirrorNode): boolean => node.type.name === 'hardBreak'
/** Nothing to read and nothing to see: white space and empty boxes. */
export function isBlank(node: ProseMirrorNode): boolean {
  if (/[^\s\u{a0}\u{200c}-\u{200f}\u{61c}]/u.test(node.textContent)) return false
  let holdsBlock = node.isLeaf
  node.descendants((child) => {
    holdsBlock ||= child.isLeaf && child.isBlock
    return !holdsBlock
  })
  return !holdsBlock
}

/** The block with all that the schema asks it to hold; the paragraphs in it where that cannot be. */
function whole(node: ProseMirrorNode): ProseMirrorNode[] {
  if (node.isTextblock || node.isLeaf) return [node]
  const children = node.children.flatMap(whole)
  const filled = node.type.createAndFill(node.attrs, Fragment.fromArray(children))
  return filled ? [filled] : children
}

/** A paragraph cut where two line breaks meet, as web pages write paragraphs; breaks at its ends are dropped. */
function cutAtBreaks(paragraph: ProseMirrorNode): ProseMirrorNode[] {
  if (paragraph.type.name !== 'paragraph') return [paragraph]
  const pieces: ProseMirrorNode[][] = [[]]
  let breaks: ProseMirrorNode[] = []
  paragraph.forEach((child) => {
    if (isBreak(child)) {
      breaks.push(child)
      return
    }
    if (breaks.length > 1) pieces.push([])
    else if (breaks.length === 1 && pieces.at(-1)?.length) pieces.at(-1)?.push(...breaks)
    breaks = []
    pieces.at(-1)?.push(child)
  })
  return pieces.map((piece) => paragraph.copy(Fragment.fromArray(piece)))
}

/** The block without directions inside it. */
function withoutInner(node: ProseMirrorNode): ProseMirrorNode {
  if (node.isTextblock || node.isLeaf) return node
  const children = node.children.map((child) => {
    const inner = withoutInner(child)
    return ownDirection(inner)
      ? inner.type.create({ ...inner.attrs, dir: null }, inner.content, inner.marks)
      : inner
  })
  return node.copy(Fragment.fromArray(children))
}

/** The first direction that a block or something in it states. */
function statedIn(node: ProseMirrorNode): Direction | null {
  let stated = ownDirection(node)
  node.descendants((child) => {
    stated ??= ownDirection(child)
    return !child.isTextblock
  })
  return stated
}

/** The block as a whole in one direction, stored only where the article's is another; one of our own as it says itself. */
function directed(node: ProseMirrorNode, base: Direction, isForeign: boolean): ProseMirrorNode {
  if (!isDirected(node.type.name)) return node
  const own = ownDirection(node)
  if (own && !isForeign)
    return node.type.create({ ...node.attrs, dir: own === base ? null : own }, node.content, node.marks)
  const stated = statedIn(node)
  const read = isForeign ? majorityDirection(node.textBetween(0, node.content.size, ' ', ' ')) : null
  const direction = read ?? stated
  const whole = withoutInner(node)
  return whole.type.create(
    { ...whole.attrs, dir: direction === base ? null : direction },
    whole.content,
    whole.marks,
  )
}

/** Foreign blocks: empty paragraphs dropped, double breaks cut, each opened only where it is plain text. */
function foreignSlice(content: Fragment): Slice {
  const blocks = content.content
    .flatMap((node) => (node.isTextblock ? cutAtBreaks(node) : whole(node)))
    .filter((node) => !isBlank(node))
  const open = (node: ProseMirrorNode | undefined): number => (node?.isTextblock ? 1 : 0)
  return new Slice(Fragment.fromArray(blocks), open(blocks[0]), open(blocks.at(-1)))
}

/** What is about to be pasted, in the directions and the shape that the story keeps. */
export function settleSlice(slice: Slice, base: Direction, isForeign: boolean): Slice {
  const isBlocks = slice.content.childCount > 0 && slice.content.content.every((node) => node.isBlock)
  if (!isBlocks) return slice
  const isCells = /^table(?:Row|Cell|Header)$/.test(slice.content.firstChild?.type.name ?? '')
  const shaped =
    isForeign && !isCells && slice.content.firstChild?.type.name !== 'listItem'
      ? foreignSlice(slice.content)
      : slice
  const blocks = shaped.content.content.map((node) => directed(node, base, isForeign))
  return new Slice(Fragment.fromArray(blocks), shaped.openStart, shaped.openEnd)
}

/** A piece of the story with its directions said outright, so that another article or program reads it as it was. */
export function explicitSlice(slice: Slice, base: Direction): Slice {
  const blocks = slice.content.content.map((node) =>
    isDirected(node.type.name) && !ownDirection(node)
      ? node.type.create({ ...node.attrs, dir: base }, node.content, node.marks)
      : node,
  )
  return new Slice(Fragment.fromArray(blocks), slice.openStart, slice.openEnd)
}
