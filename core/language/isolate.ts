import type { Direction } from '../model/language-code.ts'

export type IsolateKind =
  | 'phone'
  | 'date'
  | 'range'
  | 'score'
  | 'url'
  | 'email'
  | 'handle'
  | 'hashtag'
  | 'money'
  | 'negative'
  | 'formula'
  | 'latin'
  | 'arabic'

/** A run that must keep its own direction inside the paragraph; UTF-16 offsets, `to` exclusive. */
export interface Isolate {
  from: number
  to: number
  dir: Direction
  kind: IsolateKind
}

/** The runs of a paragraph's text that need isolation (rtl.md 1.7), sorted, never overlapping. */
export function isolates(_text: string, _base: Direction): Isolate[] {
  return []
}

/** The text with LRI…PDI or RLI…PDI around its isolates, for places that hold no markup. */
export function isolateForAttribute(text: string, _base: Direction): string {
  return text
}
