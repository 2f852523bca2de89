import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { ListPlaces } from './list-places.ts'
import type { Shelf } from './shelf.ts'

interface KeptPlace {
  shelf: Shelf
  scroller: RefObject<HTMLElement | null>
  places: ListPlaces
  /** Another list begins at its top. */
  list: number
}

/** What is being read stays where it is when articles come or go above it. */
export function useKeptPlace({ shelf, scroller, places, list }: KeptPlace): void {
  const seen = useRef<{ id: string | undefined; top: number; list: number }>({ id: undefined, top: 0, list })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const { id, top, list: before } = seen.current
    if (before !== list) element.scrollTo({ top: 0 })
    const index = before === list && id !== undefined && element.scrollTop > 0 ? shelf.indexOf(id) : undefined
    const moved = index === undefined ? 0 : places.topOf(index) - top
    if (moved !== 0) element.scrollTo({ top: element.scrollTop + moved })
    const now = places.rowAt(element.scrollTop)
    seen.current = { id: shelf.rowAt(now)?.id, top: places.topOf(now), list }
  })
}
