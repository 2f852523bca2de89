import type { Block } from './body.ts'
import { blockText, countGraphemes } from './measure.ts'

/** Longer first lines are the story's own: no headline is written so. */
const longestHeadline = 200

/**
 * The headline that a text brings along: its first heading, or its first line where that is short and more follows. Null where
 * it begins with neither.
 */
export function headlineOf([first, second]: readonly Block[]): string | null {
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return null
  const line = blockText(first).replace(/\s+/g, ' ').trim()
  if (line === '' || countGraphemes(line) > longestHeadline) return null
  return first.type === 'heading' || second ? line : null
}
