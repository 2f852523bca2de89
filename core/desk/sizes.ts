import { DeskError } from '../api/errors.ts'
import type { StoryBody } from '../model/body.ts'
import { limits } from '../model/limits.ts'
import { measureBody } from '../model/measure.ts'

/** @throws DeskError 'too-large' for a story of more words than an article may have */
export function requireStorySize(body: StoryBody): void {
  const most = limits.storyWords
  if (measureBody(body).words > most)
    throw new DeskError('too-large', `the story has more than ${most} words`, { limit: 'storyWords', most })
}
