import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addSample } from '../../core/samples/add-sample.ts'
import { sampleArticle } from '../../core/samples/sample-article.ts'
import type { CallDesk } from './call-desk.ts'

/** The last one made stands first in the list. */
const sampleLanguages = ['en', 'ckb', 'ar'] as const

/** Adds one sample article in each of Arabic, Sorani and English, from `folder`. @throws DeskError */
export async function addSamples(call: CallDesk, folder: string): Promise<void> {
  for (const language of sampleLanguages) {
    const sample = sampleArticle.parse(JSON.parse(await readFile(join(folder, `${language}.json`), 'utf8')))
    await addSample(call, sample, (await readFile(join(folder, sample.picture))).toString('base64'))
  }
}
