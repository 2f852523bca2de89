import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isPressed } from '../../core/commands/keys.ts'
import { commands } from '../../core/commands/table.ts'
import { readSelection } from './read-selection.ts'
import { editSelectedCard } from './embed-card.ts'
import { editSelectedPicture } from './picture-view.ts'
import { askable, type Asked, type EditorCommand, type EditorContext } from './story-editor-types.ts'

/** Of the editor's commands the table has, those that its keys ask for; `ask-for-…` asks for something first. */
type StoryKeyCommand = EditorCommand | `ask-for-${Asked}`
const prefix = 'story.'
const ofTheStory = commands.filter(({ id }) => id.startsWith(prefix))

/** What a command of the table asks for first; undefined where it runs at once. */
export const askedBy = (command: string): Asked | undefined =>
  askable.find((what) => command === `ask-for-${what}`)

/** The command of a key press; undefined where it is not one of ours. */
export function shortcutOf(event: KeyboardEvent): StoryKeyCommand | undefined {
  const found = ofTheStory.find(({ keys }) => keys?.some((each) => isPressed(each, event)))
  if (found) return found.id.slice(prefix.length) as StoryKeyCommand
  const breaksLine =
    event.key === 'Enter' && event.shiftKey !== (event.ctrlKey || event.metaKey) && !event.altKey
  return breaksLine && !event.isComposing ? 'hard-break' : undefined
}

/** Keys that ProseMirror answers itself, at the selection that it knows of. */
const cutting = new Set(['Enter', 'Backspace', 'Delete', 'Tab'])

function handleKey(view: EditorView, event: KeyboardEvent, context: EditorContext): boolean {
  // Ctrl+End and Enter in one breath: the line is to be broken where the caret is by now.
  if (cutting.has(event.key) && !event.isComposing) readSelection(view)
  if (
    event.key === 'Enter' &&
    !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) &&
    (editSelectedPicture(view) || editSelectedCard(view, context))
  )
    return true
  const command = shortcutOf(event)
  if (!command) return false
  const asked = askedBy(command)
  if (asked) context.ask(asked)
  else context.run(command as EditorCommand)
  // Ours even where it does not apply: the browser's own bold or underline must not run instead.
  return true
}

/** The editor's shortcuts, by the place of a key where the layout writes no Latin letters. */
export const storyKeys = (context: EditorContext) =>
  Extension.create({
    name: 'storyKeys',
    priority: 1100,
    addProseMirrorPlugins: () => [
      new Plugin({ props: { handleKeyDown: (view, event) => handleKey(view, event, context) } }),
    ],
  })
