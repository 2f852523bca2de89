import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Decoration, NodeView } from '@tiptap/pm/view'
import { isolateForAttribute } from '../../core/language/isolate.ts'
import type { Direction } from '../../core/model/language-code.ts'
import { foldNote, isFoldedBy } from './folded-notes.ts'
import { made, madeOfWords } from './made.ts'
import { drawnView, showDirection, type NodeViewProps } from './node-view.ts'
import type { EditorContext } from './story-editor-types.ts'

const firstLetters = 90

/** A note with a head that folds it; folded, the head says how it begins. */
export const noteView =
  (context: Pick<EditorContext, 'words' | 'base'>) =>
  (props: NodeViewProps): NodeView => {
    const { view, getPos } = props
    const dom = document.createElement('aside')
    const head = document.createElement('button')
    const contentDOM = document.createElement('div')
    const name = madeOfWords('span', 'note-name', context.words.note)
    const kept = madeOfWords('span', 'note-private', context.words.notePrivate)
    const first = made('span', 'note-first')
    dom.className = 'note'
    dom.setAttribute('role', 'note')
    dom.setAttribute('aria-label', context.words.note)
    head.type = 'button'
    head.className = 'note-head'
    head.contentEditable = 'false'
    head.append(name, kept, first)
    contentDOM.className = 'note-text'
    dom.append(head, contentDOM)
    let isFolded = false
    const show = (shown: ProseMirrorNode, by: readonly Decoration[]): void => {
      isFolded = isFoldedBy(by)
      head.setAttribute('aria-expanded', String(!isFolded))
      const dir = shown.attrs.dir as Direction | null
      const words = isFolded ? shown.textBetween(0, shown.content.size, ' ', ' ').slice(0, firstLetters) : ''
      // Phones and the like in their own order here, too, where no decoration reaches.
      first.textContent = isolateForAttribute(words, dir ?? context.base())
      showDirection(dom, shown)
    }
    head.addEventListener('mousedown', (event) => event.preventDefault())
    head.addEventListener('click', () => {
      const pos = getPos()
      if (pos !== undefined) foldNote(view, pos, !isFolded)
    })
    return drawnView(props, { dom, contentDOM, furniture: head, show })
  }
