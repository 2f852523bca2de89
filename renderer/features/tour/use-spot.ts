import { useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react'
import type { Direction } from '../../../core/model/language-code.ts'
import type { HintId } from './hints.ts'
import { placeHint, type Box, type Spot } from './place-hint.ts'

// Panels unfold, load and are dragged about; nothing tells of all of it.
const lookAgainMs = 150

export interface Placed {
  spot: Spot
  /** What the hint is about; null where it is not on screen. */
  anchor: Box | null
}

/** Where the hint stands now; follows its anchor while the window changes under it. */
export function useSpot(hint: HintId, box: RefObject<HTMLElement | null>, direction: Direction): Placed {
  const [placed, setPlaced] = useState<Placed>({ spot: { inlineStart: 0, blockStart: 0 }, anchor: null })
  const measure = useEffectEvent(() => {
    if (!box.current) return
    const { offsetWidth: width, offsetHeight: height } = box.current
    const around = { width: window.innerWidth, height: window.innerHeight }
    const anchor = anchorOf(hint)
    const next = { anchor, spot: placeHint(anchor, { width, height }, around, direction) }
    setPlaced((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
  })
  useLayoutEffect(() => {
    const look = () => measure()
    look()
    const timer = setInterval(look, lookAgainMs)
    window.addEventListener('resize', look)
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('resize', look)
      window.removeEventListener('scroll', look, { capture: true })
    }
  }, [hint, direction])
  return placed
}

/** The part of the anchor that is in sight; null where there is none. */
function anchorOf(hint: HintId): Box | null {
  const anchor = document.querySelector(`[data-tour=${hint}]`)
  if (!anchor?.checkVisibility({ visibilityProperty: true })) return null
  const whole = anchor.getBoundingClientRect()
  const within =
    anchor.closest('.scroll')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)
  const x = Math.max(whole.left, within.left)
  const y = Math.max(whole.top, within.top)
  const width = Math.min(whole.right, within.right) - x
  const height = Math.min(whole.bottom, within.bottom) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}
