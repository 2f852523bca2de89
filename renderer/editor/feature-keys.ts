import { Extension } from '@tiptap/core'
import { Fragment, type Node as ProseMirrorNode, type NodeType, type ResolvedPos } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { backToText, removeEmptySource, toSource } from './footnote-commands.ts'

/** A line that stands over blocks: Enter goes on below it. */
const heads = new Set(['factTitle', 'question', 'when'])
/** What an empty last paragraph leads out of, and what comes next: the story, or one more of the same. */
const leaving: Readonly<Record<string, 'story' | 'next'>> = {
  note: 'story',
  factBox: 'story',
  answer: 'next',
  timelineEntry: 'next',
}

/** A note, or one pair or entry of a list of them, with nothing in it. */
function isEmptyNode(node: ProseMirrorNode): boolean {
  let isEmpty = node.textContent === ''
  node.descendants((child) => {
    if (child.isLeaf && !child.isText) isEmpty = false
    return isEmpty
  })
  return isEmpty
}

/** Puts the caret into the first text behind a place. */
function goBehind(tr: Transaction, pos: number): true {
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos), 1)).scrollIntoView()
  return true
}

/** A paragraph of the story behind a node, with the caret in it. */
function paragraphBehind(tr: Transaction, pos: number): boolean {
  const paragraph = tr.doc.type.schema.nodes.paragraph?.createAndFill()
  if (!paragraph) return false
  tr.insert(pos, paragraph)
  return goBehind(tr, pos)
}

/** The nearest node around a place that is one of these, by its depth; 0 where there is none. */
function depthOf($pos: ResolvedPos, names: (name: string) => boolean): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if (names($pos.node(depth).type.name)) return depth
  return 0
}
const isRepeated = (name: string): boolean => name === 'questionAnswer' || name === 'timelineEntry'

/** Ends questions or a timeline at an empty last pair or entry: it goes, and the story goes on below. */
function leaveRepeated(tr: Transaction, $from: ResolvedPos, depth: number): boolean {
  const list = $from.node(depth - 1)
  const isLast = $from.index(depth - 1) === list.childCount - 1
  if (!isLast || list.childCount === 1 || !isEmptyNode($from.node(depth))) return false
  const end = $from.after(depth - 1)
  tr.delete($from.before(depth), $from.after(depth))
  return paragraphBehind(tr, tr.mapping.map(end))
}

function enterFromHead(tr: Transaction, $from: ResolvedPos): boolean {
  const depth = depthOf($from, isRepeated)
  return (depth > 0 && leaveRepeated(tr, $from, depth)) || goBehind(tr, $from.after())
}

/** One more pair or entry behind this one, with the caret in its first line. */
function addNext(tr: Transaction, type: NodeType, pos: number): boolean {
  const next = type.createAndFill()
  if (!next) return false
  tr.insert(pos, next)
  return goBehind(tr, pos)
}

function enterFromEmpty(tr: Transaction, $from: ResolvedPos): boolean {
  const around = $from.depth - 1
  const holder = $from.node(around)
  const leads = leaving[holder.type.name]
  const isLast = $from.index(around) === holder.childCount - 1
  const least = holder.type.name === 'note' || holder.type.name === 'answer' ? 1 : 2
  if (!leads || !isLast || holder.childCount <= least) return false
  const depth = leads === 'next' ? depthOf($from, isRepeated) : around
  const repeated = $from.node(depth)
  const end = $from.after(depth)
  tr.delete($from.before(), $from.after())
  const behind = tr.mapping.map(end)
  return leads === 'next' ? addNext(tr, repeated.type, behind) : paragraphBehind(tr, behind)
}

function enter(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (parent.type.name === 'source') return backToText(tr, parent.attrs.id as string)
  if (heads.has(parent.type.name)) return enterFromHead(tr, $from)
  return empty && parent.type.name === 'paragraph' && parent.content.size === 0 && enterFromEmpty(tr, $from)
}

/** Takes an empty node away, with the list that it was all of; an empty paragraph takes the place of that. */
function removeEmpty(tr: Transaction, $from: ResolvedPos, depth: number): boolean {
  const node = $from.node(depth)
  if (!isEmptyNode(node) || $from.pos !== firstPlace($from, depth)) return false
  const isPart = isRepeated(node.type.name) && $from.node(depth - 1).childCount > 1
  const gone = isRepeated(node.type.name) && !isPart ? depth - 1 : depth
  const [start, end] = [$from.before(gone), $from.after(gone)]
  if (isPart) {
    tr.delete(start, end)
    tr.setSelection(TextSelection.near(tr.doc.resolve(start), start > $from.start(depth - 1) ? -1 : 1))
  } else {
    const paragraph = tr.doc.type.schema.nodes.paragraph?.createAndFill()
    tr.replaceWith(start, end, paragraph ? Fragment.from(paragraph) : Fragment.empty)
    goBehind(tr, start)
  }
  tr.scrollIntoView()
  return true
}

/** Where the first text of the node around a place begins. */
function firstPlace($from: ResolvedPos, depth: number): number {
  let [node, pos] = [$from.node(depth), $from.start(depth)]
  while (!node.isTextblock && node.firstChild) {
    node = node.firstChild
    pos += 1
  }
  return pos
}

function backspace(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0) return false
  if (removeEmptySource(tr)) return true
  const depth = depthOf($from, (name) => name === 'note' || name === 'factBox' || isRepeated(name))
  return depth > 0 && removeEmpty(tr, $from, depth)
}

/**
 * Enter and Backspace in notes, fact boxes, questions, timelines and sources, elsewhere they are what they were; and a click
 * on a footnote, which leads to its source.
 */
export const featureKeys = Extension.create({
  name: 'featureKeys',
  priority: 1150,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyDown(view, event) {
          const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event
          if (shiftKey || ctrlKey || metaKey || altKey || isComposing || view.composing) return false
          const { state } = view
          if (!(state.selection instanceof TextSelection) || !view.editable) return false
          const { tr } = state
          const isDone =
            (key === 'Enter' && enter(state, tr)) || (key === 'Backspace' && backspace(state, tr))
          if (isDone) view.dispatch(tr)
          return isDone
        },
        handleClickOn(view, _pos, node) {
          const { tr } = view.state
          if (node.type.name !== 'footnote' || !toSource(tr, node.attrs.id as string)) return false
          view.dispatch(tr)
          return true
        },
      },
    }),
  ],
})
