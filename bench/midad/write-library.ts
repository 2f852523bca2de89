import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../core/model/article.ts'
import { emptyFields } from '../../core/model/fields.ts'
import type { Settings } from '../../core/model/settings.ts'
import { schemaVersion } from '../../core/model/migrate.ts'
import { benchArticleId } from '../corpus/article.ts'
import { makeStory } from '../corpus/story.ts'

/** Words of the articles that only fill the list beside the measured ones. */
const fillerWords = 120

interface BenchLibrary {
  wordCounts: readonly number[]
  leastArticles: number
  /** Those that differ from what is usual. */
  settings?: Partial<Settings> | undefined
}

/**
 * Writes a library with an article for each of these sizes, in this order: article n has the id of number n. Short
 * ones follow until there are `leastArticles`: what lies beside the open story has its price too.
 */
export async function writeLibrary(
  library: string,
  { wordCounts, leastArticles, settings }: BenchLibrary,
): Promise<void> {
  if (settings) {
    await mkdir(join(library, 'desk'), { recursive: true })
    await writeFile(join(library, 'desk', 'settings.json'), `${JSON.stringify(settings)}\n`)
  }
  const fillers = Array.from({ length: Math.max(0, leastArticles - wordCounts.length) }, () => fillerWords)
  for (const [number, words] of [...wordCounts, ...fillers].entries()) {
    const article = benchArticle(number, words)
    const folder = join(library, 'articles', article.id)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'article.json'), `${JSON.stringify(article)}\n`)
  }
}

function benchArticle(number: number, words: number): Article {
  const at = '2026-11-23T09:00:00.000Z'
  return {
    schemaVersion,
    id: benchArticleId(number),
    revision: 0,
    language: 'ar',
    status: 'draft',
    createdAt: at,
    updatedAt: at,
    fields: {
      ...emptyFields(),
      headline: `${number}: ${words} كلمة`,
      source: 'ضفاف برس',
      place: 'دوكان',
      date: '2026-11-23',
    },
    body: makeStory(words),
  }
}
