import type { Fragment, Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { limits } from '../../../core/model/limits.ts'
import { countWords } from '../../../core/model/measure.ts'
import { countStory } from '../story-body.ts'
import type { EditorContext } from '../story-editor-types.ts'

/** A paste of more words is large: the text is kept as a version before. */
const largeWords = 500

const wordsOf = (content: Fragment | Node, from: number, to: number): number =>
  countWords(content.textBetween(from, to, '\n', '\n'))

/**
 * Whether these words would make the story longer than a story may be; its person is told, and nothing changes. Tells
 * before a large paste that it comes. `replaced` is what goes for it.
 */
export function isRefused(
  view: EditorView,
  context: EditorContext,
  slice: Slice,
  replaced?: { from: number; to: number },
): boolean {
  const words = wordsOf(slice.content, 0, slice.content.size)
  const { doc } = view.state
  const going = replaced ? wordsOf(doc, replaced.from, replaced.to) : 0
  const isTooLong = countStory(doc, context.base()).words - going + words > limits.storyWords
  // A story that is too long already may still be tidied by pasting within it.
  if (isTooLong && words > going) {
    context.notice({ code: 'paste-too-long', count: limits.storyWords })
    return true
  }
  if (words > largeWords) context.largePaste()
  return false
}
