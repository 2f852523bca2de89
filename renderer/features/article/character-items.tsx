import { flushSync } from 'react-dom'
import { commandOf, type CommandId } from '../../../core/commands/table.ts'
import type { EditorCommand } from '../../editor/story-editor-types.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { capsOf, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'

const characters = [
  'insert-zwnj',
  'insert-zwj',
  'insert-nbsp',
  'insert-tatweel',
  'insert-rlm',
  'insert-lrm',
  'insert-alm',
] as const satisfies readonly EditorCommand[]

interface CharacterItemsProps {
  editor: StoryEditor
  isDisabled?: boolean
  /** Takes the menu away. */
  onChosen: () => void
}

/** The characters that keyboards lack as items of a menu, with their keys; afterwards the caret is in the story again. */
export function CharacterItems({ editor, isDisabled = false, onChosen }: CharacterItemsProps) {
  const { t } = useWords()
  const insert = (character: (typeof characters)[number]) => {
    // First away: while it is there it holds the focus.
    flushSync(onChosen)
    editor.run(character)
    // The button that opened the menu takes the focus in the frame in which the menu goes.
    requestAnimationFrame(() => requestAnimationFrame(() => editor.focus()))
  }
  return characters.map((each) => {
    const id: CommandId = `story.${each}`
    const label = commandOf(id)?.label
    return (
      <button
        key={each}
        className="menu-item with-keys"
        type="button"
        disabled={isDisabled}
        onClick={() => insert(each)}
      >
        <span className="grow">{label && t(label)}</span>
        <span aria-hidden="true" className="contents">
          <KeyCaps caps={capsOf(id)} />
        </span>
      </button>
    )
  })
}
