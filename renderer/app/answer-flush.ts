import { DeskError, type DeskErrorCode } from '../../core/api/errors.ts'
import type { DeskClient } from '../desk/client.ts'
import type { ArticleSession } from '../features/article/session.ts'

/** Tells the host that waits for it whether the disk has the open article. */
export async function answerFlush(
  desk: DeskClient,
  session: ArticleSession | null,
  round: number,
): Promise<void> {
  let problem: DeskErrorCode | null = null
  try {
    await session?.flush()
  } catch (thrown) {
    problem = thrown instanceof DeskError ? thrown.code : 'internal'
  }
  // A host that has gone meanwhile waits for nothing.
  await desk.call('host.flushed', { round, problem }).catch(() => undefined)
}
