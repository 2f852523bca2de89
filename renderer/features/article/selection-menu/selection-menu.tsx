import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArrowsLeftRight } from '@phosphor-icons/react/dist/icons/ArrowsLeftRight'
import { BracketsSquare } from '@phosphor-icons/react/dist/icons/BracketsSquare'
import { LinkSimple } from '@phosphor-icons/react/dist/icons/LinkSimple'
import { Quotes } from '@phosphor-icons/react/dist/icons/Quotes'
import { TextB } from '@phosphor-icons/react/dist/icons/TextB'
import { TextHThree } from '@phosphor-icons/react/dist/icons/TextHThree'
import { TextHTwo } from '@phosphor-icons/react/dist/icons/TextHTwo'
import { TextItalic } from '@phosphor-icons/react/dist/icons/TextItalic'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { Toolbar } from 'react-aria-components'
import { commandOf } from '../../../../core/commands/table.ts'
import type { MessageKey } from '../../../../core/i18n/languages.ts'
import { readSelection } from '../../../editor/read-selection.ts'
import { linesOf } from '../../../editor/selected-lines.ts'
import type { EditorCommand, ToolbarState } from '../../../editor/story-editor-types.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { Beside } from '../../../ui/beside.tsx'
import { IconButton } from '../../../ui/controls.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ToolAsked } from '../tool-asked.ts'
import { useShown, type Shown } from './use-shown.ts'
import './selection-menu.css'

interface SelectionMenuProps {
  editor: StoryEditor
  /** It was asked for by its key: the focus goes into it. */
  asked: ToolAsked | null
  onLink: () => void
}
interface Tool {
  command: EditorCommand
  label: MessageKey
  icon: PhosphorIcon
  points?: true
  isOn?: (state: ToolbarState) => boolean
}
const marks: readonly Tool[] = [
  { command: 'bold', label: 'format.bold', icon: TextB, isOn: (on) => on.bold },
  { command: 'italic', label: 'format.italic', icon: TextItalic, isOn: (on) => on.italic },
]
const words: readonly Tool[] = [
  { command: 'isolate', label: 'format.isolate', icon: BracketsSquare, isOn: (on) => on.isolate },
  { command: 'direction-flip', label: 'format.direction', icon: ArrowsLeftRight },
]
const blocks: readonly Tool[] = [
  {
    command: 'heading-2',
    label: 'format.heading2',
    icon: TextHTwo,
    isOn: (on) => on.block === 'heading-2',
  },
  {
    command: 'heading-3',
    label: 'format.heading3',
    icon: TextHThree,
    isOn: (on) => on.block === 'heading-3',
  },
  {
    command: 'quote',
    label: 'format.quote',
    icon: Quotes,
    points: true,
    isOn: (on) => on.quote === 'quote',
  },
]

/** The tools at the selection: beside its lines, never on them. They come when the mouse is let go, or by their key. */
export function SelectionMenu({ editor, asked, onLink }: SelectionMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const [shown, hide] = useShown(editor, menu, asked)
  return (
    shown && (
      <div ref={menu} role="presentation">
        <Tools {...{ editor, onLink, hide }} shown={shown} />
      </div>
    )
  )
}

interface ToolsProps extends Omit<SelectionMenuProps, 'asked'> {
  shown: Shown
  hide: () => void
}

function Tools({ editor, onLink, hide, shown }: ToolsProps) {
  const { t } = useWords()
  const row = useRef<HTMLDivElement>(null)
  const state = useSyncExternalStore(
    useCallback((listener: () => void) => editor.onState(listener), [editor]),
    () => editor.state(),
  )
  useEffect(() => {
    if (shown === 'by-pointer') return
    // While the story has the focus: what was selected in the same breath is not told yet.
    readSelection(editor.view)
    row.current?.querySelector<HTMLElement>('button')?.focus()
  }, [editor, shown])
  const leave = () => {
    hide()
    editor.focus()
  }
  const tool = ({ command, label, icon, points, isOn }: Tool) => (
    <IconButton
      key={command}
      icon={icon}
      name={t(label)}
      command={commandOf(`story.${command}`)?.id}
      points={points}
      isPressed={isOn?.(state)}
      onPress={() => editor.run(command)}
    />
  )
  const { view } = editor
  const lines = () => linesOf(view)
  return (
    <Beside
      className="selection-menu"
      takesEscape
      stretches={() => lines().stretches}
      room={() => lines().room}
      align={lines().isOneLine ? 'middle' : state.direction}
      side={lines().side}
    >
      <Toolbar ref={row} className="tray-row" aria-label={t('selection.name')}>
        {marks.map(tool)}
        <IconButton
          icon={LinkSimple}
          name={t('format.link')}
          command="story.ask-for-link"
          isPressed={state.link !== null}
          onPress={() => {
            leave()
            onLink()
          }}
        />
        <i className="gap" />
        {words.map(tool)}
        <i className="gap" />
        {blocks.map(tool)}
      </Toolbar>
    </Beside>
  )
}
