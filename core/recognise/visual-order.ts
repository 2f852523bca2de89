// Some PDF files hold right-to-left lines as they look, from left to right: every letter, and so every word, is reversed.
const rightLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const word = /[\p{L}\p{M}]{2,}/gu
// Letters that no Arabic, Sorani or Hebrew word begins with: ة ى ە ۆ ێ ڵ, and the final forms of Hebrew.
const neverFirst = /^[ةىەۆێڵךםןףץ]/u
const oftenLast = /[ةىەךםןףץ]$/u

type Form = 'isolated' | 'final' | 'initial' | 'medial'
const order: readonly Form[] = ['isolated', 'final', 'initial', 'medial']

/** The joining form of a presentation form: in Unicode's blocks the forms of a letter follow one another in this order. */
function formOf(character: string): Form | null {
  const code = character.codePointAt(0) ?? 0
  if (!((code >= 0xfb50 && code <= 0xfbff) || (code >= 0xfe80 && code <= 0xfefc))) return null
  const letter = character.normalize('NFKC')
  let at = 0
  while (at < 3 && String.fromCodePoint(code - at - 1).normalize('NFKC') === letter) at += 1
  return order[at] ?? null
}

/** How clearly a word is turned round: above 0 where it is, below where it is not, 0 where it does not tell. */
function leaning(letters: string): number {
  const first = formOf(letters.charAt(0))
  const last = formOf(letters.slice(-1))
  if (first === 'final' || last === 'initial') return 1
  if (first === 'initial' || last === 'final') return -1
  if (neverFirst.test(letters)) return 1
  if (oftenLast.test(letters) || letters.startsWith('ال')) return -1
  return /.{2}لا$/u.test(letters) ? 1 : 0
}

const leastSigns = 3

/** Whether right-to-left text stands as it looks instead of as it is read: its words begin as words end. */
export function isVisualOrder(text: string): boolean {
  if (!rightLetter.test(text)) return false
  let turned = 0
  let straight = 0
  for (const [letters] of text.matchAll(word)) {
    const sign = leaning(letters)
    if (sign > 0) turned += 1
    if (sign < 0) straight += 1
  }
  return turned >= leastSigns && turned > straight * 2
}

// Latin words with what stands between them; digits with what stands inside a number.
const leftward =
  /(?:[\p{Script=Latin}\p{Nd}]+(?:[-.,:/@%+&'’_\s]+(?=[\p{Script=Latin}\p{Nd}]))?)*\p{Script=Latin}[\p{Script=Latin}\p{Nd}]*|\p{Nd}+(?:[-.,:/٫٬]\p{Nd}+)*/gu
const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
}
const turnRound = (text: string): string => Array.from(text).toReversed().join('')

/** A line that stood as it looks, as it is read; Latin and numbers keep their own order. A line without right-to-left letters stays. */
export function logicalOrder(line: string): string {
  if (!rightLetter.test(line)) return line
  const turned = turnRound(line).replaceAll(leftward, turnRound)
  // Some programs write brackets as they are read, some as they look: what opens first decides.
  const [first = ''] = /[()[\]«»‹›]/u.exec(turned) ?? []
  if (!')]»›'.includes(first) || first === '') return turned
  return turned.replaceAll(/[()[\]«»‹›]/gu, (sign) => mirrored[sign] ?? sign)
}

const presentation = /[\u{fb50}-\u{fdef}\u{fe70}-\u{fefc}]/gu
const arabicLetter = /\p{Script=Arabic}/gu

/** Whether Arabic letters are written by their shapes, as PDF files hold them: more than a third. */
export function isShaped(text: string): boolean {
  const shaped = text.match(presentation)?.length ?? 0
  return shaped > 2 && shaped * 3 > (text.match(arabicLetter)?.length ?? 0)
}
