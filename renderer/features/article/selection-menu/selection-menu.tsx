import { ArrowsLeftRight } from '@phosphor-icons/react/dist/icons/ArrowsLeftRight'
import { LinkSimple } from '@phosphor-icons/react/dist/icons/LinkSimple'
import { TextHThree } from '@phosphor-icons/react/dist/icons/TextHThree'
import { TextHTwo } from '@phosphor-icons/react/dist/icons/TextHTwo'
import { useEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components'
import { readSelection } from '../../../editor/read-selection.ts'
import { linesOf } from '../../../editor/selected-lines.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { Beside } from '../../../ui/beside.tsx'
import { IconButton } from '../../../ui/controls.tsx'
import { useWords } from '../../../ui/words.tsx'
import { ToolButton, tools, useToolbarState, type Tool } from '../story-tool.tsx'
import type { ToolAsked } from '../tool-asked.ts'
import { useShown, type Shown } from './use-shown.ts'
import './selection-menu.css'

interface SelectionMenuProps {
  editor: StoryEditor
  /** It was asked for by its key: the focus goes into it. */
  asked: ToolAsked | null
  onLink: () => void
}
const marks: readonly Tool[] = [tools.bold, tools.italic]
const words: readonly Tool[] = [
  tools.isolate,
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
  tools.quote,
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
  const state = useToolbarState(editor)
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
  const tool = (each: Tool) => <ToolButton key={each.command} tool={each} {...{ editor, state }} />
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
