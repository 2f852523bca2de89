import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../core/model/article.ts'
import { emptyFields } from '../../core/model/fields.ts'
import { schemaVersion } from '../../core/model/migrate.ts'
import { makeStory } from '../corpus/story.ts'

/** The id of the article with this number: a ULID of the year 1970, so that none is ever met. */
export const benchArticleId = (number: number): string => String(number).padStart(26, '0')

/** Writes a library of one article for each of these sizes, in this order: article n has the id of number n. */
export async function writeLibrary(library: string, wordCounts: readonly number[]): Promise<void> {
  for (const [number, words] of wordCounts.entries()) {
    const id = benchArticleId(number)
    const at = '2026-11-23T09:00:00.000Z'
    const article: Article = {
      schemaVersion,
      id,
      revision: 0,
      language: 'ar',
      status: 'draft',
      createdAt: at,
      updatedAt: at,
      fields: {
        ...emptyFields(),
        headline: `${words} كلمة`,
        source: 'ضفاف برس',
        place: 'دوكان',
        date: '2026-11-23',
      },
      body: makeStory(words),
    }
    const folder = join(library, 'articles', id)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'article.json'), `${JSON.stringify(article)}\n`)
  }
}
