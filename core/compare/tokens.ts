const apostrophe = `['’׳״](?=[\\p{L}\\p{N}])`
const inNumber = '(?<=\\p{N})[.,٫٬:](?=\\p{N})'
const inHebrew = '(?<=\\p{Script=Hebrew})"(?=\\p{Script=Hebrew})'
const word = `[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}_\\u200c\\u200d\\u00ad]|${apostrophe}|${inNumber}|${inHebrew})*`
const space = '(?:(?!\\r?\\n)\\s)+'
const token = new RegExp(`${word}|\\r?\\n|(?:${space}|[\\s\\S])[\\p{M}\\u200c\\u200d]*`, 'gu')

// Where a grapheme is more than a letter with marks and joiners: emoji, flags, conjuncts, signs that stand before a number.
const unusual =
  /\p{Extended_Pictographic}|[\u0600-\u0605\u06dd\u070f\u0890\u0891]|\u08e2|[\u0900-\u1dff\uff9e\uff9f\u{10000}-\u{10ffff}]/u
let graphemes: Intl.Segmenter | undefined

/**
 * The text cut into words, white space and single signs, which joined are the text; never inside a grapheme (UAX #29).
 * A word keeps its tashkeel, tatweel, ZWNJ and ZWJ, the apostrophe or gershayim between its letters, and a number its
 * separators. A line break is a token of its own.
 */
export function tokensOf(text: string): string[] {
  const tokens = text.match(token) ?? []
  return unusual.test(text) ? withWholeGraphemes(text, tokens) : tokens
}

/** Whether a token counts when texts are laid side by side: a word or a line break. */
export const holdsText = (token: string): boolean => token === '\n' || hasWords(token)

/** Whether a text holds a letter or a digit. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

function withWholeGraphemes(text: string, tokens: readonly string[]): string[] {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const begins = new Set<number>()
  for (const { index } of graphemes.segment(text)) begins.add(index)
  const whole: string[] = []
  let at = 0
  for (const token of tokens) {
    if (begins.has(at)) whole.push(token)
    else whole.push((whole.pop() ?? '') + token)
    at += token.length
  }
  return whole
}
