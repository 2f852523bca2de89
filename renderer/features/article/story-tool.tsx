import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { BracketsSquare } from '@phosphor-icons/react/dist/icons/BracketsSquare'
import { Quotes } from '@phosphor-icons/react/dist/icons/Quotes'
import { TextB } from '@phosphor-icons/react/dist/icons/TextB'
import { TextItalic } from '@phosphor-icons/react/dist/icons/TextItalic'
import { useCallback, useSyncExternalStore } from 'react'
import { commandOf } from '../../../core/commands/table.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { EditorCommand, ToolbarState } from '../../editor/story-editor-types.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { IconButton } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

/** A button that runs one command of the editor. */
export interface Tool {
  command: EditorCommand
  label: MessageKey
  icon: PhosphorIcon
  /** The icon points somewhere: it is mirrored where the interface goes from right to left. */
  points?: true
  /** Pressed while this holds; absent where it is no switch. */
  isOn?: (state: ToolbarState) => boolean
}

/** Those that stand in more rows than one. */
export const tools = {
  bold: { command: 'bold', label: 'format.bold', icon: TextB, isOn: (on) => on.bold },
  italic: { command: 'italic', label: 'format.italic', icon: TextItalic, isOn: (on) => on.italic },
  isolate: { command: 'isolate', label: 'format.isolate', icon: BracketsSquare, isOn: (on) => on.isolate },
  quote: {
    command: 'quote',
    label: 'format.quote',
    icon: Quotes,
    points: true,
    isOn: (on) => on.quote === 'quote',
  },
} as const satisfies Record<string, Tool>

/** What the editor's tools look like now. */
export const useToolbarState = (editor: StoryEditor): ToolbarState =>
  useSyncExternalStore(
    useCallback((listener: () => void) => editor.onState(listener), [editor]),
    () => editor.state(),
  )

interface ToolButtonProps {
  tool: Tool
  editor: StoryEditor
  state: ToolbarState
}

/** A tool in a row of them. */
export function ToolButton({ tool, editor, state }: ToolButtonProps) {
  const { t } = useWords()
  const { command, label, icon, points, isOn } = tool
  return (
    <IconButton
      icon={icon}
      name={t(label)}
      command={commandOf(`story.${command}`)?.id}
      points={points}
      isPressed={isOn?.(state)}
      isDisabled={state.readOnly}
      onPress={() => editor.run(command)}
    />
  )
}
