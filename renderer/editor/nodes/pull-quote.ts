import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { attributeField, enterNode, leaveNode } from '../field.ts'
import { drawnView, showDirection, type NodeViewProps } from '../node-view.ts'
import type { EditorContext } from '../story-editor-types.ts'

/** The sentence, and under it a field for who said it: Enter goes on in the text, Escape back to the sentence. */
const pullQuoteView =
  (context: EditorContext) =>
  (props: NodeViewProps): NodeView => {
    const { view, getPos } = props
    const dom = document.createElement('div')
    const contentDOM = document.createElement('div')
    const footer = document.createElement('footer')
    const cite = attributeField({ view, getPos }, 'cite', context.words.pullQuoteCite, context)
    dom.className = 'pull-quote'
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', context.words.pullQuote)
    contentDOM.className = 'pull-quote-text'
    footer.contentEditable = 'false'
    footer.append(cite.input)
    dom.append(contentDOM, footer)
    const setEditable = (editable: boolean): void => {
      cite.input.readOnly = !editable
    }
    setEditable(context.isEditable())
    const unwatch = context.watchEditable(setEditable)
    cite.input.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      if (event.key === 'Escape') {
        event.stopPropagation()
        enterNode({ view, getPos })
      } else if (event.key === 'Enter') {
        event.preventDefault()
        leaveNode({ view, getPos })
      }
    })
    const show = (shown: ProseMirrorNode): void => {
      cite.show(shown)
      showDirection(dom, shown)
    }
    return drawnView(props, { dom, contentDOM, furniture: footer, hasFields: true, show, destroy: unwatch })
  }

/** A sentence of the story lifted out of it, with who said it. */
export const storyPullQuote = (context: EditorContext) =>
  Node.create({
    name: 'pullQuote',
    group: 'block',
    content: 'paragraph+',
    defining: true,
    addAttributes: () => ({
      cite: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-cite') ?? '',
        renderHTML: (attributes) => (attributes.cite ? { 'data-cite': attributes.cite as unknown } : {}),
        validate: 'string',
      },
    }),
    parseHTML: () => [{ tag: 'aside.pull-quote' }],
    renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, class: 'pull-quote' }, 0],
    addNodeView: () => pullQuoteView(context),
  })
