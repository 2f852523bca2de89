import { unknownNode, type Block, type BulletList, type OrderedList } from '../../model/body.ts'
import type { Note } from '../../model/story-blocks.ts'
import { embedXml, factBoxXml, galleryXml, timelineXml } from './boxes.ts'
import { styles, tags } from '../../model/word-names.ts'
import { controlXml, paragraphXml, textParagraph } from './paragraph.ts'
import { captionXml, pictureParagraph } from './pictures.ts'
import { inside, type Place, type WriteBlocks } from './place.ts'
import { questionsXml, sourcesXml } from './questions.ts'
import { lineXml } from './runs.ts'
import { tableXml } from './tables.ts'

const indentOfQuote = 567
const indentOfLevel = 425

/** Blocks in their order. A note to the desk is pinned to the paragraph before it, or to the next where there is none. */
export const blocksXml: WriteBlocks = (blocks, place) => {
  const pins = pinsOf(blocks)
  const xml = blocks.map((block, at) => blockXml(block, place, pins.get(at) ?? [])).join('')
  const alone = pins.get(-1)
  return alone ? xml + paragraphXml(place, { direction: place.direction, notes: alone }, '') : xml
}

/** Notes by the place of the paragraph that they are pinned to; -1 where there is none. */
function pinsOf(blocks: readonly Block[]): Map<number, Note[]> {
  const pins = new Map<number, Note[]>()
  const isPlace = (block: Block | undefined) => block?.type === 'paragraph' || block?.type === 'heading'
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'note') continue
    let to = at - 1
    while (to >= 0 && !isPlace(blocks[to])) to -= 1
    if (to < 0) to = blocks.findIndex((each) => isPlace(each))
    pins.set(to, [...(pins.get(to) ?? []), block])
  }
  return pins
}

function blockXml(block: Block, place: Place, notes: readonly Note[]): string {
  const within = inside(place, block as { attrs?: { dir?: Place['direction'] | null } })
  const { direction } = within
  switch (block.type) {
    case 'paragraph':
      return textParagraph(
        place,
        { style: place.style, direction, indent: place.indent, notes },
        block.content,
      )
    case 'heading':
      return textParagraph(
        place,
        { style: `Heading${block.attrs.level}`, direction, indent: place.indent, notes },
        block.content,
      )
    case 'bulletList':
    case 'orderedList':
      return listXml(block, within)
    case 'blockquote': {
      const quoted = { ...within, style: styles.quote, indent: place.indent + indentOfQuote }
      return controlXml(tags.quote, blocksXml(block.content, quoted), block.attrs?.dir)
    }
    case 'pullQuote':
      return pullQuoteXml(block, within)
    case 'horizontalRule':
      return paragraphXml(place, { style: styles.rule, direction, indent: place.indent }, '')
    case 'table':
      return tableXml(block, within, blocksXml)
    case 'image':
      return pictureParagraph(block.attrs, place) + captionXml(block.attrs, place)
    case 'gallery':
      return galleryXml(block, within)
    case 'embed':
      return embedXml(block.attrs, within)
    case 'note':
      return ''
    case 'factBox':
      return factBoxXml(block, within, blocksXml)
    case 'questions':
      return questionsXml(block, within, blocksXml)
    case 'timeline':
      return timelineXml(block, within, blocksXml)
    case 'sources':
      return sourcesXml(block, within)
    default:
      return unknownNode(block)
  }
}

/** Word knows nine levels of a list; what lies deeper stands on the ninth. */
const lastLevel = 8

function listXml(list: BulletList | OrderedList, place: Place): string {
  const { word, depth } = place
  const level = Math.min(depth, lastLevel)
  const ordered = list.type === 'orderedList'
  const start = list.type === 'orderedList' ? (list.attrs?.start ?? 1) : 1
  const base = place.indent - depth * indentOfLevel
  const number = word.list({ ordered, level, indent: Math.max(0, base), start, direction: place.direction })
  const indent = place.indent + indentOfLevel
  const deeper: Place = { ...place, depth: depth + 1, indent, style: styles.list }
  return list.content
    .map(({ content: [first, ...rest] }) => {
      const own = first?.type === 'paragraph' || first?.type === 'heading' ? first : undefined
      const style = own?.type === 'heading' ? (`Heading${own.attrs.level}` as const) : styles.list
      const direction = own?.attrs?.dir ?? place.direction
      const head = textParagraph(place, { style, direction, list: { number, level } }, own?.content)
      const more = own || !first ? rest : [first, ...rest]
      return head + moreXml(more, deeper)
    })
    .join('')
}

/** What stands in an item behind its first paragraph: lists say themselves that they do. */
function moreXml(blocks: readonly Block[], place: Place): string {
  let xml = ''
  let held: Block[] = []
  const close = (): void => {
    if (held.length > 0) xml += controlXml(`${tags.more}:${place.depth - 1}`, blocksXml(held, place))
    held = []
  }
  for (const block of blocks) {
    const isList = block.type === 'bulletList' || block.type === 'orderedList'
    if (isList && place.depth <= lastLevel) {
      close()
      xml += blocksXml([block], place)
    } else held.push(block)
  }
  close()
  return xml
}

function pullQuoteXml(block: Extract<Block, { type: 'pullQuote' }>, place: Place): string {
  const { direction, indent, word } = place
  const quoted = { ...place, style: styles.pullQuote }
  const words = block.content.map((paragraph) => blockXml(paragraph, quoted, [])).join('')
  const cite = block.attrs?.cite
    ? paragraphXml(
        place,
        { style: styles.cite, direction, indent },
        lineXml(block.attrs.cite, direction, word),
      )
    : ''
  return controlXml(tags.pullQuote, words + cite, block.attrs?.dir)
}
