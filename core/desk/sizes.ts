import { DeskError } from '../api/errors.ts'
import { limits } from '../model/limits.ts'
import type { Measure } from '../model/measure.ts'

/** @throws DeskError 'too-large' for a story of more words than an article may have */
export function requireStorySize({ words }: Measure): void {
  const most = limits.storyWords
  if (words > most)
    throw new DeskError('too-large', `the story has more than ${most} words`, { limit: 'storyWords', most })
}
