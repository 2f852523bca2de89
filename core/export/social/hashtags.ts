import { endsUnjoined, zwnj } from '../../language/joining.ts'

const tashkeelOrTatweel = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g

/**
 * Keywords as hashtags. Words of Arabic and Hebrew letters are joined by `_` (#مجلس_النواب), Latin ones by their capitals
 * (#ClimateChange); a ZWNJ, at which networks end a hashtag, becomes `_` where the letters would join without it, and goes where they
 * would not (Sorani). Tashkeel, tatweel and signs are left out. A keyword without a letter is none; the same tag comes once.
 */
export function hashtags(keywords: readonly string[], most: number): string[] {
  const tags = new Map<string, string>()
  for (const keyword of keywords) {
    const tag = hashtag(keyword)
    if (tag) tags.set(tag.toLowerCase(), tags.get(tag.toLowerCase()) ?? tag)
  }
  return [...tags.values()].slice(0, most)
}

function hashtag(keyword: string): string {
  const plain = keyword
    .normalize('NFC')
    .replace(tashkeelOrTatweel, '')
    .replace(/['’ʼ׳״"]/g, '')
  const words = withoutJoiners(plain)
    .replace(/\p{Cf}/gu, '')
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter(Boolean)
  if (!words.some((word) => /\p{L}/u.test(word))) return ''
  const isLatin = words.every((word) => !/(?!\p{Script=Latin})\p{L}/u.test(word))
  if (!isLatin) return `#${words.join('_')}`
  return `#${words.length === 1 ? words[0] : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`
}

function withoutJoiners(text: string): string {
  const [first = '', ...rest] = text.split(zwnj)
  return rest.reduce((before, after) => {
    const joins = /[\p{L}\p{M}]$/u.test(before) && /^\p{L}/u.test(after) && !endsUnjoined(before)
    return before + (joins ? '_' : '') + after
  }, first)
}
