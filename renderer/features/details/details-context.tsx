import { createContext, useContext } from 'react'
import type { StoryType } from '../../../core/model/story-type.ts'
import type { HouseWords } from './house-words.ts'

/** What all controls of one Details form share. */
export interface DetailsTools {
  houseWords: HouseWords
  /** The type of the story; undefined where it has none, or one that nobody knows. */
  type: StoryType | undefined
  onType: (id: string) => void
  /** Tells a screen reader something that can be seen. */
  say: (sentence: string) => void
}
const DetailsContext = createContext<DetailsTools | null>(null)
export const DetailsProvider = DetailsContext.Provider

export function useDetailsTools(): DetailsTools {
  const tools = useContext(DetailsContext)
  if (!tools) throw new Error('there is no Details form above this control')
  return tools
}
