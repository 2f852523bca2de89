import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import { Check } from '@phosphor-icons/react/dist/icons/Check'
import { Copy } from '@phosphor-icons/react/dist/icons/Copy'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { useEffect, useRef, useState } from 'react'
import { BlockHandle } from '../../../editor/moving/block-handle.ts'
import { readSelection } from '../../../editor/read-selection.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { toolbarState } from '../../../editor/toolbar-state.ts'
import { useAnchor } from '../../../ui/float.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../../ui/key-caps.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { useWords } from '../../../ui/words.tsx'
import { blockIcons, pointing } from '../slash/block-icons.ts'
import type { ToolAsked } from '../tool-asked.ts'
import {
  blockSections,
  commandsOf,
  editorCommandOf,
  isAlready,
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
  const anchor = useAnchor()
  const handle = useRef<BlockHandle | null>(null)
  /** Brings the caret back to where it was before the menu selected its block: by a key, and not by a press. */
  const giveBack = useRef<(() => void) | null>(null)
  useEffect(() => {
    let opening = 0
    const onMenu = (opened: HTMLElement) => {
      giveBack.current = null
      opened.style.setProperty('anchor-name', anchor.name)
      // A press on the grip is over first: at its end the browser closes what it was outside of.
      opening = window.setTimeout(() => setGrip(opened))
    }
    const made = new BlockHandle({ view: editor.view, name, onMenu })
    handle.current = made
    const close = made.open()
    return () => {
      window.clearTimeout(opening)
      close()
    }
  }, [editor, name, anchor.name])
  useEffect(() => {
    if (asked?.what !== 'block-menu') return
    const { view } = editor
    // While the story has the focus: where the caret came in the same breath is not told yet.
    readSelection(view)
    const before = view.state.selection.getBookmark()
    if (!handle.current?.openMenu()) return
    giveBack.current = () => view.dispatch(view.state.tr.setSelection(before.resolve(view.state.doc)))
  }, [asked, editor])
  return (
    grip && (
      <Menu
        name={name}
        anchor={anchor.name}
        // Away from the text: whoever chooses sees what it is for.
        place={{ before: grip.dir === 'rtl' ? 'rtl' : 'ltr' }}
        className="block-menu"
        onClose={() => {
          setGrip(null)
          handle.current?.letGo()
        }}
        onEscape={() => {
          giveBack.current?.()
          editor.focus()
        }}
      >
        <Choices editor={editor} />
      </Menu>
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

function Choices({ editor }: { editor: StoryEditor }) {
  const { t } = useWords()
  // Asked once: what is selected does not change while the menu stands.
  const [parts] = useState(() => partsAt(editor))
  return parts
    .filter(({ choices }) => choices.length > 0)
    .map(({ section, choices }) => (
      <div
        key={section}
        role="group"
        className="menu-group"
        aria-label={section === 'turn' ? t('blockMenu.turn') : undefined}
      >
        {section === 'turn' && (
          <span aria-hidden="true" className="menu-name">
            {t('blockMenu.turn')}
          </span>
        )}
        {choices.map((choice) => (
          <Item
            key={choice.id}
            choice={choice}
            onChoose={() => editor.run(editorCommandOf(choice.id)) || editor.focus()}
          />
        ))}
      </div>
    ))
}

interface ItemProps {
  choice: BlockChoice
  onChoose: () => void
}

function Item({ choice: { id, label, isOn, applies }, onChoose }: ItemProps) {
  const { t } = useWords()
  return (
    <MenuItem
      className="with-icon"
      kind={isOn === undefined ? undefined : 'one-of'}
      isOn={isOn}
      isRefused={!applies}
      onChoose={onChoose}
    >
      <Icon of={icons[id]} size="text" points={pointing.has(id)} />
      <span className="grow">{t(label)}</span>
      {isOn && <Icon of={Check} size="text" />}
      <span aria-hidden="true" className="contents">
        <KeyCaps caps={capsOf(id)} />
      </span>
    </MenuItem>
  )
}
