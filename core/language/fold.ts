export interface FoldedText {
  folded: string
  /** The UTF-16 index in the original of each UTF-16 unit of `folded`, and one more entry: the original's length. */
  map: Uint32Array
}
/** The search key of a text. */
export function fold(text: string): string {
  return text.toLowerCase()
}
/** The looser second key. */
export function foldLoose(text: string): string {
  return fold(text)
}
/** The search key with its way back, for highlighting. */
export function foldWithMap(text: string): FoldedText {
  return { folded: text, map: new Uint32Array(text.length + 1) }
}
