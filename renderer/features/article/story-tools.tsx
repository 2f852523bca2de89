import { useEffect } from 'react'
import type { WritingSettings } from '../../../core/model/settings.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { PageCommand } from './page-commands.ts'
import { BlockMenu } from './block-menu/block-menu.tsx'
import { GoToBox } from './go-to/go-to-box.tsx'
import { SelectionMenu } from './selection-menu/selection-menu.tsx'
import { SlashMenu } from './slash/slash-menu.tsx'
import { Typewriter } from '../../editor/typewriter.ts'
import { useZoom } from './use-zoom.ts'
import type { ToolAsked } from './tool-asked.ts'
import { Told } from './told/told.tsx'

interface StoryToolsProps {
  editor: StoryEditor
  writing: WritingSettings
  asked: ToolAsked | null
  /** Runs a command of the page. */
  onCommand: (command: PageCommand) => void
  onDone: () => void
}

/** What is at hand over the story while it is written, and takes no room. */
export function StoryTools({ editor, writing, asked, onCommand, onDone }: StoryToolsProps) {
  useEffect(
    () => (writing.typewriter ? new Typewriter(editor).open() : undefined),
    [editor, writing.typewriter],
  )
  useZoom(editor, writing.zoom)
  return (
    <div className="over-sheet">
      <Told editor={editor} zoom={writing.zoom} />
      <BlockMenu editor={editor} asked={asked} />
      <SlashMenu editor={editor} onCommand={onCommand} />
      <SelectionMenu editor={editor} asked={asked} onLink={() => onCommand('story.ask-for-link')} />
      {asked?.what === 'go-to' && <GoToBox editor={editor} onClose={onDone} />}
    </div>
  )
}
