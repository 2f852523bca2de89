import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { DeskRoom } from './room.ts'

type Listings = Pick<DeskApi, 'article.rows' | 'article.position' | 'article.ids' | 'article.days'>

/** Windows into long lists of rows: the page never has to hold them whole. */
export function listingCalls({ lists, ports }: DeskRoom): Listings {
  return {
    'article.rows': async ({ from, count, ...listing }) => {
      const list = lists.list(listing)
      return {
        rows: list.rows(from, count),
        total: list.placed.length,
        all: lists.list({ ...listing, filter: {} }).placed.length,
        counts: list.counts(),
        change: lists.change,
      }
    },
    'article.position': async ({ id, ...listing }) => {
      const row = ports.rows.get(id)
      if (!row) throw new DeskError('not-found', `there is no article ${id}`)
      return lists.list(listing).positionOf(row)
    },
    'article.ids': async ({ from, count, ...listing }) => ({
      ids: lists
        .list(listing)
        .rows(from, count)
        .map(({ id }) => id),
    }),
    'article.days': async (listing) => ({ days: lists.list(listing).days() }),
  }
}
