import { useEffectEvent, useLayoutEffect } from 'react'

interface KeyHoldProps {
  /** Letters that were typed so far, to begin with in what is being read. */
  onTyped: (typed: string) => void
  onCancel: () => void
}

/**
 * Stands in for a dialog whose code is still being read: letters typed meanwhile were meant for it, so they are held
 * for it and never fall into the story. Escape thinks better of it.
 */
export function KeyHold({ onTyped, onCancel }: KeyHoldProps) {
  const tell = useEffectEvent(onTyped)
  const cancel = useEffectEvent(onCancel)
  useLayoutEffect(() => {
    let held = ''
    const hold = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') return cancel()
      if (event.key === 'Backspace') held = held.slice(0, -1)
      else if (/^.$/u.test(event.key)) held += event.key
      tell(held)
    }
    window.addEventListener('keydown', hold, { capture: true })
    return () => window.removeEventListener('keydown', hold, { capture: true })
  }, [])
  return null
}
