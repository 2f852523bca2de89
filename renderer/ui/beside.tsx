import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Direction } from '../../core/model/language-code.ts'
import { placeBeside, type Stretch } from './place-beside.ts'
import './beside.css'

interface BesideProps {
  /** Asked whenever something has scrolled or changed its size: the first that it has room beside. */
  stretches: () => readonly Stretch[]
  /** What it may stand in; the window where this is absent. */
  room?: () => Stretch
  align: Direction | 'middle'
  side: 'over' | 'under'
  className?: string
  /** Escape is for what stands in it, and not for what is around. */
  takesEscape?: boolean
  children: ReactNode
}

const theWindow = (): Stretch => ({ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight })

/** A box in the top layer, over or under a line of text and never on it; hidden where it has no room, or the line is out of sight. */
export function Beside({
  stretches,
  room = theWindow,
  align,
  side,
  className = '',
  takesEscape = false,
  children,
}: BesideProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.showPopover(), [])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const place = () => {
      const { offsetWidth: width, offsetHeight: height } = element
      const [spot] = stretches().flatMap(
        (stretch) => placeBeside({ stretch, box: { width, height }, room: room(), align, side }) ?? [],
      )
      // Kept in the page, so that its size is known.
      element.style.visibility = spot ? '' : 'hidden'
      if (!spot) return
      element.style.setProperty('--x', `${spot.x}px`)
      element.style.setProperty('--y', `${spot.y}px`)
    }
    place()
    const watch = new ResizeObserver(place)
    watch.observe(element)
    window.addEventListener('resize', place)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', place, { capture: true })
    }
  })
  return (
    <div
      ref={box}
      popover="manual"
      className={`float at-line ${className}`}
      data-takes-escape={takesEscape ? '' : undefined}
    >
      {children}
    </div>
  )
}
