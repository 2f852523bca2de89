import type { Direction } from '../model/language-code.ts'

/** What a run is: a phone, a date with hyphens, … 'latin' is a left-to-right phrase, 'arabic' one from right to left. */
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

/** A run that must keep its own order inside the paragraph; UTF-16 offsets, `to` exclusive. */
export interface Isolate {
  from: number
  to: number
  dir: Direction
  kind: IsolateKind
}
