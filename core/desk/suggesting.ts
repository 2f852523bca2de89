import type { DeskApi } from '../api/contract.ts'
import type { DeskRoom } from './room.ts'

/** What the house has written in the same field before. */
export function suggestionCalls(room: DeskRoom): Pick<DeskApi, 'article.suggestions'> {
  return {
    'article.suggestions': async ({ language, except }) => {
      await room.search.ready()
      return room.search.used.suggestions(language, except)
    },
  }
}
