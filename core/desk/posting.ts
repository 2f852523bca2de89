import type { DeskApi } from '../api/contract.ts'
import { postsOf } from '../export/social/social.ts'
import { toBase64 } from '../model/base64.ts'
import { exportInput } from './exporting.ts'
import type { DeskRoom } from './room.ts'

/** What an article says of itself in social networks, for looking at and copying. */
export function postCalls(room: DeskRoom): Pick<DeskApi, 'article.posts'> {
  return {
    'article.posts': async ({ id, cards: hasCards }) => {
      const { article } = await room.read(id)
      const { texts, cards } = await postsOf(await exportInput(room, article), hasCards)
      return {
        texts: texts.map(({ network, text, count, most, isCut }) => ({ network, text, count, most, isCut })),
        cards: cards.map(({ bytes, ...card }) => ({ ...card, base64: toBase64(bytes) })),
      }
    },
  }
}
