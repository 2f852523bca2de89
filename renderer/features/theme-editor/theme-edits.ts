import type { HouseTheme } from '../../../core/model/theme.ts'

/** A theme that is being edited: as it was kept, as it is now, and the steps back. */
export interface ThemeEdits {
  kept: HouseTheme
  now: HouseTheme
  past: readonly HouseTheme[]
  /** What was changed last: going on with the same thing is one step. */
  last: string
}

export const editsOf = (theme: HouseTheme): ThemeEdits => ({ kept: theme, now: theme, past: [], last: '' })

/** More steps back than a person remembers. */
const mostSteps = 200

/** The theme changed; `what` names the thing, and letters typed into one field are one step back. */
export function edited(edits: ThemeEdits, now: HouseTheme, what: string): ThemeEdits {
  const goesOn = what === edits.last && edits.past.length > 0
  const past = goesOn ? edits.past : [...edits.past, edits.now].slice(-mostSteps)
  return { ...edits, now, past, last: what }
}

/** One step back; the same where there is none. */
export function undone(edits: ThemeEdits): ThemeEdits {
  const now = edits.past.at(-1)
  return now ? { ...edits, now, past: edits.past.slice(0, -1), last: '' } : edits
}

/** What is on the disk now. */
export const kept = (edits: ThemeEdits, theme: HouseTheme): ThemeEdits => ({
  ...edits,
  kept: theme,
  last: '',
})

export const isChanged = ({ kept: before, now }: ThemeEdits): boolean =>
  JSON.stringify(before) !== JSON.stringify(now)
