import type { DeskEvent } from '../../core/api/contract.ts'

/** Hands what the desk tells to everybody who listens at that moment. */
export interface Broadcast {
  tell: (event: DeskEvent) => void
  /** Answers how to stop listening. */
  listen: (listener: (event: DeskEvent) => void) => () => void
}

/** A broadcast without listeners yet: `tell` goes to openDesk, the whole of it to startHost. */
export function createBroadcast(): Broadcast {
  const listeners = new Set<(event: DeskEvent) => void>()
  return {
    tell: (event) => {
      for (const listener of listeners) listener(event)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
