import { useRef, useState, type KeyboardEvent } from 'react'

/** The one of these changes that is looked at. */
const looked = 'data-looked'

/**
 * Goes from change to change of what is drawn within `place`, round and round; `at` counts from 1, 0 before the first.
 * `of` names what is compared: with another one it begins anew.
 */
export function useChanges(of: string) {
  const place = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState({ of, at: 0 })
  const at = reached.of === of ? reached.at : 0
  const go = (step: 1 | -1) => {
    const changes = [...(place.current?.querySelectorAll('[data-change]') ?? [])]
    if (changes.length === 0) return
    const next =
      at === 0 && step === -1 ? changes.length : ((at - 1 + step + changes.length) % changes.length) + 1
    place.current?.querySelector(`[${looked}]`)?.removeAttribute(looked)
    const change = changes[next - 1]
    change?.setAttribute(looked, '')
    change?.scrollIntoView({ block: 'center' })
    setReached({ of, at: next })
  }
  /** Alt with the arrows, before a list takes them. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const step = event.altKey ? ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key] : undefined
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    go(step)
  }
  return { place, at, go, onKeyDownCapture }
}
