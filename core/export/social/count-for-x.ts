/**
 * How X counts (twitter-text, configuration v3: of 280, code points of these ranges weigh 1, all others 2, an emoji 2 however it is
 * composed, an address 23 however long it is), after normalisation to NFC.
 */
const light: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]
export const mostOnX = 280
const addressWeight = 23

const pictograph = '(?![©®]|™(?!\\ufe0f))\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?'
/** Emoji as they are seen: flags, key caps, and pictographs joined by ZWJ. */
const emoji = new RegExp(
  `\\p{Regional_Indicator}{2}|[0-9#*]\\ufe0f?\\u20e3|[©®]\\ufe0f|${pictograph}(?:\\u200d${pictograph})*(?:[\\u{e0020}-\\u{e007f}]+)?`,
  'gu',
)
/** Addresses with a scheme, and names of sites that X makes addresses of. */
const address =
  /https?:\/\/[^\s<>"«»()]+|(?<![\p{L}\p{N}@#._-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|info|news|tv|co|io|me|eu|uk|us|iq|krd|ir|il|tr|sy|lb|jo|eg|sa|ae|qa|kw|pk|de|fr)(?![\p{L}\p{N}_-])(?:\/[^\s<>"«»()]*)?/giu

export function countForX(text: string): number {
  let weight = 0
  const words = text.normalize('NFC').replace(address, () => {
    weight += addressWeight
    return ''
  })
  const letters = words.replace(emoji, () => {
    weight += 2
    return ''
  })
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0
    weight += light.some(([from, to]) => code >= from && code <= to) ? 1 : 2
  }
  return weight
}
