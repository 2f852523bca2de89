import { Node } from '@tiptap/core'

/** The story: one or more blocks. */
export const StoryDoc = Node.create({ name: 'doc', topNode: true, content: 'block+' })
