import { useEffect, useState } from 'react'
import type { ArticleRow } from '../../../core/model/article.ts'
import { useDesk } from '../../desk/desk-context.tsx'

const searchAfterMs = 80
const mostArticles = 6

/** The articles that a query finds, a moment after typing rests; those lately changed where nothing is asked. */
export function useArticles(query: string, recent: readonly ArticleRow[]): readonly ArticleRow[] {
  const desk = useDesk()
  const [found, setFound] = useState<{ query: string; rows: readonly ArticleRow[] }>({ query: '', rows: [] })
  const asked = query.trim()
  useEffect(() => {
    if (asked === '') return undefined
    let isWanted = true
    const search = async () => {
      const { hits } = await desk.call('article.search', { query: asked, limit: mostArticles })
      if (isWanted) setFound({ query: asked, rows: hits.map(({ row }) => row) })
    }
    // A desk that does not answer leaves the commands, which need no answer.
    const timer = window.setTimeout(() => void search().catch(() => undefined), searchAfterMs)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [desk, asked])
  if (asked === '') return recent
  // Until the answer is there the last one stays, so that nothing jumps under the reader's hand.
  return found.rows
}
