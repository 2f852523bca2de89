import { createContext, useContext } from 'react'
import type { DeskClient } from './client.ts'

const DeskContext = createContext<DeskClient | null>(null)
export const DeskProvider = DeskContext.Provider

/** The desk that this window asks. */
export function useDesk(): DeskClient {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('there is no desk above this component')
  return desk
}
