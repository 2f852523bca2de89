import { z } from 'zod'
import type { DeskMethodName, Input, Output } from '../api/contract.ts'
import { storyBody } from '../model/body.ts'
import { articleFields, leadImage, status, type ArticleFields } from '../model/fields.ts'
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

type CallDesk = <M extends DeskMethodName>(method: M, input: Input<M>) => Promise<Output<M>>

/** Adds a sample to the library as an article of its own, with its picture (base64). @throws DeskError */
export async function addSample(call: CallDesk, sample: SampleArticle, picture: string): Promise<string> {
  const { language } = sample
  const { article } = await call('article.create', { language })
  const { media, width, height } = await call('media.add', { id: article.id, base64: picture })
  const fields = articleFields.parse({
    ...sample.fields,
    leadImage: { ...sample.fields.leadImage, media, width, height },
  }) as ArticleFields
  await call('article.save', {
    id: article.id,
    language,
    status: sample.status,
    fields,
    body: sample.body,
    revision: article.revision,
  })
  return article.id
}
