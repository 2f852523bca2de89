import type { StoryBody } from '../../core/model/body.ts'

/** A story that can only be version `n`: long enough that writing it takes a while, and of a length of its own. */
export function textOfVersion(n: number): StoryBody {
  const paragraphs = 40 + (n % 7)
  const text = `النسخة ${n} `.repeat(200)
  return {
    type: 'doc',
    content: Array.from({ length: paragraphs }, () => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    })),
  }
}
