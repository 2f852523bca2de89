import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { readSelectionAtLeaving } from './read-selection.ts'

/**
 * What was selected when the story loses the focus is what it knows as selected: Shift+End and Ctrl+K pressed in one
 * breath open the palette before the browser has told of the selection, and it would not be listened to any more. Where
 * nobody has touched the story since it has the focus, it knows better: a browser that is given the focus may put the caret
 * at the beginning first.
 */
export const selectionAtLeaving = Extension.create({
  name: 'selectionAtLeaving',
  addProseMirrorPlugins: () => [leavingPlugin()],
})

function leavingPlugin(): Plugin {
  let isTouched = false
  const touched = (): void => {
    isTouched = true
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus: () => {
          isTouched = false
        },
        keydown: touched,
        mouseup: touched,
        blur: (view) => {
          if (isTouched) readSelectionAtLeaving(view)
        },
      },
    },
  })
}
