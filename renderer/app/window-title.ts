import { useEffect, useSyncExternalStore } from 'react'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ArticleSession } from '../features/article/session.ts'

const nothing = () => () => undefined

/** The window is called after the open article, as windows of other programs are. */
export function useWindowTitle(session: ArticleSession | null, t: Translate): void {
  const headline = useSyncExternalStore(
    session?.subscribe ?? nothing,
    () => session?.details().fields.headline ?? null,
  )
  useEffect(() => {
    const name = t('app.name')
    document.title = headline === null ? name : `${headline || t('article.untitled')} – ${name}`
  }, [headline, t])
}
