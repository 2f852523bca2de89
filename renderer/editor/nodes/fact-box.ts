import { Node } from '@tiptap/core'
import { groupView } from '../named.ts'
import type { EditorContext } from '../story-editor-types.ts'

type Words = Pick<EditorContext, 'words'>

/** What a reader may want to know beside the story: a title, and blocks under it. */
export const factBox = ({ words }: Words) =>
  Node.create({
    name: 'factBox',
    group: 'feature',
    content: 'factTitle block+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'aside.fact-box' }],
    renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, class: 'fact-box' }, 0],
    addNodeView: groupView({ className: 'fact-box', name: words.factBox }),
  })

/** The line over a fact box. */
export const factTitle = (context: Words) =>
  Node.create({
    name: 'factTitle',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: 'h2.fact-title', priority: 60 }],
    renderHTML: () => ['h2', { class: 'fact-title', 'data-placeholder': context.words.factTitle }, 0],
  })
