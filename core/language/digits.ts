import type { DigitStyle } from '../model/theme.ts'

const zero = { latn: 0x30, arab: 0x660, arabext: 0x6f0 } as const satisfies Record<DigitStyle, number>

/** ٣ and ۳ as 3; everything else as it was. */
export function toAsciiDigits(text: string): string {
  return toDigits(text, 'latn')
}

/** Every decimal digit of the three styles (123, ١٢٣, ۱۲۳) in the style asked for; the length stays the same. */
export function toDigits(text: string, style: DigitStyle): string {
  return text.replace(/[0-9\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const value = code - (code < zero.arab ? zero.latn : code < zero.arabext ? zero.arab : zero.arabext)
    return String.fromCharCode(zero[style] + value)
  })
}
