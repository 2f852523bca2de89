import type { Block, Inline, Paragraph, PullQuote } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import type { LeadImage } from '../../model/fields.ts'
import type { QuestionAnswer } from '../../model/story-blocks.ts'
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts'
import { flattened } from './elements.ts'
import { fieldText, readParagraph, roleOfParagraph } from './paragraphs.ts'
import { contentOf, filled, stored, type Place } from './place.ts'

/** How blocks inside others are read. */
export type ReadBlocks = (elements: readonly XmlElement[], place: Place) => Block[]
type DirAttrs = { attrs?: { dir: Direction } }

/** Paragraphs, and who said them. */
export function pullQuoteOf(elements: readonly XmlElement[], place: Place, { attrs }: DirAttrs): PullQuote[] {
  const content: Paragraph[] = []
  let cite: string | undefined
  for (const element of elements.filter(({ name }) => name === 'p')) {
    const { role, line, direction } = readParagraph(element, place.reading)
    if (role === 'cite') cite = fieldText(line.content)
    else
      content.push({ type: 'paragraph', ...stored(direction, place.direction), ...contentOf(line.content) })
  }
  const all = { ...attrs, ...(cite !== undefined && { cite }) }
  if (content.length === 0) return []
  return [{ type: 'pullQuote', ...(Object.keys(all).length > 0 && { attrs: all }), content }]
}

/** Each question with the control behind it, which holds its answer. */
export function questionsOf(
  elements: readonly XmlElement[],
  place: Place,
  attrs: DirAttrs,
  read: ReadBlocks,
): Block[] {
  const content: QuestionAnswer[] = []
  for (const element of elements) {
    const last = content.at(-1)
    if (element.name === 'p' && roleOfParagraph(element, place.reading) === 'question')
      content.push(pair(readParagraph(element, place.reading).line.content, []))
    else if (last) {
      const inner = element.name === 'sdt' ? childrenOf(childOf(element, 'sdtContent') ?? element) : [element]
      answer(last, read(inner, place))
    }
  }
  return content.length > 0 ? [{ type: 'questions', ...attrs, content }] : []
}

const pair = (question: Inline[], answer: Block[]): QuestionAnswer => ({
  type: 'questionAnswer',
  content: [
    { type: 'question', ...contentOf(question) },
    { type: 'answer', content: filled(answer) },
  ],
})

const isUnanswered = ({ content: [, { content }] }: QuestionAnswer): boolean =>
  content.length === 1 && content[0]?.type === 'paragraph' && content[0].content === undefined

function answer(pair: QuestionAnswer, blocks: readonly Block[]): void {
  if (isUnanswered(pair)) pair.content[1].content = filled(blocks)
  else pair.content[1].content.push(...blocks)
}

/** The same where another program has written the file anew and the controls are gone: added to `blocks`. */
export function questionOrAnswer(element: XmlElement, blocks: Block[], place: Place, read: ReadBlocks): void {
  const { reading } = place
  const last = blocks.at(-1)
  if (roleOfParagraph(element, reading) === 'question') {
    const asked = pair(readParagraph(element, reading).line.content, [])
    if (last?.type === 'questions') last.content.push(asked)
    else blocks.push({ type: 'questions', content: [asked] })
    return
  }
  const answered = read([element], { ...place, depth: place.depth + 1, front: undefined })
  const open = last?.type === 'questions' ? last.content.at(-1) : undefined
  if (open) answer(open, answered)
  else blocks.push(...answered)
}

/** The lead picture with its words, added to what of it was `known`. */
export function leadOf(
  elements: readonly XmlElement[],
  place: Place,
  known?: LeadImage,
): LeadImage | undefined {
  const none: LeadImage = {
    media: null,
    alt: '',
    caption: '',
    credit: '',
    source: '',
    width: null,
    height: null,
  }
  let lead = known
  for (const element of flattened(elements).filter(({ name }) => name === 'p')) {
    const { line } = readParagraph(element, place.reading)
    const [picture] = line.pictures
    const { caption, credit } = (lead ??= none)
    if (picture) lead = Object.assign({}, lead, picture, { caption, credit })
    if (roleOfParagraph(element, place.reading) !== 'leadCaption') continue
    lead = Object.assign({}, lead, {
      caption: fieldText(line.content, 5000),
      credit: line.credit.trim().slice(0, 500),
    })
  }
  return lead
}
