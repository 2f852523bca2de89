import type { FontFamily } from './theme.ts'

/** A piece of a line that is written in one direction, as it is to be drawn. */
export interface Lettering {
  /** In the order in which it is read. */
  text: string
  isRightToLeft: boolean
  /** The first that has a letter gives it. */
  families: readonly FontFamily[]
  /** 400 to 700. */
  weight: number
}
/** Letters as shapes, shaped and joined by their script's rules; in thousandths of the size, from the left end of the base line, y downwards. */
export interface Outline {
  width: number
  /** The `d` of an SVG path; '' where there is nothing to see. */
  path: string
}
