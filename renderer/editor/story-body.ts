import type { Mark as ProseMirrorMark, Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import type { Block, BodyNode, StoryBody } from '../../core/model/body.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { blockText, countCharacters, countWords, type Measure } from '../../core/model/measure.ts'
import { ownDirection } from './direction.ts'

interface PlainNode {
  type: string
  attrs?: Record<string, unknown>
  content?: PlainNode[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

/** The attributes that differ from what they are by default, `dir` only where it differs from what is inherited. */
function attrsOf(node: ProseMirrorNode, inherited: Direction): Record<string, unknown> | undefined {
  if (node.type.name === 'image') return imageAttrs(node)
  if (node.type.name === 'embed') return embedAttrs(node, inherited)
  const attrs: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node.attrs)) {
    const isNeeded =
      name === 'dir' ? value !== null && value !== inherited : value !== node.type.spec.attrs?.[name]?.default
    if (isNeeded || name === 'level') attrs[name] = value
  }
  return Object.keys(attrs).length > 0 ? attrs : undefined
}
/** All of them, but how it is cut only where it is. */
const imageAttrs = ({ attrs }: ProseMirrorNode): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => value !== null || name === 'width' || name === 'height'),
  )
/** All of them, but a direction only where it is another than what is inherited. */
function embedAttrs({ attrs }: ProseMirrorNode, inherited: Direction): Record<string, unknown> {
  const { dir, ...words } = attrs
  return dir === null || dir === inherited ? words : attrs
}
function markOf(mark: ProseMirrorMark): { type: string; attrs?: Record<string, unknown> } {
  const attrs = Object.fromEntries(Object.entries(mark.attrs).filter(([, value]) => value !== null))
  return Object.keys(attrs).length > 0 ? { type: mark.type.name, attrs } : { type: mark.type.name }
}
function jsonOf(node: ProseMirrorNode, inherited: Direction): PlainNode {
  const json: PlainNode = { type: node.type.name }
  const attrs = attrsOf(node, inherited)
  if (attrs) json.attrs = attrs
  if (node.isText) json.text = node.text ?? ''
  if (node.marks.length > 0) json.marks = node.marks.map(markOf)
  // A block that may be empty has no `content` then; a row without cells still says so.
  if (node.childCount > 0 || node.type.name === 'tableRow') {
    const direction = ownDirection(node) ?? inherited
    json.content = node.children.map((child) => jsonOf(child, direction))
  }
  return json
}

const written: Record<Direction, WeakMap<ProseMirrorNode, Block>> = { rtl: new WeakMap(), ltr: new WeakMap() }
const measured = new WeakMap<ProseMirrorNode, Measure>()

/** A top-level block as the model stores it; the same object for the same node, so an edit costs one block. */
function blockOf(node: ProseMirrorNode, base: Direction): Block {
  const kept = written[base].get(node)
  if (kept) return kept
  const block = jsonOf(node, base) as BodyNode as Block
  written[base].set(node, block)
  return block
}

/** The story as the model stores it (core/model/body.ts), for an article of this direction. */
export function storyOf(doc: ProseMirrorNode, base: Direction): StoryBody {
  return { type: 'doc', content: doc.children.map((node) => blockOf(node, base)) }
}

/** Words and characters of the story; only blocks that changed are counted again. */
export function countStory(doc: ProseMirrorNode, base: Direction): Measure {
  const total = { words: 0, characters: 0 }
  doc.forEach((node) => {
    let measure = measured.get(node)
    if (!measure) {
      const text = blockText(blockOf(node, base))
      measure = { words: countWords(text), characters: countCharacters(text) }
      measured.set(node, measure)
    }
    total.words += measure.words
    total.characters += measure.characters
  })
  return total
}

/** The stored node in the shape that editing needs: marks in the schema's order, a paragraph first in each item, sources last. */
function fit(node: PlainNode, rank: readonly string[]): PlainNode {
  const fitted: PlainNode = { ...node }
  if (node.marks && node.marks.length > 1)
    fitted.marks = node.marks.toSorted((one, other) => rank.indexOf(one.type) - rank.indexOf(other.type))
  if (node.content) fitted.content = node.content.map((child) => fit(child, rank))
  if (node.type === 'listItem' && fitted.content?.[0]?.type !== 'paragraph')
    fitted.content = [{ type: 'paragraph' }, ...(fitted.content ?? [])]
  if (node.type === 'doc') fitted.content = sourcesLast(fitted.content ?? [])
  return fitted
}

/** One list of sources, at the end, wherever a file has them; and a block before it. */
function sourcesLast(content: PlainNode[]): PlainNode[] {
  const lists = content.filter(({ type }) => type === 'sources')
  const others = content.filter(({ type }) => type !== 'sources')
  const told: PlainNode[] = others.length > 0 ? others : [{ type: 'paragraph' }]
  const [first] = lists
  return first ? [...told, { ...first, content: lists.flatMap((list) => list.content ?? []) }] : told
}

// ProseMirror passes over an attribute that it does not know, and the next save would lose it.
function checkNames(node: PlainNode, schema: Schema): void {
  const known = schema.nodes[node.type]?.spec.attrs ?? {}
  for (const name of Object.keys(node.attrs ?? {}))
    if (!Object.hasOwn(known, name)) throw new RangeError(`${node.type} has no ${name}`)
  for (const { type, attrs } of node.marks ?? []) {
    for (const name of Object.keys(attrs ?? {}))
      if (!Object.hasOwn(schema.marks[type]?.spec.attrs ?? {}, name))
        throw new RangeError(`${type} has no ${name}`)
  }
  for (const child of node.content ?? []) checkNames(child, schema)
}

/**
 * A stored story as a document of the schema, checked whole before any editor holds it: TipTap itself would make an
 * empty, editable story of one unknown node (reliability.md 0.3). The host has read it by the model's schema; the
 * editor's own, which says the same, is asked here.
 * @throws Error when it is not a story of this version; open it read-only then
 */
export function documentOf(schema: Schema, body: StoryBody): ProseMirrorNode {
  try {
    checkNames(body as PlainNode, schema)
    const doc = schema.nodeFromJSON(fit(body as PlainNode, Object.keys(schema.marks)))
    doc.check()
    return doc
  } catch (thrown) {
    throw new Error(`not a story: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    })
  }
}
