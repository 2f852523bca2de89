import { Gapcursor } from '@tiptap/extensions'
import { logicalArrows } from './logical-arrows.ts'
import type { EditorContext } from './story-editor-types.ts'

/** The caret where there is no text: before a first table, between two pictures. Its arrows follow the text. */
export const gapCursor = (context: Pick<EditorContext, 'base'>) =>
  Gapcursor.extend({
    addProseMirrorPlugins() {
      return (this.parent?.() ?? []).map((plugin) => logicalArrows(plugin, context.base))
    },
  })
