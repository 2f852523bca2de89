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
import { useState } from 'react'
import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import type { TableCommand, ToolbarState } from '../../../editor/story-editor-types.ts'
import { IconButton } from '../../../ui/controls.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../../ui/key-caps.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { useMenuButton } from '../../../ui/use-menu-button.ts'
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
  const menu = useMenuButton()
  return (
    <>
      <IconButton
        icon={Table}
        name={t('table.menu')}
        menu={menu}
        isDisabled={state.readOnly}
        onPress={menu.press}
      />
      {menu.isOpen && (
        <Menu name={t('table.menu')} place="below-middle" className="table-menu" {...menu.spot}>
          <Choices editor={editor} state={state} />
        </Menu>
      )}
    </>
  )
}

function Choices({ editor, state }: TableMenuProps) {
  const [refused] = useState(
    () => new Set(groups.flat().flatMap(({ command }) => (editor.can(command) ? [] : [command]))),
  )
  return groups.map((group) => (
    <div key={group[0]?.command} role="group" className="menu-group">
      {group.map((choice) => (
        <Item
          key={choice.command}
          choice={choice}
          isOn={choice.isOn?.(state)}
          why={refused.has(choice.command) ? whyNot(choice.command, state.inTable) : undefined}
          onChoose={() => editor.run(choice.command)}
        />
      ))}
    </div>
  ))
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
  return (
    <MenuItem
      className="with-icon"
      kind={isOn === undefined ? undefined : 'switch'}
      isOn={isOn}
      isRefused={why !== undefined}
      onChoose={onChoose}
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
    </MenuItem>
  )
}
