import { useEffect, useState } from 'react'

const whenIdleWithinMs = 5000

/**
 * A part of the window whose code is read when the desk has nothing else to do, or at once when it is wanted; null
 * until then. Not React.lazy: once read it is drawn in the very event that asks for it, and no key falls in between.
 */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [loaded, setLoaded] = useState<{ part: Part } | null>(null)
  const isThere = loaded !== null
  useEffect(() => {
    if (isThere) return undefined
    let isMounted = true
    // A host that has just gone away: asked again the next time it is wanted.
    const read = () =>
      void load().then(
        (part) => isMounted && setLoaded({ part }),
        () => undefined,
      )
    const idle = isWanted ? undefined : requestIdleCallback(read, { timeout: whenIdleWithinMs })
    if (isWanted) read()
    return () => {
      isMounted = false
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [load, isWanted, isThere])
  return loaded?.part ?? null
}
