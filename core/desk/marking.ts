import type { DeskApi } from '../api/contract.ts'
import type { MarkedArticle } from '../api/listing.ts'
import { changeStored } from './articles.ts'
import type { DeskRoom } from './room.ts'

/** Changing the status and the keywords of articles that no editor holds: one of many that were chosen in a list. */
export function markCalls(room: DeskRoom): Pick<DeskApi, 'article.mark'> {
  return {
    'article.mark': ({ id, status, addKeywords = [], dropKeywords = [] }) =>
      room.alone(id, async () => {
        let back: MarkedArticle['back'] = null
        const row = await changeStored(room, id, (current) => {
          const { keywords } = current.fields
          const added = [...new Set(addKeywords)].filter((word) => !keywords.includes(word))
          const dropped = keywords.filter((word) => dropKeywords.includes(word))
          const isOther = status !== undefined && status !== current.status
          if (!isOther && added.length === 0 && dropped.length === 0) return null
          back = { ...(isOther && { status: current.status }), addKeywords: dropped, dropKeywords: added }
          const kept = keywords.filter((word) => !dropped.includes(word))
          return {
            status: status ?? current.status,
            fields: { ...current.fields, keywords: [...kept, ...added] },
          }
        })
        return { row, back }
      }),
  }
}
