import type { Article } from '../../core/model/article.ts'
import { emptyFields } from '../../core/model/fields.ts'
import { schemaVersion } from '../../core/model/migrate.ts'
import { chanceFrom, oneOf } from './chance.ts'
import { makeStory } from './story.ts'
import { familyNames, givenNames, latinNames, places } from './vocabulary.ts'
import { createWriter } from './writer.ts'

/** The id of the article with this number: a ULID of the year 1970, so that none is ever met. */
export const benchArticleId = (number: number): string => String(number).padStart(26, '0')

const hourMs = 3_600_000
const firstMs = Date.UTC(2018, 0, 1)

/** The article with this number: another text each, of about `words` words (from 0.6 to 1.4 times). */
export function makeArticle(number: number, words: number): Article {
  const chance = chanceFrom(1_000_003 + number)
  const at = new Date(firstMs + number * hourMs).toISOString()
  const headline = createWriter(2_000_003 + number)
    .title(6)
    .map(({ text }) => text)
    .join(' ')
  return {
    schemaVersion,
    id: benchArticleId(number),
    revision: 0,
    language: 'ar',
    status: oneOf(chance, ['draft', 'ready', 'published'] as const),
    createdAt: at,
    updatedAt: at,
    fields: {
      ...emptyFields(),
      headline,
      byline: [`${oneOf(chance, givenNames)} ${oneOf(chance, familyNames)}`],
      source: 'ضفاف برس',
      place: oneOf(chance, places),
      date: at.slice(0, 10),
      keywords: [oneOf(chance, places), oneOf(chance, latinNames)],
    },
    body: makeStory(Math.round(words * (0.6 + 0.8 * chance())), 5_000_011 + number),
  }
}
