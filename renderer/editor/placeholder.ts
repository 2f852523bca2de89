import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { EditorContext } from './story-editor-types.ts'

/** The words in an empty story, shown by the style sheet from `data-placeholder`. */
export const placeholder = (context: Pick<EditorContext, 'placeholder'>) =>
  Extension.create({
    name: 'placeholder',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations({ doc }) {
            const first = doc.firstChild
            if (doc.childCount !== 1 || first?.type.name !== 'paragraph' || first.content.size > 0)
              return null
            const attributes = { class: 'placeholder', 'data-placeholder': context.placeholder }
            return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, attributes)])
          },
        },
      }),
    ],
  })
