import type { BodyNode, StoryBody } from './body.ts'
import type { Source } from './story-blocks.ts'

/** The ids of the footnotes of a story in the order of reading, one as often as it stands there; those in notes are none. */
export const footnotesOf = ({ content }: StoryBody): string[] => content.flatMap(namedIn)

function namedIn(node: BodyNode): string[] {
  if (node.type === 'footnote') return [node.attrs.id]
  if (node.type === 'note' || !('content' in node)) return []
  return (node.content ?? []).flatMap(namedIn)
}

/** The sources of a story as they stand. */
export const sourcesOf = ({ content }: StoryBody): Source[] =>
  content.flatMap((block) => (block.type === 'sources' ? block.content : []))
