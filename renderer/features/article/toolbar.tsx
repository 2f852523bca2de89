import { ArrowUUpLeft } from '@phosphor-icons/react/dist/icons/ArrowUUpLeft'
import { ArrowUUpRight } from '@phosphor-icons/react/dist/icons/ArrowUUpRight'
import { ArrowsLeftRight } from '@phosphor-icons/react/dist/icons/ArrowsLeftRight'
import { ChatCenteredText } from '@phosphor-icons/react/dist/icons/ChatCenteredText'
import { Eraser } from '@phosphor-icons/react/dist/icons/Eraser'
import { ImageSquare } from '@phosphor-icons/react/dist/icons/ImageSquare'
import { ListBullets } from '@phosphor-icons/react/dist/icons/ListBullets'
import { Minus } from '@phosphor-icons/react/dist/icons/Minus'
import { Table } from '@phosphor-icons/react/dist/icons/Table'
import { TextStrikethrough } from '@phosphor-icons/react/dist/icons/TextStrikethrough'
import { TextSubscript } from '@phosphor-icons/react/dist/icons/TextSubscript'
import { TextSuperscript } from '@phosphor-icons/react/dist/icons/TextSuperscript'
import { TextUnderline } from '@phosphor-icons/react/dist/icons/TextUnderline'
import type { KeyboardEvent } from 'react'
import { Toolbar } from 'react-aria-components'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { Asked } from '../../editor/story-editor-types.ts'
import { IconButton, Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import { CropChosen } from './crop-chosen.tsx'
import { EmbedDialog } from './embed-dialog.tsx'
import { LinkTool } from './link-popover.tsx'
import { MoreMenu, type Insertable } from './more-menu.tsx'
import { NumberedListIcon } from './numbered-list-icon.tsx'
import { TableMenu } from './table-menu/table-menu.tsx'
import { ToolButton, tools, useToolbarState, type Tool } from './story-tool.tsx'

type Style = 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4'
const styles: readonly { value: Style; label: MessageKey }[] = [
  { value: 'paragraph', label: 'format.paragraph' },
  { value: 'heading-2', label: 'format.heading2' },
  { value: 'heading-3', label: 'format.heading3' },
  { value: 'heading-4', label: 'format.heading4' },
]

const inText: readonly Tool[] = [
  tools.bold,
  tools.italic,
  {
    command: 'underline',
    label: 'format.underline',
    icon: TextUnderline,
    isOn: (on) => on.underline,
  },
]
const blocks: readonly Tool[] = [
  {
    command: 'bullet-list',
    label: 'format.bullets',
    icon: ListBullets,
    points: true,
    isOn: (on) => on.list === 'bullet-list',
  },
  {
    command: 'numbered-list',
    label: 'format.numbers',
    icon: NumberedListIcon,
    isOn: (on) => on.list === 'numbered-list',
  },
  tools.quote,
]
const rare: readonly Tool[] = [
  {
    command: 'strike',
    label: 'format.strike',
    icon: TextStrikethrough,
    isOn: (on) => on.strike,
  },
  { command: 'subscript', label: 'format.subscript', icon: TextSubscript, isOn: (on) => on.subscript },
  {
    command: 'superscript',
    label: 'format.superscript',
    icon: TextSuperscript,
    isOn: (on) => on.superscript,
  },
  tools.isolate,
  {
    command: 'pull-quote',
    label: 'format.pullQuote',
    icon: ChatCenteredText,
    points: true,
    isOn: (on) => on.quote === 'pull-quote',
  },
  { command: 'rule', label: 'format.rule', icon: Minus },
  { command: 'clear-formatting', label: 'format.clear', icon: Eraser, points: true },
]

interface ToolbarProps {
  editor: StoryEditor
  /** The article's own direction: the button shows where a block differs from it. */
  direction: Direction
  /** What a person is being asked for. */
  asked: Asked | null
  onAsked: (what: Asked | null) => void
  onInsert: (what: Insertable) => void
}

/** The row of formatting tools over the story; one stop for Tab, arrows inside. */
export function FormattingToolbar({ editor, direction, asked, onAsked, onInsert }: ToolbarProps) {
  const { t } = useWords()
  const state = useToolbarState(editor)
  const tool = (each: Tool) => <ToolButton key={each.command} tool={each} {...{ editor, state }} />
  const style = styles.find(({ value }) => value === state.block)?.value ?? 'paragraph'
  const backToStory = (event: KeyboardEvent) => event.key === 'Escape' && editor.focus()
  return (
    <div className="contents" role="presentation" onKeyDown={backToStory}>
      <Toolbar className="tools" aria-label={t('format.toolbar')}>
        <Select
          label={t('format.style')}
          value={style}
          choices={styles.map(({ value, label }) => ({ value, name: t(label) }))}
          isDisabled={state.readOnly}
          onChange={(value) => editor.run(value)}
        />
        <i className="gap" />
        {inText.map(tool)}
        <LinkTool
          editor={editor}
          state={state}
          isOpen={asked === 'link'}
          onOpen={(isOpen) => onAsked(isOpen ? 'link' : null)}
        />
        <i className="gap" />
        {blocks.map(tool)}
        <i className="gap" />
        <IconButton
          icon={ImageSquare}
          name={t('format.image')}
          isDisabled={state.readOnly}
          onPress={() => onInsert('picture')}
        />
        {state.inTable ? (
          <TableMenu editor={editor} state={state} />
        ) : (
          tool({ command: 'table', label: 'format.table', icon: Table })
        )}
        <IconButton
          icon={ArrowsLeftRight}
          name={t('format.direction')}
          isPressed={state.direction !== direction}
          isDisabled={state.readOnly}
          onPress={() => editor.run('direction-flip')}
        />
        <MoreMenu tools={rare.map(tool)} editor={editor} isDisabled={state.readOnly} onInsert={onInsert} />
        <IconButton
          icon={ArrowUUpLeft}
          className="last"
          name={t('format.undo')}
          command="story.undo"
          points
          isDisabled={!state.canUndo}
          onPress={() => editor.run('undo')}
        />
        <IconButton
          icon={ArrowUUpRight}
          name={t('format.redo')}
          command="story.redo"
          points
          isDisabled={!state.canRedo}
          onPress={() => editor.run('redo')}
        />
      </Toolbar>
      {asked === 'embed' && <EmbedDialog editor={editor} onClose={() => onAsked(null)} />}
      {asked === 'crop' && <CropChosen editor={editor} onClose={() => onAsked(null)} />}
    </div>
  )
}
