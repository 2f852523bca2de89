import { useEffect } from 'react'
import { narrowWindows, roomIn, type LayoutState } from './layout-state.ts'

/** Folds the sides away as the window becomes too narrow for them, and unfolds them as it becomes wide again. */
export function useRoom(change: (part: Partial<LayoutState>) => void): void {
  useEffect(() => {
    const queries = narrowWindows.map((query) => matchMedia(query))
    const refit = () => change(roomIn(window.innerWidth))
    for (const query of queries) query.addEventListener('change', refit)
    return () => {
      for (const query of queries) query.removeEventListener('change', refit)
    }
  }, [change])
}
