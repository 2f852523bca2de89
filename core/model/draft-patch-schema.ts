import { z } from 'zod'
import { storyBody, type Block } from './body.ts'
import { articleFields, status, type ArticleFields } from './fields.ts'
import { languageCode } from './language-code.ts'

const count = z.number().int().min(0)
// A field that is not there must not come back as an empty one.
const someFields = z
  .record(z.string(), z.unknown())
  .refine(
    (fields) =>
      articleFields.safeParse(fields).success && Object.values(fields).every((value) => value !== undefined),
  ) as unknown as z.ZodType<Partial<ArticleFields>>
const blocks = z
  .array(z.unknown())
  .refine((insert) => storyBody.safeParse({ type: 'doc', content: insert }).success) as unknown as z.ZodType<
  Block[]
>
/** A patch as it crosses a border or lies in a journal (draft-patch.ts). */
export const draftPatch = z.strictObject({
  language: languageCode.optional(),
  status: status.optional(),
  fields: someFields.optional(),
  story: z.strictObject({ from: count, remove: count, insert: blocks }).optional(),
})
