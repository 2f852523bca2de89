import { useSyncExternalStore } from 'react'

const everyMs = 30_000
let now = Date.now()

function subscribe(listener: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now()
    listener()
  }, everyMs)
  return () => clearInterval(timer)
}

/** Milliseconds since 1970, told anew twice a minute: what is today, and whether an embargo is over. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
