import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowsMerge } from '@phosphor-icons/react/dist/icons/ArrowsMerge'
import { ArrowsSplit } from '@phosphor-icons/react/dist/icons/ArrowsSplit'
import { Check } from '@phosphor-icons/react/dist/icons/Check'
import { ColumnsPlusLeft } from '@phosphor-icons/react/dist/icons/ColumnsPlusLeft'
import { ColumnsPlusRight } from '@phosphor-icons/react/dist/icons/ColumnsPlusRight'
import { RowsPlusBottom } from '@phosphor-icons/react/dist/icons/RowsPlusBottom'
import { RowsPlusTop } from '@phosphor-icons/react/dist/icons/RowsPlusTop'
import { Table } from '@phosphor-icons/react/dist/icons/Table'
import { Trash } from '@phosphor-icons/react/dist/icons/Trash'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { DialogTrigger, Popover } from 'react-aria-components'
import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import type { TableCommand, ToolbarState } from '../../../editor/story-editor-types.ts'
import { IconButton } from '../../../ui/controls.tsx'
import { dismissName } from '../../../ui/dismiss-name.ts'
import { Icon } from '../../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../../ui/key-caps.tsx'
import { choicesIn, moveInMenu } from '../../../ui/menu-keys.ts'
import { useWords } from '../../../ui/words.tsx'
import { whyNot } from './why-not.ts'
import './table-menu.css'

interface Choice {
  command: TableCommand
  label: MessageKey
  /** None for a switch, which has a tick while it is on. */
  icon?: PhosphorIcon
  points?: true
  isOn?: (state: ToolbarState) => boolean
}
const groups: readonly (readonly Choice[])[] = [
  [
    { command: 'table-row-before', label: 'table.rowBefore', icon: RowsPlusTop },
    { command: 'table-row-after', label: 'table.rowAfter', icon: RowsPlusBottom },
    { command: 'table-column-before', label: 'table.columnBefore', icon: ColumnsPlusLeft, points: true },
    { command: 'table-column-after', label: 'table.columnAfter', icon: ColumnsPlusRight, points: true },
  ],
  [
    { command: 'table-header-row', label: 'table.headerRow', isOn: (on) => on.headerRow },
    { command: 'table-header-column', label: 'table.headerColumn', isOn: (on) => on.headerColumn },
  ],
  [
    { command: 'table-merge', label: 'table.merge', icon: ArrowsMerge },
    { command: 'table-split', label: 'table.split', icon: ArrowsSplit },
  ],
  [
    { command: 'table-delete-row', label: 'table.deleteRow', icon: Trash },
    { command: 'table-delete-column', label: 'table.deleteColumn', icon: Trash },
    { command: 'table-delete', label: 'table.delete', icon: Trash },
  ],
]

interface TableMenuProps {
  editor: StoryEditor
  state: ToolbarState
}

/** What can be done with the table that the caret is in. */
export function TableMenu({ editor, state }: TableMenuProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton
        icon={Table}
        name={t('table.menu')}
        hasMenu
        isDisabled={state.readOnly}
        onPress={() => setOpen(!isOpen)}
      />
      <Popover
        className="float"
        placement="bottom"
        offset={6}
        aria-label={t('table.menu')}
        ref={dismissName(t('dialog.close'))}
      >
        <Choices
          {...{ editor, state }}
          onChosen={(command) => {
            // First away: while it is there it holds the focus.
            flushSync(() => setOpen(false))
            editor.run(command)
          }}
        />
      </Popover>
    </DialogTrigger>
  )
}

function Choices({
  editor,
  state,
  onChosen,
}: TableMenuProps & { onChosen: (command: TableCommand) => void }) {
  const { t } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  const [refused] = useState(
    () => new Set(groups.flat().flatMap(({ command }) => (editor.can(command) ? [] : [command]))),
  )
  useEffect(() => choicesIn(menu.current)[0]?.focus(), [])
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className="menu table-menu"
      aria-label={t('table.menu')}
      onKeyDown={(event) => moveInMenu(event, menu.current)}
    >
      {groups.map((group) => (
        <div key={group[0]?.command} role="group" className="table-menu-group">
          {group.map((choice) => (
            <Item
              key={choice.command}
              choice={choice}
              isOn={choice.isOn?.(state)}
              why={refused.has(choice.command) ? whyNot(choice.command, state.inTable) : undefined}
              onChoose={() => onChosen(choice.command)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface ItemProps {
  choice: Choice
  isOn: boolean | undefined
  /** Where it does not apply: why, if there is something to say. */
  why: MessageKey | null | undefined
  onChoose: () => void
}

/** One that does not apply keeps its place among the arrows, and says why. */
function Item({ choice: { command, label, icon, points }, isOn, why, onChoose }: ItemProps) {
  const { t } = useWords()
  const isRefused = why !== undefined
  return (
    <button
      type="button"
      role={isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={isOn}
      aria-disabled={isRefused}
      tabIndex={-1}
      className="menu-item with-icon"
      onClick={() => isRefused || onChoose()}
    >
      <span className="table-menu-icon">
        {icon ? <Icon of={icon} size="text" points={points} /> : isOn && <Icon of={Check} size="text" />}
      </span>
      <span className="grow">
        <span>{t(label)}</span>
        {why && <small>{t(why)}</small>}
      </span>
      <span aria-hidden="true" className="contents">
        <KeyCaps caps={capsOf(`story.${command}`)} />
      </span>
    </button>
  )
}
