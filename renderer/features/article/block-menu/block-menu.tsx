import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import { Check } from '@phosphor-icons/react/dist/icons/Check'
import { Copy } from '@phosphor-icons/react/dist/icons/Copy'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Popover } from 'react-aria-components'
import { BlockHandle } from '../../../editor/moving/block-handle.ts'
import { readSelection } from '../../../editor/read-selection.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { toolbarState } from '../../../editor/toolbar-state.ts'
import { dismissName } from '../../../ui/dismiss-name.ts'
import { Icon } from '../../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../../ui/key-caps.tsx'
import { choicesIn, moveInMenu } from '../../../ui/menu-keys.ts'
import { useWords } from '../../../ui/words.tsx'
import { blockIcons, pointing } from '../slash/block-icons.ts'
import type { ToolAsked } from '../tool-asked.ts'
import {
  blockSections,
  commandsOf,
  editorCommandOf,
  isAlready,
  type BlockCommand,
  type BlockCommandId,
  type ListedBlockCommand,
} from './block-commands.ts'
import '../../../editor/moving/block-handle.css'
import './block-menu.css'

const icons = {
  ...blockIcons,
  'story.move-up': ArrowUp,
  'story.move-down': ArrowDown,
  'story.duplicate': Copy,
  'story.delete-block': Trash,
} as const satisfies Record<BlockCommandId, PhosphorIcon>

interface BlockMenuProps {
  editor: StoryEditor
  asked: ToolAsked | null
}

/** The grip beside the block under the pointer, and the menu that it opens: by a press, or by a key for the block with the caret. */
export function BlockMenu({ editor, asked }: BlockMenuProps) {
  const { t } = useWords()
  const name = t('blockMenu.name')
  const [grip, setGrip] = useState<HTMLElement | null>(null)
  const trigger = useRef<HTMLElement | null>(null)
  const handle = useRef<BlockHandle | null>(null)
  /** Brings the caret back to where it was before the menu selected its block. */
  const giveBack = useRef<() => void>(() => undefined)
  useEffect(() => {
    const onMenu = (opened: HTMLElement) => {
      trigger.current = opened
      setGrip(opened)
    }
    const made = new BlockHandle({ view: editor.view, name, onMenu })
    handle.current = made
    return made.open()
  }, [editor, name])
  useEffect(() => {
    if (asked?.what !== 'block-menu') return
    const { view } = editor
    // While the story has the focus: where the caret came in the same breath is not told yet.
    readSelection(view)
    const before = view.state.selection.getBookmark()
    if (!handle.current?.openMenu()) return
    giveBack.current = () => view.dispatch(view.state.tr.setSelection(before.resolve(view.state.doc)))
  }, [asked, editor])
  const close = () => {
    // First away: while it is there it holds the focus.
    flushSync(() => setGrip(null))
    handle.current?.letGo()
  }
  const leave = () => {
    close()
    giveBack.current()
    giveBack.current = () => undefined
    editor.focus()
  }
  const run = (command: BlockCommand) => {
    close()
    giveBack.current = () => undefined
    if (!editor.run(command)) editor.focus()
  }
  return (
    grip && (
      <Popover
        className="float"
        isOpen
        triggerRef={trigger}
        // Away from the text: whoever chooses sees what it is for.
        placement={grip.dir === 'rtl' ? 'right top' : 'left top'}
        offset={4}
        aria-label={name}
        ref={dismissName(t('dialog.close'))}
        onOpenChange={(isOpen) => isOpen || leave()}
      >
        <Choices editor={editor} onChosen={run} />
      </Popover>
    )
  )
}

interface BlockChoice extends ListedBlockCommand {
  /** It is so already; undefined where it is nothing that a block is. */
  isOn: boolean | undefined
  applies: boolean
}

/** What can be done with the block that is selected. */
function partsAt(editor: StoryEditor) {
  const { view } = editor
  const state = toolbarState(view.state, editor.base(), view.editable)
  return blockSections.map((section) => ({
    section,
    // What it cannot become is left out; what only does not apply here keeps its place.
    choices: commandsOf(section).flatMap((choice): BlockChoice[] => {
      const isOn = isAlready(choice.id, state)
      const applies = isOn === true || editor.can(editorCommandOf(choice.id))
      return section !== 'turn' || (isOn !== undefined && applies) ? [{ ...choice, isOn, applies }] : []
    }),
  }))
}

interface ChoicesProps {
  editor: StoryEditor
  onChosen: (command: BlockCommand) => void
}

function Choices({ editor, onChosen }: ChoicesProps) {
  const { t } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  // Asked once: what is selected does not change while the menu stands.
  const [parts] = useState(() => partsAt(editor))
  useEffect(() => choicesIn(menu.current)[0]?.focus(), [])
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className="menu block-menu"
      aria-label={t('blockMenu.name')}
      onKeyDown={(event) => moveInMenu(event, menu.current)}
    >
      {parts
        .filter(({ choices }) => choices.length > 0)
        .map(({ section, choices }) => (
          <div
            key={section}
            role="group"
            className="block-menu-group"
            aria-label={section === 'turn' ? t('blockMenu.turn') : undefined}
          >
            {section === 'turn' && (
              <span aria-hidden="true" className="menu-name">
                {t('blockMenu.turn')}
              </span>
            )}
            {choices.map((choice) => (
              <Item key={choice.id} choice={choice} onChoose={() => onChosen(editorCommandOf(choice.id))} />
            ))}
          </div>
        ))}
    </div>
  )
}

interface ItemProps {
  choice: BlockChoice
  onChoose: () => void
}

function Item({ choice: { id, label, isOn, applies }, onChoose }: ItemProps) {
  const { t } = useWords()
  return (
    <button
      type="button"
      role={isOn === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={isOn}
      aria-disabled={!applies}
      tabIndex={-1}
      className="menu-item with-icon"
      onClick={() => applies && onChoose()}
    >
      <Icon of={icons[id]} size="text" points={pointing.has(id)} />
      <span className="grow">{t(label)}</span>
      {isOn && <Icon of={Check} size="text" />}
      <span aria-hidden="true" className="contents">
        <KeyCaps caps={capsOf(id)} />
      </span>
    </button>
  )
}
