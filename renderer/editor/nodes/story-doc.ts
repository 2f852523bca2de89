import { Node } from '@tiptap/core'

/** The story: one or more blocks, and at its end where it has what it says from. */
export const StoryDoc = Node.create({ name: 'doc', topNode: true, content: '(block | feature)+ sources?' })
