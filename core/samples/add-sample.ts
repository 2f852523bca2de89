import type { DeskMethodName, Input, Output } from '../api/contract.ts'
import type { SampleArticle } from './sample-article.ts'

type CallDesk = <M extends DeskMethodName>(method: M, input: Input<M>) => Promise<Output<M>>

/** Adds a sample to the library as an article of its own, with its picture (base64). @throws DeskError */
export async function addSample(call: CallDesk, sample: SampleArticle, picture: string): Promise<string> {
  const { language } = sample
  const { article } = await call('article.create', { language })
  const { media, width, height } = await call('media.add', { id: article.id, base64: picture })
  const fields = {
    ...article.fields,
    ...sample.fields,
    leadImage: { ...sample.fields.leadImage, media, width, height },
  }
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
