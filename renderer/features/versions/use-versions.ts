import { useEffect, useState } from 'react'
import type { VersionInfo } from '../../../core/api/versions.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { OpenDraft } from '../../desk/draft.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

export interface KeptVersions {
  /** Newest first; null until they are read. */
  versions: readonly VersionInfo[] | null
  total: number
  /** Why they, or the last words before them, are not there; empty where all is well. */
  problem: string
  /** Reads the next older ones. */
  readMore: () => void
}

/** The versions of the open article, read once its last words are on the disk: they are compared with what is there. */
export function useVersions(draft: OpenDraft): KeptVersions {
  const desk = useDesk()
  const { t } = useWords()
  const { id } = draft.details()
  const [kept, setKept] = useState<{ versions: VersionInfo[]; total: number } | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isWanted = true
    const complain = (thrown: unknown) => {
      if (isWanted) setProblem(errorSentence(t, thrown))
    }
    const read = async () => {
      await draft.flush().catch(complain)
      const answer = await desk.call('versions.list', { id })
      if (isWanted) setKept(answer)
    }
    read().catch(complain)
    return () => {
      isWanted = false
    }
  }, [desk, draft, id, t])
  const readMore = () => {
    const after = kept?.versions.at(-1)?.name
    if (!after) return
    desk.call('versions.list', { id, after }).then(
      ({ versions, total }) => setKept((before) => ({ versions: joined(before?.versions, versions), total })),
      (thrown: unknown) => setProblem(errorSentence(t, thrown)),
    )
  }
  return { versions: kept?.versions ?? null, total: kept?.total ?? 0, problem, readMore }
}

/** Asked for twice, they are listed once. */
function joined(newer: readonly VersionInfo[] = [], older: readonly VersionInfo[]): VersionInfo[] {
  const names = new Set(newer.map(({ name }) => name))
  return [...newer, ...older.filter(({ name }) => !names.has(name))]
}
