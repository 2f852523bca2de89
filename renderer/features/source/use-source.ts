import { useEffect, useState } from 'react'
import type { SourceState } from '../../../core/api/starts.ts'
import type { DeskEvent } from '../../../core/api/contract.ts'
import { useDesk } from '../../desk/desk-context.tsx'

/** Whoever writes in the source saves every second: what it says is asked for when that rests. */
const restMs = 400

/**
 * What has become of the source of this translation, asked anew whenever that is saved, goes, comes back or is noted; with its
 * words where `text` says so. Null until the desk has answered.
 */
export function useSource(id: string, sourceId: string, text: boolean): SourceState | null {
  const desk = useDesk()
  const [state, setState] = useState<SourceState | null>(null)
  useEffect(() => {
    let isWanted = true
    let timer: number | undefined
    const ask = () =>
      void desk.call('article.source', { id, text }).then(
        (answer) => isWanted && setState(answer),
        // Away for a moment: the next connection asks again.
        () => undefined,
      )
    const soon = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, restMs)
    }
    ask()
    const stop = desk.listen((event) => concerns(event, id, sourceId) && soon(), ask)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
      stop()
    }
  }, [desk, id, sourceId, text])
  return state
}

function concerns({ name, data }: DeskEvent, id: string, sourceId: string): boolean {
  if (name === 'article.changed') return data.row.id === sourceId
  if (name === 'article.removed') return data.id === sourceId
  return name === 'trash.changed' || (name === 'source.noted' && data.id === id)
}
