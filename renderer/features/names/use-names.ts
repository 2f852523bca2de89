import { useEffect, useState, useSyncExternalStore } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { MetName } from '../../../core/api/names.ts'
import type { NameEntry } from '../../../core/model/names.ts'
import { writtenNames } from '../../../core/model/names-file.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import { houseNamesOf } from '../../desk/house-names.ts'
import { base64Of } from '../../desk/pictures.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

const fileName = 'midad-names.json'
const none: readonly NameEntry[] = []
const noneMet: readonly MetName[] = []

/** The house's names with what can be done with them; a failure is a sentence in `problem`. */
export function useNames(host: HostInfo) {
  const { t } = useWords()
  const desk = useDesk()
  const names = houseNamesOf(desk)
  const entries = useSyncExternalStore(names.subscribe, names.entries)
  const failure = useSyncExternalStore(names.subscribe, names.failure)
  const met = useMet(entries)
  const [problem, setProblem] = useState('')
  const [taken, setTaken] = useState('')
  useEffect(() => void names.ask(), [names])
  const tryTo = async (work: () => Promise<unknown>) => {
    setProblem('')
    setTaken('')
    try {
      await work()
      return true
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
      return false
    }
  }
  return {
    isRead: entries !== null,
    entries: entries ?? none,
    met,
    problem: problem || (failure === null ? '' : errorSentence(t, failure)),
    /** What came in with the last file. */
    taken,
    put: (put: NameEntry[]) => tryTo(() => names.change({ put })),
    remove: (id: string) => tryTo(() => names.change({ remove: [id] })),
    save: () =>
      tryTo(async () => {
        const base64 = await base64Of(new Blob([writtenNames(entries ?? none)]))
        await handOver({ name: fileName, mime: 'application/json', base64, warnings: [] }, desk, host)
      }),
    takeFile: (file: File) =>
      tryTo(async () => {
        const { added, changed } = await desk.call('names.merge', { base64: await base64Of(file) })
        setTaken(t('names.taken', { added, changed }))
      }),
  }
}

/** What articles hold and the list has not; asked anew whenever the list is another. */
function useMet(entries: readonly NameEntry[] | null): { met: readonly MetName[]; total: number } {
  const desk = useDesk()
  const [answer, setAnswer] = useState({ met: noneMet, total: 0 })
  useEffect(() => {
    if (!entries) return undefined
    let isOver = false
    desk.call('names.met', {}).then(
      (met) => isOver || setAnswer(met),
      // The table is whole without it.
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [desk, entries])
  return answer
}

/** A name as it is met, as an entry of the list. */
export const entryOf = ({ kind, word, language }: MetName): NameEntry => ({
  id: crypto.randomUUID(),
  kind,
  spellings: { [language]: { preferred: word, others: [] } },
})
