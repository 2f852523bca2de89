import type { HouseTheme } from '../../../core/model/theme.ts'

/** What each part of the form is drawn from. */
export interface ThemePartProps {
  theme: HouseTheme
  isReadOnly: boolean
  /** `what` names the thing that is changed: letters typed into it one after the other are one step back. */
  onChange: (theme: HouseTheme, what: string) => void
}
