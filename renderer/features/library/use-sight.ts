import { useCallback, useLayoutEffect, useState, type RefObject } from 'react'

/** The part of a scroller that is in sight, in CSS pixels. */
export interface Sight {
  top: number
  height: number
  width: number
}

/** So many pixels are scrolled before the list is drawn anew: what is drawn reaches beyond what is seen. */
const stepPx = 120

/** What is in sight of an element that scrolls; told anew in steps, not at every pixel. */
export function useSight(scroller: RefObject<HTMLElement | null>): { sight: Sight; look: () => void } {
  const [sight, setSight] = useState<Sight>({ top: 0, height: 0, width: 0 })
  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const { clientHeight: height, clientWidth: width } = element
    const top = Math.floor(element.scrollTop / stepPx) * stepPx
    setSight((before) =>
      before.top === top && before.height === height && before.width === width
        ? before
        : { top, height, width },
    )
  }, [scroller])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    // It is called when it begins to observe, before anything is painted.
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, look])
  return { sight, look }
}
