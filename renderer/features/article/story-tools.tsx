import type { StoryEditor } from '../../editor/story-editor.ts'
import { GoToBox } from './go-to/go-to-box.tsx'
import { Told } from './told/told.tsx'

/** What was asked of the tools by a command; another object each time. */
export interface ToolAsked {
  what: 'go-to'
}
interface StoryToolsProps {
  editor: StoryEditor
  asked: ToolAsked | null
  onDone: () => void
}

/** What is at hand over the story while it is written, and takes no room. */
export function StoryTools({ editor, asked, onDone }: StoryToolsProps) {
  return (
    <div className="over-sheet">
      <Told editor={editor} />
      {asked?.what === 'go-to' && <GoToBox editor={editor} onClose={onDone} />}
    </div>
  )
}
