import { z } from 'zod'
import { storyBody } from '../model/body.ts'
import { leadImage, status } from '../model/fields.ts'
import { languageCode } from '../model/language-code.ts'

/** A sample article as `assets/samples/<language>.json` holds it; `picture` is the file of its lead picture beside it. */
export const sampleArticle = z.object({
  picture: z.string().regex(/^[a-z]+\.jpg$/),
  language: languageCode,
  status,
  fields: z.looseObject({ headline: z.string(), leadImage: leadImage.omit({ media: true }) }),
  body: storyBody,
})
export type SampleArticle = z.infer<typeof sampleArticle>
