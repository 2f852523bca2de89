import type { DeskClient } from '../../desk/client.ts'
import type { ArticleSession } from './session.ts'

/** Has the desk keep the text as it stands this moment, before something large happens; never stands in its way. */
export async function keepBefore(
  desk: DeskClient,
  session: ArticleSession,
  reason: 'before-paste' | 'before-import',
): Promise<void> {
  if (session.isReadOnly) return
  try {
    await desk.call('versions.keep', { ...session.draft(), reason })
  } catch {
    // The text itself is in the editor and in the journal.
  }
}
