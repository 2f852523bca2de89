import { useEffect, useState } from 'react'
import { presentText, recoveredText, type ComparedTexts } from '../../../core/api/versions.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

/** Two texts of an article, by the names that the desk knows them by. */
export interface Pair {
  id: string
  older: string
  newer: string
}
interface Answer {
  /** Another one for each pair. */
  of: string
  /** Null where it could not be made. */
  compared: ComparedTexts | null
  problem: string
}
export interface AskedComparison {
  /** Null while it is being made, and where there is nothing to compare. */
  compared: ComparedTexts | null
  problem: string
  /** What may stay on screen until then: the one before. */
  last: Answer
}

/** Whoever runs through the list by a held arrow asks for the last one only. */
const restMs = 120
const none: Answer = { of: '', compared: null, problem: '' }

/** How the two texts differ, asked of the desk when the choice has come to rest; and anew when one of them is saved. */
export function useComparison(pair: Pair | null): AskedComparison {
  const desk = useDesk()
  const { t } = useWords()
  const [answer, setAnswer] = useState(none)
  const asked = JSON.stringify(pair)
  // After a save the same two are asked for again; what is there stays until then.
  const wish = JSON.stringify({ pair, saves: useSaves(pair) })
  useEffect(() => {
    const { pair: input } = JSON.parse(wish) as { pair: Pair | null }
    if (!input) return undefined
    const of = JSON.stringify(input)
    let isWanted = true
    const ask = () =>
      void desk.call('versions.compare', input).then(
        (compared) => isWanted && setAnswer({ of, compared, problem: '' }),
        (thrown: unknown) => isWanted && setAnswer({ of, compared: null, problem: errorSentence(t, thrown) }),
      )
    const timer = window.setTimeout(ask, restMs)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [desk, wish, t])
  const { compared, problem } = answer.of === asked ? answer : none
  return { compared, problem, last: answer }
}

/** How often the article has been saved while its present text is compared: by whichever window, or another program. */
function useSaves(pair: Pair | null): number {
  const desk = useDesk()
  const [saves, setSaves] = useState(0)
  const isPresent = [pair?.older, pair?.newer].some((name) => name === presentText || name === recoveredText)
  const id = isPresent ? pair?.id : undefined
  useEffect(() => {
    if (id === undefined) return undefined
    const saved = () => setSaves((count) => count + 1)
    return desk.listen((event) => {
      if (event.name === 'article.changed' && event.data.row.id === id) saved()
    }, saved)
  }, [desk, id])
  return saves
}
