import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { noteAround } from './folded-notes.ts'
import { explicitSlice, settleSlice } from './paste/settle-slice.ts'
import type { EditorContext } from './story-editor-types.ts'

const clipboardType = 'application/x-midad-story'

/** The selection with all of a note that it begins or ends in; null where it crosses no note's edge. */
function grown({ doc, selection }: EditorState): TextSelection | null {
  if (!(selection instanceof TextSelection)) return null
  const { $from, $to, from, to } = selection
  const [first, last] = [noteAround($from), noteAround($to)]
  if (first === last) return null
  const start = first < 0 ? from : first + 2
  const end = last < 0 ? to : last + (doc.nodeAt(last)?.nodeSize ?? 2) - 2
  return TextSelection.create(doc, start, end)
}

function deleteCrossing(view: EditorView): boolean {
  const selection = grown(view.state)
  if (selection) view.dispatch(view.state.tr.setSelection(selection).deleteSelection())
  return selection !== null
}

/** Whether words would get out of a note into the story, or out of the story into a note. */
function isLeak(doc: ProseMirrorNode, { from, to }: ReplaceStep): boolean {
  if (from === to) return false
  const [first, last] = [noteAround(doc.resolve(from)), noteAround(doc.resolve(to))]
  if (first === last) return false
  if (first >= 0 || last < 0) return first >= 0
  return doc.textBetween(to, last + (doc.nodeAt(last)?.nodeSize ?? 0), '', '\n') !== ''
}

function isSafe(tr: Transaction): boolean {
  // What is undone was safe when it was done.
  if (!tr.docChanged || tr.getMeta('history$')) return true
  return tr.steps.every((step, index) => {
    const doc = tr.docs[index]
    return !(step instanceof ReplaceStep) || !doc || !isLeak(doc, step)
  })
}

function handleKey(view: EditorView, event: KeyboardEvent): boolean {
  const isDeleting = event.key === 'Backspace' || event.key === 'Delete'
  const isWriting = event.key === 'Enter' || (event.key.length === 1 && !event.ctrlKey && !event.metaKey)
  if (event.isComposing || (!isDeleting && !isWriting)) return false
  return deleteCrossing(view) && isDeleting
}

function withoutNotes(fragment: Fragment): Fragment {
  const kept: ProseMirrorNode[] = []
  fragment.forEach((node) => {
    if (node.type.name === 'note') return
    const inner = node.isTextblock || node.isLeaf ? node : node.copy(withoutNotes(node.content))
    if (node.isTextblock || node.isLeaf || inner.childCount > 0) kept.push(inner)
  })
  return Fragment.fromArray(kept)
}

function holdsNote(fragment: Fragment): boolean {
  let isFound = false
  fragment.descendants((node) => {
    isFound ||= node.type.name === 'note'
    return !isFound && !node.isTextblock
  })
  return isFound
}

/** What other programs get of a copied piece: no note, unless somebody copies out of one. */
function publicSlice(slice: Slice, view: EditorView): Slice {
  const { $from, $to } = view.state.selection
  if (!holdsNote(slice.content) || (noteAround($from) >= 0 && noteAround($from) === noteAround($to)))
    return slice
  const content = withoutNotes(slice.content)
  const depthAt = (side: 'firstChild' | 'lastChild'): number => {
    let depth = 0
    for (let node = content[side]; node && !node.isLeaf; node = node[side]) depth += 1
    return depth
  }
  return new Slice(
    content,
    Math.min(slice.openStart, depthAt('firstChild')),
    Math.min(slice.openEnd, depthAt('lastChild')),
  )
}

/** Carries a copied piece with its notes beside what others get of it, for Midad alone. */
class NoteClipboard {
  readonly #view: EditorView
  readonly #context: Pick<EditorContext, 'base'>
  #slice: Slice | null = null

  constructor(view: EditorView, context: Pick<EditorContext, 'base'>) {
    this.#view = view
    this.#context = context
    for (const type of ['copy', 'cut'] as const) {
      // ProseMirror clears the clipboard between the two, and by then what was cut has gone.
      view.dom.addEventListener(type, this.#keep, { capture: true })
      view.dom.addEventListener(type, this.#write)
    }
  }

  #keep = ({ type }: ClipboardEvent): void => {
    const whole = type === 'cut' ? grown(this.#view.state) : null
    if (whole) this.#view.dispatch(this.#view.state.tr.setSelection(whole))
    const { selection } = this.#view.state
    const slice = selection.content()
    this.#slice = !selection.empty && holdsNote(slice.content) ? slice : null
  }

  #write = (event: ClipboardEvent): void => {
    if (!this.#slice) return
    const slice = explicitSlice(this.#slice, this.#context.base())
    event.clipboardData?.setData(clipboardType, JSON.stringify(slice.toJSON()))
    this.#slice = null
  }

  destroy(): void {
    for (const type of ['copy', 'cut'] as const) {
      this.#view.dom.removeEventListener(type, this.#keep, { capture: true })
      this.#view.dom.removeEventListener(type, this.#write)
    }
  }
}

/** A piece with notes that was copied in Midad; null where the clipboard has none, or not a whole one. */
function carriedSlice(
  view: EditorView,
  event: ClipboardEvent,
  context: Pick<EditorContext, 'base'>,
): Slice | null {
  const json = event.clipboardData?.getData(clipboardType)
  if (!json) return null
  try {
    const slice = Slice.fromJSON(view.state.schema, JSON.parse(json))
    slice.content.forEach((node) => node.check())
    return settleSlice(slice, context.base(), false)
  } catch {
    // Another page wrote it, or a later Midad: what it says in HTML is pasted instead.
    return null
  }
}

/**
 * Holds the edge of notes: a selection over it is deleted with the whole note, a change that would mix what is published
 * with what is not is refused, and what is copied for other programs has no note in it.
 */
export const noteGuard = (context: Pick<EditorContext, 'base'>) =>
  Extension.create({
    name: 'noteGuard',
    priority: 1200,
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: isSafe,
        props: {
          handleKeyDown: handleKey,
          transformCopied: publicSlice,
          handlePaste(view, event) {
            deleteCrossing(view)
            const slice = carriedSlice(view, event, context)
            if (!slice) return false
            view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('uiEvent', 'paste'))
            return true
          },
        },
        view: (view) => new NoteClipboard(view, context),
      }),
    ],
  })
