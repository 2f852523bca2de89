import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import type { CommandId } from '../../core/commands/table.ts'
import type { Furniture } from './furniture.tsx'

/** The longest that a page busy with other things may keep the furniture waiting. */
const whenIdleWithinMs = 250
const againAfterMs = 1000

const load = async (): Promise<Furniture> => (await import('./furniture.tsx')).furniture

/**
 * What stands around the story; null until it is read, which begins in the first idle moment after it is wanted. It is
 * drawn in pieces (a transition), so that keys pressed meanwhile come in between.
 */
export function useFurniture(isWanted: boolean): Furniture | null {
  const [furniture, setFurniture] = useState<Furniture | null>(null)
  const isMissing = furniture === null
  useEffect(() => {
    if (!isWanted || !isMissing) return undefined
    let isMounted = true
    let timer: number | undefined
    const read = () =>
      void load().then(
        (loaded) => isMounted && startTransition(() => setFurniture(loaded)),
        // A host that has just gone away may come back; the story can be written meanwhile.
        () => {
          if (isMounted) timer = window.setTimeout(read, againAfterMs)
        },
      )
    const idle = requestIdleCallback(read, { timeout: whenIdleWithinMs })
    return () => {
      isMounted = false
      cancelIdleCallback(idle)
      window.clearTimeout(timer)
    }
  }, [isWanted, isMissing])
  return furniture
}

/** Commands that move the focus into the furniture: without it they would leave it in the story. */
const intoFurniture: readonly CommandId[] = [
  'search.focus',
  'library.recent',
  'view.next-pane',
  'view.previous-pane',
]

/** Holds such a command, and the letters typed after it, until the furniture stands. */
export function useHeldCommand(isFurnished: boolean, run: (id: CommandId) => void) {
  const [command, setCommand] = useState<CommandId | null>(null)
  const [letters, setLetters] = useState('')
  const finish = useEffectEvent(() => {
    setCommand(null)
    setLetters('')
    // As if typed: the field that has the focus now takes them, whatever it is made of.
    if (letters) document.execCommand('insertText', false, letters)
  })
  const begin = useEffectEvent(run)
  useEffect(() => {
    if (!isFurnished || !command) return undefined
    begin(command)
    // The command moves the focus in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => finish())
    })
    return () => cancelAnimationFrame(frame)
  }, [isFurnished, command])
  return {
    isHolding: command !== null,
    hold: setLetters,
    cancel: () => setCommand(null),
    run: (id: CommandId) => (isFurnished || !intoFurniture.includes(id) ? run(id) : setCommand(id)),
  }
}
