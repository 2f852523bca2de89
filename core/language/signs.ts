/** What a UTF-16 unit may be to whoever passes over a text, as bits. */
export const sign = {
  /** HTML does not carry it as it is: `&`, `<`, `>`, `"`, a control or line feed, an embedding or override. */
  markup: 1,
  /** In rtl text: no letter of it, no digit, no Latin letter, and no space or common punctuation. */
  foreign: 2,
  /** Of one of the three styles. */
  digit: 4,
  latin: 8,
  /** Of the scripts from right to left, or half of a letter that may be of them. */
  rightToLeft: 16,
  /** A common letter of Arabic or Hebrew script. */
  letter: 32,
  /** May be a mark of right-to-left text, which belongs to what stands before it. */
  mark: 64,
  /** May stand behind a Latin phrase and is no part of it. */
  endsPhrase: 128,
  /** Of two digits with it between them one number is made. */
  joinsDigits: 256,
  joinsLetters: 512,
} as const

// No typed array: once any buffer of the process has been handed to a thread, the engine looks at each access whether this one
// has been too, and a story takes twice as long.
const table: number[] = []
for (let unit = 0; unit < 0x10000; unit += 1) table.push(sign.foreign)

/** By UTF-16 unit: a pattern with properties of Unicode would be slow to see what nearly all of a story is. */
export const signs: readonly number[] = table

/** Where the next unit with one of these bits stands, from `from` on; the length of the text where there is none. */
export function nextSign(text: string, from: number, bits: number): number {
  let at = from
  // Four at a time: a story is gone through in two thirds of the time.
  for (; at + 4 <= text.length; at += 4) {
    const four = bitsAt(text, at) | bitsAt(text, at + 1) | bitsAt(text, at + 2) | bitsAt(text, at + 3)
    if (four & bits) break
  }
  while (at < text.length && (bitsAt(text, at) & bits) === 0) at += 1
  return at
}

const bitsAt = (text: string, at: number): number => table[text.charCodeAt(at)] as number

const isNow = (bits: number, from: number, to = from): void => void table.fill(bits, from, to + 1)
function isAlso(bits: number, from: number, to = from): void {
  for (let unit = from; unit <= to; unit += 1) table[unit] = (table[unit] ?? 0) | bits
}
function each(units: string, give: typeof isAlso, bits: number): void {
  for (let at = 0; at < units.length; at += 1) give(bits, units.charCodeAt(at))
}

// Right-to-left text: its letters, spaces and common punctuation are nothing to stop at.
isNow(sign.rightToLeft, 0x0590, 0x08ff)
isNow(0, 0x2000, 0x206f)
each(' !"\'()*,-.:;?«»\u00a0', isNow, 0)
// The rest of rightToLeftBlocks; of the letters beyond U+FFFF any may be.
isNow(sign.foreign | sign.rightToLeft, 0xd800, 0xdfff)
isNow(sign.foreign | sign.rightToLeft, 0xfb1d, 0xfdff)
isNow(sign.foreign | sign.rightToLeft, 0xfe70, 0xfefc)

isNow(sign.digit, 0x0030, 0x0039)
isNow(sign.digit | sign.rightToLeft, 0x0660, 0x0669)
isNow(sign.digit | sign.rightToLeft, 0x06f0, 0x06f9)
isNow(sign.latin, 0x0041, 0x005a)
isNow(sign.latin, 0x0061, 0x007a)
isNow(sign.latin, 0x00c0, 0x024f)
each('×÷', isNow, sign.foreign)

isAlso(sign.letter, 0x05d0, 0x05ea)
isAlso(sign.letter, 0x0620, 0x063a)
isAlso(sign.letter, 0x0641, 0x064a)
isAlso(sign.letter, 0x0671, 0x06d3)
isAlso(sign.mark, 0x0591, 0x05c7)
isAlso(sign.mark, 0x0610, 0x061a)
isAlso(sign.mark, 0x064b, 0x065f)
isAlso(sign.mark, 0x0670)
isAlso(sign.mark, 0x06d6, 0x06ed)
isNow(sign.mark | sign.rightToLeft, 0x0700, 0x08ff)

each(' \u00a0:»›)"،؛', isAlso, sign.endsPhrase)
each('.,:٫٬', isAlso, sign.joinsDigits)
each("-'’", isAlso, sign.joinsLetters)

each('&<>"', isAlso, sign.markup)
isAlso(sign.markup, 0x0000, 0x0008)
isAlso(sign.markup, 0x000a, 0x001f)
isAlso(sign.markup, 0x007f, 0x009f)
isAlso(sign.markup, 0x202a, 0x202e)
