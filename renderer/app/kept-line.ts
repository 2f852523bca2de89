import { Component } from 'react'
import { holdPlace } from '../editor/keep-place.ts'
import type { StoryEditor } from '../editor/story-editor.ts'

interface KeptLineProps {
  story: StoryEditor | null
  /** Another one where the sheet is about to have another width. */
  shape: string
}

/**
 * Keeps the line in sight where it is on the screen while the sides of the desk come and go. A class, because only React's
 * snapshot is taken after all has been decided and before anything of it is drawn.
 */
export class KeptLine extends Component<KeptLineProps> {
  override getSnapshotBeforeUpdate({ story, shape }: KeptLineProps): (() => void) | null {
    const isSame = shape === this.props.shape || story === null || story !== this.props.story
    return isSame ? null : holdPlace(story.view)
  }

  override componentDidUpdate(_before: KeptLineProps, _state: unknown, putBack: (() => void) | null): void {
    putBack?.()
  }

  override render(): null {
    return null
  }
}
