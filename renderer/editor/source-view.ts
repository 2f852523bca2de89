import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Decoration, NodeView } from '@tiptap/pm/view'
import { backToText } from './footnote-commands.ts'
import { numberBy } from './footnotes.ts'
import { madeOfWords } from './made.ts'
import { drawnView, type NodeViewProps } from './node-view.ts'
import type { EditorContext } from './story-editor-types.ts'

/** A source with its number before it, which leads back to the text; one that is no longer named says so. */
export const sourceView =
  (context: Pick<EditorContext, 'words'>) =>
  (props: NodeViewProps): NodeView => {
    const { node, view } = props
    const dom = document.createElement('li')
    const number = document.createElement('button')
    const contentDOM = document.createElement('div')
    const unnamed = madeOfWords('small', 'source-unnamed', context.words.sourceUnnamed)
    dom.className = 'source'
    number.type = 'button'
    number.className = 'source-number'
    number.contentEditable = 'false'
    // Enter in the words leads back as well.
    number.tabIndex = -1
    contentDOM.className = 'source-text'
    contentDOM.dataset.placeholder = context.words.source
    unnamed.contentEditable = 'false'
    dom.append(number, contentDOM, unnamed)
    let { id } = node.attrs as { id: string }
    const show = (shown: ProseMirrorNode, by: readonly Decoration[]): void => {
      id = shown.attrs.id as string
      const told = numberBy(by)
      number.textContent = told ?? '–'
      number.disabled = told === null
      number.setAttribute('aria-label', `${told ?? ''} ${context.words.sourceBack}`.trim())
      unnamed.hidden = told !== null
      dom.classList.toggle('is-unnamed', told === null)
    }
    number.addEventListener('mousedown', (event) => event.preventDefault())
    number.addEventListener('click', () => {
      const { tr } = view.state
      if (!backToText(tr, id)) return
      view.dispatch(tr.scrollIntoView())
      view.focus()
    })
    return drawnView(props, { dom, contentDOM, furniture: number, show })
  }
