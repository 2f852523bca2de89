import { z } from 'zod'

/** The first file of a packed article: by its name such a zip is known from any other. */
export const packedMarker = 'midad-article.json'

const name = z.string().min(1).max(255)
/** What that file says. */
export const packedContents = z.object({
  version: z.literal(1),
  id: z.string(),
  /** Which of the files has the whole article, with its pictures inside; absent where it was not asked for. */
  article: name.optional(),
  /** All of them but this one. */
  files: z.array(name).max(1000),
})
export type PackedContents = z.infer<typeof packedContents>
