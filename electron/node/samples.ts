import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { articleFields, leadImage, status, type ArticleFields } from '../../core/model/fields.ts'
import { storyBody } from '../../core/model/body.ts'
import { languageCode } from '../../core/model/language-code.ts'
import type { CallDesk } from './call-desk.ts'

/** A sample article as `assets/samples/<language>.json` holds it; `picture` is the file of its lead picture beside it. */
export const sampleArticle = z.object({
  picture: z.string().regex(/^[a-z]+\.jpg$/),
  language: languageCode,
  status,
  fields: z.looseObject({ leadImage: leadImage.omit({ media: true }) }),
  body: storyBody,
})

/** The last one made stands first in the list. */
const sampleLanguages = ['en', 'ckb', 'ar'] as const

/** Adds one sample article in each of Arabic, Sorani and English, from `folder`. @throws DeskError */
export async function addSamples(call: CallDesk, folder: string): Promise<void> {
  for (const language of sampleLanguages) {
    const sample = sampleArticle.parse(JSON.parse(await readFile(join(folder, `${language}.json`), 'utf8')))
    const { article } = await call('article.create', { language })
    const picture = (await readFile(join(folder, sample.picture))).toString('base64')
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
  }
}
