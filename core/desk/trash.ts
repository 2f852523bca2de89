import type { DeskApi } from '../api/contract.ts'
import type { TrashedArticle } from '../api/versions.ts'
import type { DeskRoom } from './room.ts'
import { rowOf } from './rows.ts'

type Trash = Pick<DeskApi, 'article.trash' | 'trash.list' | 'trash.restore'>

/** Putting articles in the trash and taking them out again; nothing is ever deleted here. */
export function trashCalls(room: DeskRoom): Trash {
  const { ports } = room
  return {
    'article.trash': ({ id }) =>
      room.alone(id, async () => {
        room.requireWritable()
        const { article } = await room.read(id)
        const trashedAt = new Date(ports.clock.now()).toISOString()
        try {
          await ports.articles.trash(id, trashedAt)
        } catch (error) {
          // It may have moved although the disk then failed: lists follow what is there.
          if ((await ports.articles.get(id)) === undefined) room.forget(id)
          throw error
        }
        room.forget(id)
        return { row: rowOf(article), trashedAt }
      }),
    'trash.list': async () => {
      const trashed = await ports.articles.trashed()
      const articles = trashed.flatMap(({ trashedAt, read }): TrashedArticle[] =>
        read.kind === 'unreadable' ? [] : [{ trashedAt, row: rowOf(read.article) }],
      )
      return {
        articles: articles.sort((one, other) => Date.parse(other.trashedAt) - Date.parse(one.trashedAt)),
      }
    },
    'trash.restore': ({ id }) =>
      room.alone(id, async () => {
        room.requireWritable()
        await ports.articles.restore(id)
        return room.announce((await room.read(id)).article)
      }),
  }
}
