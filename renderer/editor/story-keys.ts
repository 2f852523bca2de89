import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { editSelectedPicture } from './picture-view.ts'
import type { EditorCommand, EditorContext } from './story-editor-types.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad)/.test(navigator.userAgent)

// Modifiers in the order Mod, Alt, Shift; letters as on a Latin keyboard, digits as printed on the keys.
const shortcuts: Readonly<Record<string, EditorCommand | 'ask-for-link'>> = {
  'Mod-b': 'bold',
  'Mod-i': 'italic',
  'Mod-u': 'underline',
  'Mod-Shift-x': 'strike',
  'Mod-Shift-k': 'ask-for-link',
  'Mod-Alt-0': 'paragraph',
  'Mod-Alt-2': 'heading-2',
  'Mod-Alt-3': 'heading-3',
  'Mod-Alt-4': 'heading-4',
  'Mod-Shift-7': 'numbered-list',
  'Mod-Shift-8': 'bullet-list',
  'Mod-Shift-9': 'quote',
  'Mod-z': 'undo',
  'Mod-Shift-z': 'redo',
  'Mod-y': 'redo',
  'Shift-Enter': 'hard-break',
  'Mod-Enter': 'hard-break',
}

/**
 * The key's name on a Latin keyboard: on an Arabic one Ctrl+B arrives as `لا`, two characters that no keymap matches.
 * A Latin letter is taken as it comes, so that AZERTY and Dvorak keep theirs.
 */
function latinName(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)
  if (digit) return digit[1] ?? ''
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(event.code)
  return letter ? (letter[1] ?? '').toLowerCase() : event.key
}

/** The command of a key press; undefined where it is not one of ours. AltGr writes characters and is never a command. */
export function shortcutOf(event: KeyboardEvent): EditorCommand | 'ask-for-link' | undefined {
  if (event.isComposing || event.getModifierState('AltGraph')) return undefined
  const isMod = isMac ? event.metaKey : event.ctrlKey
  if ((isMac ? event.ctrlKey : event.metaKey) || (!isMod && event.key !== 'Enter')) return undefined
  const modifiers = `${isMod ? 'Mod-' : ''}${event.altKey ? 'Alt-' : ''}${event.shiftKey ? 'Shift-' : ''}`
  return shortcuts[modifiers + latinName(event)]
}

function handleKey(view: EditorView, event: KeyboardEvent, context: EditorContext): boolean {
  if (
    event.key === 'Enter' &&
    !event.shiftKey &&
    !event.ctrlKey &&
    !event.metaKey &&
    editSelectedPicture(view)
  )
    return true
  const command = shortcutOf(event)
  if (!command) return false
  if (command === 'ask-for-link') context.askForLink()
  else context.run(command)
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
