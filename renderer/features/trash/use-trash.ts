import { useCallback, useEffect, useState } from 'react'
import type { TrashedArticle } from '../../../core/api/versions.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

export interface Trash {
  /** Null until it is known. */
  articles: readonly TrashedArticle[] | null
  /** Something is being restored or deleted. */
  isBusy: boolean
  problem: string
  /** What was done last, in a sentence. */
  done: string
  restore: (article: TrashedArticle) => Promise<void>
  /** Deletes these for good, and no others that may have come meanwhile. */
  remove: (ids: readonly string[]) => Promise<void>
}

/** What lies in the trash, also as it changes in other windows, and what can be done with it. */
export function useTrash(onRestored: (id: string) => void): Trash {
  const { t } = useWords()
  const desk = useDesk()
  const [articles, setArticles] = useState<readonly TrashedArticle[] | null>(null)
  const [said, say] = useState({ problem: '', done: '' })
  const [isBusy, setBusy] = useState(false)
  const fail = useCallback((thrown: unknown) => say({ problem: errorSentence(t, thrown), done: '' }), [t])
  const read = useCallback(
    () => desk.call('trash.list', {}).then(({ articles: listed }) => setArticles(listed), fail),
    [desk, fail],
  )
  useEffect(() => {
    void read()
    return desk.listen(
      ({ name }) => {
        if (name === 'trash.changed') void read()
      },
      () => void read(),
    )
  }, [desk, read])

  const work = async (does: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    say({ problem: '', done: '' })
    try {
      await does()
    } catch (thrown) {
      fail(thrown)
    }
    await read()
    setBusy(false)
  }
  return {
    articles,
    isBusy,
    ...said,
    restore: ({ row }) =>
      work(async () => {
        await desk.call('trash.restore', { id: row.id })
        onRestored(row.id)
        say({ problem: '', done: t('trash.restored', { headline: row.headline || t('article.untitled') }) })
      }),
    remove: (ids) =>
      work(async () => {
        const { removed } = await desk.call('trash.remove', { ids: [...ids] })
        const stayed = ids.length - removed
        say({
          problem: stayed > 0 ? t('trash.stayed', { count: stayed }) : '',
          done: t('trash.removed', { count: removed }),
        })
      }),
  }
}
