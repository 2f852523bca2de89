import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function at every drawing, which does what the newest would: rows that stay as they are need not be drawn anew. */
export function useStable<A extends unknown[]>(newest: (...args: A) => void): (...args: A) => void {
  const held = useRef(newest)
  useLayoutEffect(() => {
    held.current = newest
  })
  return useCallback((...args: A) => held.current(...args), [])
}
