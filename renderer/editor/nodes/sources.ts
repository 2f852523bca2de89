import { Node } from '@tiptap/core'
import { sourceView } from '../source-view.ts'
import type { EditorContext } from '../story-editor-types.ts'
import { footnoteIdAttribute, hasFootnoteId } from './footnote.ts'

/** Where the story has it from: the last block, if there is one; footnotes.ts keeps its order. */
export const sources = (context: Pick<EditorContext, 'words'>) =>
  Node.create({
    name: 'sources',
    content: 'source+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'ol.sources', priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [
      'ol',
      { ...HTMLAttributes, class: 'sources', 'aria-label': context.words.sources },
      0,
    ],
  })

export const source = (context: EditorContext) =>
  Node.create({
    name: 'source',
    content: '(text | hardBreak)*',
    defining: true,
    addAttributes: () => {
      const { isRequired: _, validate, ...id } = footnoteIdAttribute()
      // ProseMirror must be able to make one where a list asks for it; footnotes.ts gives it an id at once.
      return { id: { ...id, default: '', validate: (value: unknown) => value === '' || validate(value) } }
    },
    parseHTML: () => [{ tag: 'li.source', priority: 60, getAttrs: hasFootnoteId }],
    renderHTML: ({ HTMLAttributes }) => ['li', { ...HTMLAttributes, class: 'source' }, 0],
    addNodeView: () => sourceView(context),
  })
