import type { OpenArticle } from '../api/contract.ts'
import { emptyBody } from '../model/body.ts'
import type { Article } from '../model/article.ts'
import { emptyFields } from '../model/fields.ts'
import { mediaNames } from '../model/map-story.ts'
import { schemaVersion } from '../model/migrate.ts'
import type { DeskRoom } from './room.ts'
import { timeOfUlid } from './ulid.ts'

type Written = Partial<Pick<Article, 'fields' | 'body' | 'translatedFrom'>> & Pick<Article, 'language'>

/** A draft under an id of its own, not stored yet. */
export function newArticle(room: DeskRoom, { language, fields, body, translatedFrom }: Written): Article {
  const id = room.newId()
  const now = new Date(timeOfUlid(id)).toISOString()
  return {
    schemaVersion,
    id,
    revision: 0,
    language,
    status: 'draft',
    createdAt: now,
    updatedAt: now,
    fields: fields ?? emptyFields(),
    body: body ?? emptyBody,
    ...(translatedFrom && { translatedFrom }),
  }
}

/** Stores it and tells everybody. @throws DeskError as ArticleStore.put */
export async function storeNew(room: DeskRoom, article: Article): Promise<OpenArticle> {
  await room.alone(article.id, () => room.ports.articles.put(article))
  room.announce(article)
  return { article, readOnly: null }
}

/** Brings its pictures over from another article. One that is nowhere stays named: its caption is work too. */
export async function copyPictures(room: DeskRoom, from: string, article: Article): Promise<void> {
  const { media } = room.ports
  for (const name of mediaNames(article)) {
    const bytes = (await media.get(from, name)) ?? (await media.find(name))
    if (bytes) await media.put(article.id, bytes, name.split('.').at(-1) ?? '')
  }
}
