/**
 * Letters of fonts that draw signs in the place of letters: F000 and more in the private use area, or a code of the font. Only those
 * that writers use; what is not here is left out and counted.
 */
const symbol: Readonly<Record<number, string>> = {
  0xb7: '•',
  0xb0: '°',
  0xb1: '±',
  0xb4: '×',
  0xb8: '÷',
  0xb9: '≠',
  0xa3: '≤',
  0xb3: '≥',
  0xa5: '∞',
  0xae: '→',
  0xac: '←',
  0xad: '↑',
  0xaf: '↓',
  0xab: '↔',
  0xa0: '€',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0x61: 'α',
  0x62: 'β',
  0x67: 'γ',
  0x64: 'δ',
  0x6d: 'μ',
  0x70: 'π',
  0x73: 'σ',
  0x77: 'ω',
  0x53: 'Σ',
  0x57: 'Ω',
}
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xfc: '✓',
  0xfb: '✗',
  0xfe: '☑',
  0x6f: '☐',
  0xe0: '→',
  0xdf: '←',
  0xe8: '➔',
  0x4a: '☺',
  0x28: '☎',
  0x2a: '✉',
}
const fonts: readonly [RegExp, Readonly<Record<number, string>>][] = [
  [/^symbol$/i, symbol],
  [/^wingdings/i, wingdings],
]

/** The letter that a sign of such a font stands for; undefined where it is not known. */
export function letterOfSymbol(font: string, code: number): string | undefined {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const table = fonts.find(([name]) => name.test(font))?.[1]
  if (table) return Object.hasOwn(table, low) ? table[low] : undefined
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : undefined
}

/** Whether a font draws signs in the place of letters. */
export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && fonts.some(([name]) => name.test(font))
