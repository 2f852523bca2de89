import { Node } from '@tiptap/core'

/** Characters. */
export const Text = Node.create({ name: 'text', group: 'inline' })
