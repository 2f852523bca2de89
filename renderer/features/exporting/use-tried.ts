import { useEffect, useState } from 'react'
import type { OptionValues, TriedFile } from '../../../core/api/files.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { OpenDraft } from '../../desk/draft.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

/** What an export in one format would be; both absent while it is being looked at. */
export interface Tried {
  file?: TriedFile
  problem?: string
}

interface Asked {
  format: string
  options: OptionValues | undefined
}
const keyOf = ({ format, options }: Asked): string => `${format} ${JSON.stringify(options ?? {})}`

/** Tries each of these formats, one after the other, and keeps what was found: nothing is written. */
export function useTried(draft: OpenDraft, asked: readonly Asked[]): (asked: Asked) => Tried {
  const desk = useDesk()
  const { t } = useWords()
  const [tried, setTried] = useState<ReadonlyMap<string, Tried>>(new Map())
  const next = asked.find((each) => !tried.has(keyOf(each)))
  const wanted = next && keyOf(next)
  useEffect(() => {
    if (wanted === undefined || !next) return undefined
    let isWanted = true
    const note = (found: Tried) => isWanted && setTried((before) => new Map(before).set(wanted, found))
    const look = async () => {
      // What is exported is what the disk has: the last keys first.
      await draft.flush()
      const { id } = draft.details()
      return desk.call('article.tryExport', { id, format: next.format, options: next.options })
    }
    look().then(
      (file) => note({ file }),
      (thrown: unknown) => note({ problem: errorSentence(t, thrown) }),
    )
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `wanted` says all of `next`
  }, [desk, draft, t, wanted])
  return (each) => tried.get(keyOf(each)) ?? {}
}
