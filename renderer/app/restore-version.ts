import type { Output } from '../../core/api/contract.ts'
import type { DeskClient } from '../desk/client.ts'
import type { ArticleSession } from '../features/article/session.ts'

const beingRestored = new WeakSet<ArticleSession>()
/** The article's next revision is the version that it becomes, and nobody else's text. */
export const isBeingRestored = (session: ArticleSession): boolean => beingRestored.has(session)

/**
 * Has a version's text become the present one, once the disk has everything of this window. Letters typed while the desk
 * was answering are not lost: saved too late for their revision, they are kept as a version of their own.
 * @throws DeskError; also where they could not be kept, and stand on the sheet alone
 */
export async function restoreVersion(
  desk: DeskClient,
  session: ArticleSession,
  version: string,
): Promise<Output<'versions.restore'>> {
  beingRestored.add(session)
  try {
    await session.flush()
    const asked = { id: session.id, version, revision: session.revision() }
    const restored = await desk.call('versions.restore', asked)
    if (session.saveState().kind !== 'saved') await keepLate(session)
    return restored
  } finally {
    beingRestored.delete(session)
  }
}

async function keepLate(session: ArticleSession): Promise<void> {
  try {
    await session.flush()
  } catch (thrown) {
    // It came too late for its revision and was kept for that; what was typed meanwhile was not.
    if (session.saveState().kind !== 'conflict') throw thrown
    await session.keepApart()
  }
}
