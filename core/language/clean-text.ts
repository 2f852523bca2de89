import type { Direction } from '../model/language-code.ts'

/** A pasted text without its hidden damage. */
export interface CleanText {
  text: string
  /** How many hidden characters were taken out. */
  removed: number
  /** What stood between isolate characters, over `text`; `dir` null for FSI (by the text itself). */
  isolates: CleanIsolate[]
}
export interface CleanIsolate {
  from: number
  to: number
  dir: Direction | null
}

/** The paste filter (rtl.md Recommendation 5). */
export function cleanText(text: string): CleanText {
  return { text, removed: 0, isolates: [] }
}
