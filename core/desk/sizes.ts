import { DeskError } from '../api/errors.ts'
import { limits } from '../model/limits.ts'
import type { Measure } from '../model/measure.ts'

/** @throws DeskError 'too-large' for a story of more words or letters than an article may have */
export function requireStorySize({ words, characters }: Measure): void {
  requireAtMost('storyWords', words)
  requireAtMost('storyLetters', characters)
}

function requireAtMost(limit: 'storyWords' | 'storyLetters', count: number): void {
  const most = limits[limit]
  if (count <= most) return
  const what = limit === 'storyWords' ? 'words' : 'letters'
  throw new DeskError('too-large', `the story has more than ${most} ${what}`, { limit, most })
}
