import { isPressed } from '../../core/commands/keys.ts'
import { commands, type CommandId } from '../../core/commands/table.ts'

/** What was pressed before there was anything to answer it. */
export interface Held {
  commands: readonly CommandId[]
  /** Typed after the last command, for what that opens. */
  letters: readonly string[]
}

/** After these somebody types into what they open, and not into the story. */
const leadElsewhere: readonly CommandId[] = [
  'search.focus',
  'palette.open',
  'help.keys',
  'settings.open',
  'article.export',
  'versions.open',
  'trash.open',
  'names.open',
]

/**
 * Keeps the keys of commands from the browser while nothing runs them yet (Ctrl+S would save the page), and letters
 * meant for what they open from the story. Answers how to stop, which hands over what was held.
 */
export function holdCommands(): () => Held {
  let held: CommandId[] = []
  let letters: string[] = []
  const hold = (event: KeyboardEvent): void => {
    // The story's own commands are answered where its caret is.
    const found = commands.find(
      ({ id, keys }) => !id.startsWith('story.') && keys?.some((each) => isPressed(each, event)),
    )
    const last = held.at(-1)
    const isElsewhere = last !== undefined && leadElsewhere.includes(last)
    if (found) {
      held.push(found.id)
      letters = []
    } else if (isElsewhere && event.key === 'Escape') {
      held = held.slice(0, -1)
      letters = []
    } else if (isElsewhere && !event.ctrlKey && !event.metaKey && !event.altKey) letters.push(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', hold, { capture: true })
  return () => {
    window.removeEventListener('keydown', hold, { capture: true })
    return { commands: held, letters }
  }
}
