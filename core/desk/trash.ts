import type { DeskApi } from '../api/contract.ts'
import type { TrashedArticle } from '../api/versions.ts'
import type { DeskRoom } from './room.ts'
import { rowOf } from './rows.ts'

type Trash = Pick<DeskApi, 'article.trash' | 'trash.list' | 'trash.restore' | 'trash.remove'>

const dayMs = 86_400_000
/** Days that an article stays in the trash: newsrooms are asked for what they withdrew a month ago. */
export const trashDays = 30
const leavesAt = (trashedAt: string): string =>
  new Date(Date.parse(trashedAt) + trashDays * dayMs).toISOString()

/** Putting articles in the trash, taking them out again, and deleting them for good where a person says so. */
export function trashCalls(room: DeskRoom): Trash {
  const { ports } = room
  const changed = () => ports.tell({ name: 'trash.changed', data: {} })
  return {
    'article.trash': ({ id }) =>
      room.alone(id, async () => {
        room.requireWritable()
        const { article } = await room.read(id)
        const trashedAt = new Date(ports.clock.now()).toISOString()
        const from = { host: ports.host.kind, computer: ports.library.computer }
        try {
          await ports.articles.trash(id, trashedAt, from)
        } catch (error) {
          // It may have moved although the disk then failed: lists follow what is there.
          if ((await ports.articles.get(id)) === undefined) room.forget(id)
          throw error
        } finally {
          changed()
        }
        room.forget(id)
        return { row: rowOf(article), trashedAt, from, leavesAt: leavesAt(trashedAt) }
      }),
    'trash.list': async () => {
      const trashed = await ports.articles.trashed()
      const articles = trashed.flatMap(({ trashedAt, from, read }): TrashedArticle[] =>
        read.kind === 'unreadable'
          ? []
          : [{ trashedAt, from, leavesAt: leavesAt(trashedAt), row: rowOf(read.article) }],
      )
      return {
        articles: articles.sort((one, other) => Date.parse(other.trashedAt) - Date.parse(one.trashedAt)),
      }
    },
    'trash.restore': ({ id }) =>
      room.alone(id, async () => {
        room.requireWritable()
        await ports.articles.restore(id).finally(changed)
        return room.announce((await room.read(id)).article)
      }),
    'trash.remove': async ({ ids }) => {
      room.requireWritable()
      const trashed = ids ? [] : await ports.articles.trashed()
      // Nobody deletes what nobody was shown; a disk that does not answer now may do so later.
      const shown = trashed.filter(({ read }) => read.kind !== 'unreadable')
      const going = ids ?? shown.map(({ id }) => id)
      try {
        for (const id of going)
          await room.alone(id, async () => {
            await ports.articles.removeTrashed(id)
            // Its journal waits for nobody now, unless the same article lies in the library too.
            if ((await ports.articles.get(id)) === undefined) await ports.journals.drop(id)
          })
      } finally {
        // Once for all of them; also where the disk failed half-way.
        changed()
      }
      return { removed: going.length, stayed: trashed.length - shown.length }
    },
  }
}
