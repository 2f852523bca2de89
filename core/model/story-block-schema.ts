import { z } from 'zod'
import { footnoteIdPattern } from './footnote-id.ts'
import { direction } from './language-code.ts'

const footnoteId = z.strictObject({ id: z.string().regex(footnoteIdPattern) })
const directed = z.strictObject({ dir: direction.nullish() }).optional()

/** The schema of a footnote. */
export const footnote = z.strictObject({ type: z.literal('footnote'), attrs: footnoteId })

/** The schema of a note, from that of paragraphs. */
export const note = <Paragraph extends z.ZodType>(paragraph: Paragraph) =>
  z.strictObject({ type: z.literal('note'), attrs: directed, content: z.array(paragraph).min(1) })

/** The schema of the blocks of the top level alone, from what they hold; `words` are inline nodes without footnotes. */
export function feature<Block extends z.ZodType, Inline extends z.ZodType, Words extends z.ZodType>(
  block: Block,
  inline: Inline,
  words: Words,
) {
  const line = <Type extends string>(type: Type) =>
    z.strictObject({ type: z.literal(type), content: z.array(inline).optional() })
  const holding = <Type extends string, Content extends z.ZodType>(type: Type, content: Content) =>
    z.strictObject({ type: z.literal(type), attrs: directed, content })
  const answer = z.strictObject({ type: z.literal('answer'), content: z.array(block).min(1) })
  const pair = z.strictObject({
    type: z.literal('questionAnswer'),
    content: z.tuple([line('question'), answer]),
  })
  const entry = z.strictObject({
    type: z.literal('timelineEntry'),
    content: z.tuple([line('when'), block], block),
  })
  const source = z.strictObject({
    type: z.literal('source'),
    attrs: footnoteId,
    content: z.array(words).optional(),
  })
  return z.discriminatedUnion('type', [
    holding('factBox', z.tuple([line('factTitle'), block], block)),
    holding('questions', z.array(pair).min(1)),
    holding('timeline', z.array(entry).min(1)),
    holding('sources', z.array(source).min(1)),
  ])
}
