import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { noteView } from '../note-view.ts'
import type { EditorContext } from '../story-editor-types.ts'

/** What TipTap says of a node whose text it wants; its type leaves the range out. */
interface Asked {
  node: ProseMirrorNode
  pos: number
  range: { from: number; to: number }
}

/** The words of a note that lie between two positions, where both are in it; '' for who copies what is around. */
function ownWords({ node, pos, range }: Asked): string {
  const end = pos + node.nodeSize
  if (range.from <= pos || range.to >= end) return ''
  return node.textBetween(range.from - pos - 1, range.to - pos - 1, '\n\n', '\n')
}

/**
 * Words for whoever works on the text; they are never published. Isolating: a key at its edge must not draw words of the
 * story into it, where nobody would read them, nor its own out of it.
 */
export const storyNote = (context: EditorContext) =>
  Node.create({
    name: 'note',
    group: 'block',
    content: 'paragraph+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'aside.note' }],
    renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, class: 'note' }, 0],
    renderText: (asked) => ownWords(asked as typeof asked & Asked),
    addNodeView: () => noteView(context),
  })
