import { useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react'
import type { Direction } from '../../../core/model/language-code.ts'
import type { HintId } from './hints.ts'
import { placeHint, type Box, type Spot } from './place-hint.ts'

// Panels unfold, load and are dragged about; nothing tells of all of it.
const lookAgainMs = 150

interface Standing {
  hint: HintId
  direction: Direction
  /** The hint itself. */
  box: RefObject<HTMLElement | null>
  /** Drawn around what it is about; hidden where that is not on screen. */
  ring: RefObject<HTMLElement | null>
}

/** Puts the hint beside its anchor and the ring around it, and follows while the window changes under them. */
export function useStandBeside({ hint, direction, box, ring }: Standing): void {
  const place = useEffectEvent(() => {
    if (!box.current || !ring.current) return
    const { offsetWidth: width, offsetHeight: height } = box.current
    const around = { width: window.innerWidth, height: window.innerHeight }
    const anchor = anchorOf(hint)
    const spot = placeHint(anchor, { width, height }, around, direction)
    moveTo(box.current, spot)
    drawRing(ring.current, anchor)
  })
  // Another hint, another direction: before it is painted.
  useLayoutEffect(() => place())
  useEffect(() => {
    const look = () => place()
    const timer = setInterval(look, lookAgainMs)
    window.addEventListener('resize', look)
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('resize', look)
      window.removeEventListener('scroll', look, { capture: true })
    }
  }, [])
}

function moveTo({ style }: HTMLElement, spot: Spot) {
  style.insetInlineStart = `${spot.inlineStart}px`
  style.insetBlockStart = `${spot.blockStart}px`
}

function drawRing(ring: HTMLElement, anchor: Box | null) {
  ring.hidden = anchor === null
  if (!anchor) return
  const { style } = ring
  // The browser's own pixels: no direction is in them.
  style.left = `${anchor.x}px`
  style.top = `${anchor.y}px`
  style.inlineSize = `${anchor.width}px`
  style.blockSize = `${anchor.height}px`
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
