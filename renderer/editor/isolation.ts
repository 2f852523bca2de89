import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isolates, type IsolateKind } from '../../core/language/isolate.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { ownDirection } from './direction.ts'
import type { EditorContext } from './story-editor-types.ts'

interface Isolation {
  shown: DecorationSet
  /** What changed while an input method was composing; it is looked at when the composition ends. */
  stale: { from: number; to: number } | null
}
const isolation = new PluginKey<Isolation>('isolation')
// A number that is read as one stays on one line; addresses and phrases may break.
const unbroken: ReadonlySet<IsolateKind> = new Set(['phone', 'date', 'range', 'score', 'money', 'negative'])
const letter = /[\p{L}\p{M}]/u

/** Is there a word on both sides of this offset? Isolating there would break the joining of its letters (rtl.md 1.4). */
export function isInsideWord(text: string, offset: number): boolean {
  return offset > 0 && letter.test(text.charAt(offset - 1)) && letter.test(text.charAt(offset))
}

/** Decorations for the runs of a textblock that would be read in the wrong order, leaving out what a bdi holds already. */
function isolateText(block: ProseMirrorNode, start: number, base: Direction): Decoration[] {
  const text = block.textBetween(0, block.content.size, undefined, '\u{fffc}')
  const bdi = block.type.schema.marks.bdi
  const decorations: Decoration[] = []
  for (const { from, to, dir, kind } of isolates(text, base)) {
    const isMarked = bdi !== undefined && block.rangeHasMark(from, to, bdi)
    if (isMarked || isInsideWord(text, from) || isInsideWord(text, to)) continue
    const look = unbroken.has(kind) ? `isolate isolate-${dir} unbroken` : `isolate isolate-${dir}`
    decorations.push(Decoration.inline(start + from, start + to, { class: look }))
  }
  return decorations
}

/** Decorations of the top-level blocks between two positions, and the whole range that they cover. */
function isolateBetween(doc: ProseMirrorNode, from: number, to: number, base: Direction) {
  const decorations: Decoration[] = []
  let start = from
  let end = to
  const walk = (node: ProseMirrorNode, pos: number, inherited: Direction): void => {
    const direction = ownDirection(node) ?? inherited
    if (node.isTextblock) decorations.push(...isolateText(node, pos + 1, direction))
    else node.forEach((child, offset) => walk(child, pos + 1 + offset, direction))
  }
  doc.nodesBetween(from, to, (node, pos) => {
    start = Math.min(start, pos)
    end = Math.max(end, pos + node.nodeSize)
    walk(node, pos, base)
    return false
  })
  return { decorations, start, end }
}

/** The range of the new document that a transaction changed; null where it changed none. */
function changedRange(tr: Transaction): { from: number; to: number } | null {
  let range: { from: number; to: number } | null = null
  const widen = (start: number, end: number): void => {
    range = range
      ? { from: Math.min(range.from, start), to: Math.max(range.to, end) }
      : { from: start, to: end }
  }
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1)
    map.forEach((_oldStart, _oldEnd, start, end) => widen(rest.map(start, -1), rest.map(end, 1)))
    // An attribute step moves nothing, but the direction it sets decides what is isolated.
    const step: unknown = tr.steps[index]
    if (typeof step === 'object' && step && 'attr' in step && 'pos' in step && typeof step.pos === 'number')
      widen(rest.map(step.pos), rest.map(step.pos + 1))
  })
  return range
}

function redo(
  isolated: DecorationSet,
  doc: ProseMirrorNode,
  range: { from: number; to: number },
  base: Direction,
): DecorationSet {
  const size = doc.content.size
  const found = isolateBetween(doc, Math.max(0, range.from - 1), Math.min(size, range.to + 1), base)
  const gone = isolated.find(found.start, found.end)
  return gone.length || found.decorations.length
    ? isolated.remove(gone).add(doc, found.decorations)
    : isolated
}

/** Asks for all isolation anew, after the article's direction changed. */
export function isolateAnew(tr: Transaction): Transaction {
  return tr.setMeta(isolation, 'all')
}

/**
 * Phones, ranges, Latin phrases and the like in their own order on screen, by decorations: the document stays free of
 * it (rtl.md Recommendation 4b). Only blocks that changed are looked at again.
 */
export const screenIsolation = (context: Pick<EditorContext, 'base'>) =>
  Extension.create({
    name: 'screenIsolation',
    addProseMirrorPlugins() {
      let isComposing = false
      const whole = (state: EditorState): Isolation => ({
        shown: DecorationSet.create(
          state.doc,
          isolateBetween(state.doc, 0, state.doc.content.size, context.base()).decorations,
        ),
        stale: null,
      })
      return [
        new Plugin<Isolation>({
          key: isolation,
          state: {
            init: (_config, state) => whole(state),
            apply(tr, before, _old, state) {
              const asked: unknown = tr.getMeta(isolation)
              if (asked === 'all') return whole(state)
              if (!tr.docChanged && !(asked && before.stale)) return before
              const shown = before.shown.map(tr.mapping, tr.doc)
              const kept = before.stale && {
                from: tr.mapping.map(before.stale.from, -1),
                to: tr.mapping.map(before.stale.to, 1),
              }
              const changed = changedRange(tr)
              const range =
                kept && changed
                  ? { from: Math.min(kept.from, changed.from), to: Math.max(kept.to, changed.to) }
                  : (kept ?? changed)
              // Redrawing around a composition would break it off.
              if (!range || isComposing) return { shown, stale: range }
              return { shown: redo(shown, state.doc, range, context.base()), stale: null }
            },
          },
          props: {
            decorations: (state) => isolation.getState(state)?.shown,
            handleDOMEvents: {
              compositionstart: () => {
                isComposing = true
                return false
              },
              compositionend: (view) => {
                isComposing = false
                setTimeout(() => {
                  if (!view.isDestroyed && isolation.getState(view.state)?.stale)
                    view.dispatch(view.state.tr.setMeta(isolation, 'stale'))
                }, 50)
                return false
              },
            },
          },
        }),
      ]
    },
  })
