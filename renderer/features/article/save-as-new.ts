import type { DeskClient } from '../../desk/client.ts'
import type { ArticleSession } from './session.ts'

/**
 * Saves what is written in this window as an article of its own, to the last letter that was typed meanwhile; answers
 * its id. Rejects with the desk's error; the session stays as it is.
 */
export async function saveAsNew(desk: DeskClient, session: ArticleSession): Promise<string> {
  const { article } = await desk.call('article.create', { language: session.details().language })
  const { id } = article
  let { revision } = article
  let mine = session.draft()
  // Until nothing was typed while the desk was saving.
  for (let kept = ''; kept !== JSON.stringify(mine); mine = session.draft()) {
    kept = JSON.stringify(mine)
    revision = (await desk.call('article.save', { ...mine, id, revision })).revision
  }
  return id
}
