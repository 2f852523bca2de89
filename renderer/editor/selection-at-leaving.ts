import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { readSelectionAtLeaving } from './read-selection.ts'

/**
 * What was selected when the story loses the focus is what it knows as selected: Shift+End and Ctrl+K pressed in one
 * breath open the palette before the browser has told of the selection, and it would not be listened to any more.
 */
export const selectionAtLeaving = Extension.create({
  name: 'selectionAtLeaving',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { blur: readSelectionAtLeaving } } })],
})
