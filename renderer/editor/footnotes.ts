import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { toDigits } from '../../core/language/digits.ts'
import { changedBlocks } from './changed-blocks.ts'
import type { EditorContext } from './story-editor-types.ts'

const named = new WeakMap<ProseMirrorNode, readonly string[]>()
const none: readonly string[] = []

/** The ids of the footnotes in a top-level block, in the order of reading; those in notes are none. Kept by node. */
export function footnotesIn(block: ProseMirrorNode): readonly string[] {
  const kept = named.get(block)
  if (kept) return kept
  const ids: string[] = []
  if (block.type.name !== 'note') {
    block.descendants((node) => {
      if (node.type.name === 'footnote') ids.push(node.attrs.id as string)
      return node.type.name !== 'note'
    })
  }
  const found = ids.length > 0 ? ids : none
  named.set(block, found)
  return found
}

/** Each id once, in the order in which the text first names it. */
export function footnoteOrder(doc: ProseMirrorNode): string[] {
  const order = new Set<string>()
  doc.forEach((block) => {
    for (const id of footnotesIn(block)) order.add(id)
  })
  return [...order]
}

/** The sources and where their list begins; none where there is no list. */
export function sourcesOf(doc: ProseMirrorNode): { items: readonly ProseMirrorNode[]; pos: number } {
  const last = doc.lastChild
  if (last?.type.name !== 'sources') return { items: [], pos: doc.content.size }
  return { items: last.children, pos: doc.content.size - last.nodeSize }
}

/** Eight small letters and digits that no other footnote of the story has. */
export function freshId(doc: ProseMirrorNode): string {
  const taken = new Set([
    ...footnoteOrder(doc),
    ...sourcesOf(doc).items.map(({ attrs }) => attrs.id as string),
  ])
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(8))
    const id = Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
    if (!taken.has(id)) return id
  }
}

/** Where the first footnote of an id stands; -1 where none does. */
export function placeOfFootnote(doc: ProseMirrorNode, id: string): number {
  let place = -1
  doc.forEach((block, offset) => {
    if (place >= 0 || !footnotesIn(block).includes(id)) return
    block.descendants((node, pos) => {
      if (place < 0 && node.type.name === 'footnote' && node.attrs.id === id) place = offset + 1 + pos
      return place < 0 && node.type.name !== 'note'
    })
  })
  return place
}

/**
 * The sources as they should stand: one for each footnote, in order; then those with words that no footnote names any
 * more. Null where they do.
 */
function settledSources(doc: ProseMirrorNode): ProseMirrorNode[] | null {
  const type = doc.type.schema.nodes.source
  if (!type) return null
  const { items } = sourcesOf(doc)
  const order = footnoteOrder(doc)
  const byId = new Map<string, ProseMirrorNode>()
  for (const item of items) if (!byId.has(item.attrs.id as string)) byId.set(item.attrs.id as string, item)
  const wanted = order.map((id) => byId.get(id) ?? type.create({ id }))
  const left = items.flatMap((item) => {
    const id = item.attrs.id as string
    if (item.content.size === 0 || wanted.includes(item)) return []
    return id !== '' && byId.get(id) === item ? [item] : [type.create({ id: freshId(doc) }, item.content)]
  })
  const settled = [...wanted, ...left]
  return settled.length === items.length && settled.every((item, at) => item === items[at]) ? null : settled
}

function settle(state: EditorState): Transaction | null {
  const settled = settledSources(state.doc)
  if (!settled) return null
  const { tr } = state
  const { items, pos } = sourcesOf(state.doc)
  const end = state.doc.content.size
  if (settled.length === 0) return tr.delete(pos, end)
  if (items.length > 0) return tr.replaceWith(pos + 1, end - 1, settled)
  const list = state.schema.nodes.sources?.create(null, settled)
  return list ? tr.insert(end, list) : null
}

/** A number on each footnote and each source; words on a source that has none. */
function numbered(doc: ProseMirrorNode, context: Pick<EditorContext, 'words' | 'digits'>): DecorationSet {
  const order = footnoteOrder(doc)
  const numbers = new Map(order.map((id, at) => [id, toDigits(String(at + 1), context.digits())]))
  const decorations: Decoration[] = []
  doc.forEach((block, offset) => {
    if (footnotesIn(block).length === 0) return
    block.descendants((node, pos) => {
      const number = node.type.name === 'footnote' ? numbers.get(node.attrs.id as string) : undefined
      const at = offset + 1 + pos
      if (number !== undefined) {
        // A superscript may have no name (ARIA 1.2, 5.2.8.6), and a click on it leads to its source.
        const told = {
          role: 'link',
          'data-number': number,
          'aria-label': `${context.words.footnote} ${number}`,
        }
        decorations.push(Decoration.node(at, at + 1, told))
      }
    })
  })
  const { items, pos } = sourcesOf(doc)
  let at = pos + 1
  for (const item of items) {
    const number = numbers.get(item.attrs.id as string) ?? null
    decorations.push(Decoration.node(at, at + item.nodeSize, {}, { number }))
    at += item.nodeSize
  }
  return DecorationSet.create(doc, decorations)
}

/** The number that a source is drawn with, from the decorations that its view is handed; null where nothing names it. */
export function numberBy(decorations: readonly Decoration[]): string | null {
  for (const { spec } of decorations) {
    const { number } = spec as { number?: string | null }
    if (number !== undefined) return number
  }
  return null
}

const concerns = (block: ProseMirrorNode): boolean =>
  block.type.name === 'sources' || footnotesIn(block).length > 0

/** Whether what changed between two documents has anything to do with footnotes. */
function isConcerned(before: ProseMirrorNode, after: ProseMirrorNode): boolean {
  const { removed, added } = changedBlocks(before, after)
  if (!removed.some(concerns) && !added.some(concerns)) return false
  // Writing beside a footnote, or in a source, changes no number.
  const [one, other] = [removed, added].map((blocks) => blocks.flatMap(identity).join(' '))
  return one !== other
}
const identity = (block: ProseMirrorNode): readonly string[] =>
  block.type.name === 'sources'
    ? block.children.map((item) => `${item.attrs.id as string}${item.content.size > 0 ? '' : '-'}`)
    : footnotesIn(block)

const key = new PluginKey<DecorationSet>('footnotes')

/** Asks for all numbers anew, after the article's language changed. */
export const numberAnew = (tr: Transaction): Transaction => tr.setMeta(key, true)

/** Keeps one source for each footnote, in order, and draws their numbers; only changes of footnotes cost anything. */
export const footnotes = (context: Pick<EditorContext, 'words' | 'digits'>) =>
  Extension.create({
    name: 'footnotes',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => numbered(doc, context),
          apply(tr, shown, old, state) {
            if (tr.getMeta(key)) return numbered(state.doc, context)
            if (!tr.docChanged) return shown
            return isConcerned(old.doc, state.doc)
              ? numbered(state.doc, context)
              : shown.map(tr.mapping, tr.doc)
          },
        },
        appendTransaction: (transactions, old, state) =>
          transactions.some((tr) => tr.docChanged) && isConcerned(old.doc, state.doc) ? settle(state) : null,
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })
