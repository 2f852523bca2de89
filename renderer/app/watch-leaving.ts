import type { ArticleSession } from '../features/article/session.ts'

/**
 * Saves what is open whenever a person turns away from the window, and has the browser ask before it closes on text
 * that the disk does not have yet. Answers how to stop.
 */
export function watchLeaving(session: () => ArticleSession | null): () => void {
  const flush = () =>
    void session()
      ?.flush()
      .catch(() => undefined)
  const whenHidden = () => document.visibilityState === 'hidden' && flush()
  const beforeLeaving = (event: BeforeUnloadEvent) => {
    const kind = session()?.saveState().kind
    if (kind && kind !== 'saved') event.preventDefault()
    flush()
  }
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  window.addEventListener('beforeunload', beforeLeaving)
  document.addEventListener('visibilitychange', whenHidden)
  return () => {
    window.removeEventListener('blur', flush)
    window.removeEventListener('pagehide', flush)
    window.removeEventListener('beforeunload', beforeLeaving)
    document.removeEventListener('visibilitychange', whenHidden)
  }
}
