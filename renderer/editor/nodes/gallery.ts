import { Node } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { maxGallery } from '../../../core/model/body.ts'
import { dissolveSmall, galleryKeys } from '../gallery-moves.ts'
import { galleryView } from '../gallery-view.ts'
import type { EditorContext } from '../story-editor-types.ts'

/** Pictures that are seen together, with a caption for all. With fewer than two it becomes what is left of it. */
export const storyGallery = (context: EditorContext) =>
  Node.create({
    name: 'gallery',
    group: 'block',
    // One and none only until the edit that left them is over (dissolveSmall): no picture can be made from nothing.
    content: `image{0,${maxGallery}}`,
    isolating: true,
    // Its own mark shows where a picture will go: the line across a page means nothing in a grid.
    extendNodeSchema: ({ name }) => (name === 'gallery' ? { disableDropCursor: true } : {}),
    addAttributes: () => ({
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-caption') ?? '',
        renderHTML: (attributes) =>
          attributes.caption ? { 'data-caption': attributes.caption as unknown } : {},
        validate: 'string',
      },
    }),
    parseHTML: () => [{ tag: 'figure[data-gallery]' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', { ...HTMLAttributes, 'data-gallery': '' }, 0],
    renderText: ({ node }) => String(node.attrs.caption),
    addNodeView: () => galleryView(context),
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction: (transactions, _old, state) => dissolveSmall(transactions, state),
        props: { handleKeyDown: (view, event) => galleryKeys(view, event, context) },
      }),
    ],
  })
