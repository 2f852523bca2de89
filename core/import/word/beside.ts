import type { Block, Paragraph } from '../../model/body.ts'
import { cleanLine } from '../clean-inline.ts'
import { childrenOf, xmlAttribute, type XmlElement } from '../xml-tree.ts'
import { flattened } from './elements.ts'
import type { Line } from './inlines.ts'
import type { ReadBlocks } from './own-blocks.ts'
import { fieldText, readParagraph, trimmed } from './paragraphs.ts'
import { contentOf, inside, mostDepth, stored, type Place } from './place.ts'
import type { Role } from './roles.ts'

/**
 * What a paragraph brings besides its words: pictures, frames over the page, comments. The words under a picture are given to the
 * last of `before`.
 */
export function besideBlocks(
  line: Line,
  role: Role,
  before: Block[],
  place: Place,
  read: ReadBlocks,
): Block[] {
  const last = before.at(-1)
  if (role === 'caption' && last?.type === 'image') {
    const { attrs } = last
    const caption = fieldText(line.content, 5000)
    before[before.length - 1] = {
      type: 'image',
      attrs: {
        ...attrs,
        caption: joined(attrs.caption, caption),
        credit: cleanLine(line.credit, 500) || attrs.credit,
      },
    }
  }
  const pictures = line.pictures.map((attrs): Block => ({ type: 'image', attrs }))
  const boxes = place.depth >= mostDepth ? [] : line.boxes
  return [
    ...pictures,
    ...boxes.flatMap((box) => read(childrenOf(box), inside(place, undefined))),
    ...line.comments.flatMap((comment) => noteOf(comment, place)),
  ]
}

const joined = (first: string, second: string): string =>
  first && second ? `${first}\n${second}` : first || second

/** A comment as a note to the desk, who wrote it before its words. */
function noteOf(comment: XmlElement, place: Place): Block[] {
  const { reading, direction: around } = place
  const author = cleanLine(xmlAttribute(comment, 'author') ?? '', 200)
  const paragraphs = flattened(childrenOf(comment))
    .filter(({ name }) => name === 'p')
    .map((element): Paragraph => {
      const { line, direction } = readParagraph(element, reading)
      const content = trimmed(line.content).filter(({ type }) => type !== 'footnote')
      return { type: 'paragraph', ...stored(direction, around), ...contentOf(content) }
    })
    .filter(({ content }) => content)
  const [first, ...rest] = paragraphs
  if (!first) return []
  if (author && author !== 'Midad')
    first.content = [{ type: 'text', text: `${author}: ` }, ...(first.content ?? [])]
  return [{ type: 'note', content: [first, ...rest] }]
}
