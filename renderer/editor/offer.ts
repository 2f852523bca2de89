import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { EditorContext } from './story-editor-types.ts'

/** Something that could be made of what just came into the story, between two positions of blocks. */
export interface Offer {
  from: number
  to: number
  words: string
  accept(view: EditorView, from: number, to: number): void
}
const key = new PluginKey<Offer | null>('offers')

/** Makes an offer with this transaction. It stands until it is taken or left, or the next edit. */
export const offer = (tr: Transaction, made: Offer): Transaction => tr.setMeta(key, made)

function accept(view: EditorView, made: Offer): void {
  view.dispatch(view.state.tr.setMeta(key, 'gone'))
  made.accept(view, made.from, made.to)
  view.focus()
}
function leave(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, 'gone'))
  view.focus()
}

/** The offer as it stands in the story: over what follows it, so that no line moves. */
function box(view: EditorView, made: Offer, dismiss: string): HTMLElement {
  const place = document.createElement('div')
  const inner = document.createElement('div')
  const take = document.createElement('button')
  const keys = document.createElement('kbd')
  const away = document.createElement('button')
  place.className = 'offer-place'
  inner.className = 'offer'
  place.contentEditable = 'false'
  inner.setAttribute('role', 'status')
  take.type = 'button'
  take.className = 'offer-take'
  take.textContent = made.words
  keys.textContent = 'Alt Enter'
  keys.dir = 'ltr'
  keys.setAttribute('aria-hidden', 'true')
  take.setAttribute('aria-keyshortcuts', 'Alt+Enter')
  away.type = 'button'
  away.className = 'offer-leave'
  away.textContent = dismiss
  take.append(keys)
  inner.append(take, away)
  place.append(inner)
  take.addEventListener('click', () => accept(view, made))
  away.addEventListener('click', () => leave(view))
  return place
}

function moved(before: Offer | null, tr: Transaction): Offer | null {
  const asked = tr.getMeta(key) as Offer | 'gone' | undefined
  if (asked) return asked === 'gone' ? null : asked
  if (!before || !tr.docChanged) return before
  // What the editor itself adds to an edit leaves the offer; what a person does next takes it away.
  if (tr.getMeta('appendedTransaction') === undefined) return null
  return { ...before, from: tr.mapping.map(before.from), to: tr.mapping.map(before.to) }
}

function shown(state: EditorState, dismiss: string): DecorationSet | null {
  const made = key.getState(state)
  if (!made) return null
  const widget = Decoration.widget(made.to, (view) => box(view, made, dismiss), {
    side: -1,
    key: `offer ${made.from} ${made.words}`,
    stopEvent: () => true,
    ignoreSelection: true,
  })
  return DecorationSet.create(state.doc, [widget])
}

/** One offer at a time: taken by its button or Alt+Enter, left by Escape or by writing on. */
export const offers = (context: Pick<EditorContext, 'words'>) =>
  Extension.create({
    name: 'offers',
    priority: 1200,
    addProseMirrorPlugins: () => [
      new Plugin<Offer | null>({
        key,
        state: { init: () => null, apply: (tr, before) => moved(before, tr) },
        props: {
          decorations: (state) => shown(state, context.words.dismiss),
          handleKeyDown(view, event) {
            const made = key.getState(view.state)
            if (!made || event.isComposing) return false
            if (event.key === 'Enter' && event.altKey) accept(view, made)
            else if (event.key === 'Escape') leave(view)
            else return false
            event.preventDefault()
            return true
          },
        },
      }),
    ],
  })
