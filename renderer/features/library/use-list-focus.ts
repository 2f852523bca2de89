import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import type { ListPlaces } from './list-places.ts'
import type { Shelf } from './shelf.ts'

interface ListFocus {
  /** The row that the keyboard is at, or would come to. */
  active: number
  hasFocus: boolean
  /** Goes to a row, wherever it is. */
  goTo: (index: number) => void
  onFocus: (event: FocusEvent) => void
  onBlur: (event: FocusEvent) => void
}

interface Parts {
  shelf: Shelf
  scroller: RefObject<HTMLElement | null>
  places: ListPlaces
  lineHeight: number
  headHeight: number
  /** Rows stand where `places` says. */
  isPlaced: boolean
}

/**
 * One stop of the Tab key for a list of any length: the focus goes with its article where that moves, stays at its place where the
 * article goes, and is never lost because rows are drawn anew.
 */
export function useListFocus({
  shelf,
  scroller,
  places,
  lineHeight,
  headHeight,
  isPlaced,
}: Parts): ListFocus {
  const [at, setAt] = useState<{ index: number; id: string | undefined }>({ index: 0, id: undefined })
  const [hasFocus, setHasFocus] = useState(false)
  const wanted = useRef<number | null>(null)
  const last = useRef<Element | null>(null)
  const known = at.id === undefined ? undefined : shelf.indexOf(at.id)
  const active = Math.max(0, Math.min(known ?? at.index, shelf.count() - 1))

  const goTo = useCallback(
    (to: number) => {
      const index = Math.max(0, Math.min(to, shelf.count() - 1))
      const element = scroller.current
      if (element && isPlaced) {
        const top = places.topOf(index)
        // Under the head that stays at the top.
        if (top - headHeight < element.scrollTop) element.scrollTo({ top: top - headHeight })
        const bottom = top + lineHeight - element.clientHeight
        if (bottom > element.scrollTop) element.scrollTo({ top: bottom })
      }
      wanted.current = index
      setHasFocus(true)
      setAt({ index, id: shelf.rowAt(index)?.id })
    },
    [shelf, scroller, places, lineHeight, headHeight, isPlaced],
  )
  useLayoutEffect(() => {
    const lost =
      last.current !== null && !last.current.isConnected && document.activeElement === document.body
    const index = wanted.current ?? (lost ? active : null)
    if (index === null) return
    const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    if (!button) return
    wanted.current = null
    last.current = button
    button.focus({ preventScroll: isPlaced })
  })
  const onFocus = ({ target }: FocusEvent) => {
    const { index, id } = (target as HTMLElement).dataset
    if (index === undefined) return
    last.current = target
    setHasFocus(true)
    setAt({ index: Number(index), id })
  }
  const onBlur = ({ target, relatedTarget, currentTarget }: FocusEvent) => {
    // A row that was taken away gives its focus to nobody.
    if (!target.isConnected || currentTarget.contains(relatedTarget)) return
    last.current = null
    setHasFocus(false)
  }
  return { active, hasFocus, goTo, onFocus, onBlur }
}
