import { useEffect } from 'react'
import type { DeskWindow } from './desk-window.ts'

/** Asks what an interruption has left behind, when the desk is drawn and has nothing else to do: writing comes first. */
export function useRecovery(desk: DeskWindow, isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return undefined
    const idle = requestIdleCallback(() => void desk.recovery.read(), { timeout: 5000 })
    return () => cancelIdleCallback(idle)
  }, [desk, isDrawn])
}
