let graphemes: Intl.Segmenter | undefined
const segments = (text: string) =>
  (graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })).segment(text)

// UAX #11: W and F, as far as news has them; emoji that are shown as pictures take two columns too.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u

/** Columns that a text takes in letters of one width: a letter with its marks one, an emoji two, what cannot be seen none. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let columns = 0
  for (const { segment } of segments(text)) {
    if (!/^\p{Cf}+$/u.test(segment)) columns += wide.test(segment) ? 2 : 1
  }
  return columns
}
