import { unknownNode, type BodyNode, type StoryBody } from './body.ts'

/**
 * The words that a node keeps beside its text, for `blockText` leaves them out: what is written at pictures, galleries and
 * cards, and who said a pull quote. Those of what stands in it are not among them.
 */
function ownWords(node: BodyNode): string[] {
  switch (node.type) {
    case 'image':
      return [node.attrs.caption, node.attrs.alt, node.attrs.credit]
    case 'gallery':
      return [node.attrs?.caption ?? '']
    case 'embed':
      return [node.attrs.title, node.attrs.site, node.attrs.alt]
    case 'pullQuote':
      return [node.attrs?.cite ?? '']
    case 'text':
    case 'hardBreak':
    case 'footnote':
    case 'paragraph':
    case 'heading':
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'blockquote':
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'tableHeader':
    case 'horizontalRule':
    case 'note':
    case 'factBox':
    case 'factTitle':
    case 'questions':
    case 'questionAnswer':
    case 'question':
    case 'answer':
    case 'timeline':
    case 'timelineEntry':
    case 'when':
    case 'sources':
    case 'source':
      return []
    default:
      return unknownNode(node)
  }
}

const wordsIn = (node: BodyNode): string[] => [
  ...ownWords(node).filter(Boolean),
  ...('content' in node ? (node.content ?? []).flatMap(wordsIn) : []),
]

/** All words of a story that stand beside its text, in the order of the page. */
export const wordsBeside = ({ content }: StoryBody): string[] => content.flatMap(wordsIn)
