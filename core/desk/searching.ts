import type { DeskApi, SearchHit } from '../api/contract.ts'
import type { RowFilter } from '../api/listing.ts'
import type { Found } from '../search/article-index.ts'
import { excerptOf } from '../search/excerpt.ts'
import { withNames } from '../search/named-query.ts'
import { isEmptyQuery, readQuery } from '../search/query.ts'
import { foldedWords, writtenIn } from '../search/words.ts'
import type { DeskRoom } from './room.ts'
import { missedBy } from './row-filter.ts'

type Searching = Pick<DeskApi, 'article.search'>
const usualLimit = 50
const nothing: Found = { ids: [], total: 0, words: new Set() }

/** The query with words of the archive for those that no article has, in the letters of an article that has them. */
async function insteadOf(query: string, { search }: DeskRoom): Promise<string | undefined> {
  let text = query
  for (const { asked, term, id } of search.index.nearest(readQuery(query))) {
    const found = await search.texts.get(id)
    const words = [found?.row.headline ?? '', ...(found?.pieces ?? [])].flatMap((piece) => [
      ...writtenIn(piece),
    ])
    const written = words.find((word) => foldedWords(word).includes(term))
    if (written === undefined) return undefined
    text = text.replace(asked.written, written)
  }
  return text === query ? undefined : text
}

/** Whether the row of an article passes; undefined where all do. */
function wantedBy(filter: RowFilter, { ports }: DeskRoom): ((id: string) => boolean) | undefined {
  if (Object.values(filter).every((part) => part === undefined || part.length === 0)) return undefined
  const missed = missedBy(filter)
  return (id) => {
    const row = ports.rows.get(id)
    return row !== undefined && missed(row) === 'none'
  }
}

/** Finding articles by their words. `ms` leaves out the reading of the library at the first search. */
export function searchCalls(room: DeskRoom): Searching {
  const { clock } = room.ports
  return {
    'article.search': async ({ query, limit = usualLimit, filter = {} }) => {
      await room.search.ready()
      const names = await room.names.known()
      const begin = clock.elapsed()
      const asked = withNames(readQuery(query), names)
      const isWanted = wantedBy(filter, room)
      const nowMs = clock.now()
      const found = isEmptyQuery(asked) ? nothing : room.search.index.find(asked, { nowMs, limit, isWanted })
      const hits = await Promise.all(
        found.ids.map(async (id): Promise<SearchHit[]> => {
          const text = await room.search.texts.get(id)
          if (!text) return []
          const { headline, language } = text.row
          return [{ id, headline, language, row: text.row, ...excerptOf(text.pieces, found.words) }]
        }),
      )
      const ms = clock.elapsed() - begin
      const instead = found.total === 0 ? await insteadOf(query, room) : undefined
      return { hits: hits.flat(), total: found.total, ms, ...(instead === undefined ? {} : { instead }) }
    },
  }
}
