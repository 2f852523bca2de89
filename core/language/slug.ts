import type { LanguageCode } from '../model/language-code.ts'
import { toAsciiDigits } from './digits.ts'
import { stripFormat } from './invisible.ts'

const tashkeelOrTatweel = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g
const longestSlug = 100

/**
 * A short slug for a headline: its first words in small letters, joined by hyphens, with their own letters kept ("قتلى-في-بغداد"),
 * without hidden characters, tashkeel and tatweel, digits in ASCII. Sorani, Persian and Urdu get their own ی and ک whatever
 * keyboard wrote them. At most `maxWords` words and 100 characters; '' where the headline has neither letter nor digit.
 */
export function suggestSlug(headline: string, code: LanguageCode, maxWords = 8): string {
  const plain = toAsciiDigits(
    ownLetters(stripFormat(headline.normalize('NFC')).replace(tashkeelOrTatweel, ''), code),
  )
  const words = plain
    .toLowerCase()
    .normalize('NFC')
    // Inside a word an apostrophe or gershayim joins (Iraq’s, צה״ל); everything else divides.
    .replace(/(?<=\p{L}\p{M}?)['’ʼ"״׳](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, maxWords)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > longestSlug) return slug || cutToBytes(word, longestSlug)
    slug = longer
  }
  return slug
}

function ownLetters(text: string, code: LanguageCode): string {
  if (code !== 'ckb' && code !== 'fa' && code !== 'ur') return text
  return text.replace(/[يى]/g, 'ی').replaceAll('ك', 'ک')
}

/** Bytes of UTF-8: with an extension and a number behind it a name stays below the 255 of ext4. */
const longestNameBytes = 120
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i

/**
 * A file name, without extension, that Windows, macOS and Linux all take (reliability.md §5): NFC, no control, format or reserved
 * characters, no half of a pair, no dot, dash or space at its edges, no device name, at most 120 bytes, cut between letters.
 * What leaves nothing becomes `fallback`.
 */
export function safeFileName(name: string, fallback: string): string {
  // Cut roughly first: the exact cut looks at every letter.
  const allowed = name
    .slice(0, longestNameBytes * 8)
    .replace(/[\p{Cf}\p{Cs}<>:"/\\|?*]|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.\p{Pd}]+/u, '')
    .normalize('NFC')
  const usable = deviceName.test(allowed) ? `_${allowed}` : allowed
  return cutToBytes(usable, longestNameBytes).replace(/[\s.]+$/, '') || fallback
}

/** The beginning of a text in at most `maxBytes` bytes of UTF-8, never ending inside a letter with its marks. */
function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    for (const letter of segment) bytes += utf8Length(letter.codePointAt(0) ?? 0)
    if (bytes > maxBytes) return text.slice(0, index)
  }
  return text
}

const utf8Length = (codePoint: number) =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
