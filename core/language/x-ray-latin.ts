import type { LanguageCode } from '../model/language-code.ts'

/** A letter of a Latin word that looks like another: UTF-16 offsets, `to` exclusive. */
interface LookAlike {
  from: number
  to: number
  /** The letter that it is taken for; null where it may well be meant. */
  clean: string | null
}

/**
 * Cyrillic letters that nobody tells from Latin ones (Unicode Technical Standard #39, confusables.txt). Greek ones are left out:
 * they stand in Latin words as signs (TNFα, μg).
 */
// prettier-ignore
const latinOf: Readonly<Partial<Record<string, string>>> = {
  '\u0430': 'a', '\u0435': 'e', '\u043e': 'o', '\u0440': 'p', '\u0441': 'c', '\u0443': 'y', '\u0445': 'x',
  '\u0455': 's', '\u0456': 'i', '\u0458': 'j', '\u04bb': 'h', '\u0501': 'd', '\u051b': 'q', '\u051d': 'w',
  '\u0405': 'S', '\u0406': 'I', '\u0408': 'J', '\u0410': 'A', '\u0412': 'B', '\u0415': 'E', '\u041a': 'K',
  '\u041c': 'M', '\u041d': 'H', '\u041e': 'O', '\u0420': 'P', '\u0421': 'C', '\u0422': 'T', '\u0425': 'X',
  '\u051a': 'Q', '\u051c': 'W',
}
/** Turkish letters that Bedirxan's alphabet (Hawar, 1932) lacks. */
const kurmanji: Readonly<Partial<Record<string, string>>> = { '\u0131': 'i', '\u0130': 'I' }
/** Letters that Turkish lacks: what is written with one of them is no Turkish name, whatever its ending. */
const noTurkish = /[qwx]/i

const latin = /\p{Script=Latin}/gu
const cyrillic = /\p{Script=Cyrillic}/gu
const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+/gu
const letterWithMarks = /\p{L}\p{M}*/gu
/** Without any of these there is nothing to find. */
const worthALook = /[\p{Script=Cyrillic}\u0130\u0131\u212a\u212b]|\p{Script=Latin}\p{M}/u

/** What the Cyrillic letters of a word are: 'latin' ones for sure, 'either', or 'none' that is out of place. */
function mixture(found: string): 'latin' | 'either' | 'none' {
  const strange = found.match(cyrillic) ?? []
  const own = found.match(latin)?.length ?? 0
  if (strange.length === 0 || own === 0) return 'none'
  return own > strange.length && strange.every((each) => latinOf[each]) ? 'latin' : 'either'
}

/**
 * Letters in Latin words that look like others: Cyrillic ones within them, a letter and its mark where Unicode has one letter of
 * both (UAX #15, NFC), in Kurmanji the Turkish ı and İ. Linear in the length of the text.
 */
export function latinLookAlikes(text: string, code: LanguageCode): LookAlike[] {
  if (!worthALook.test(text)) return []
  return Array.from(text.matchAll(word)).flatMap(({ 0: found, index }) => inWord(found, index, code))
}

function inWord(found: string, start: number, code: LanguageCode): LookAlike[] {
  const mixed = mixture(found)
  const mayBeTurkish = !noTurkish.test(found)
  return Array.from(found.matchAll(letterWithMarks)).flatMap(({ 0: cluster, index }) => {
    const from = start + index
    const composed = cluster.normalize('NFC')
    if (composed !== cluster) return [{ from, to: from + cluster.length, clean: composed }]
    const letter = cluster.charAt(0)
    const twin = mixed === 'none' ? undefined : latinOf[letter]
    if (twin) return [{ from, to: from + 1, clean: mixed === 'latin' ? twin : null }]
    const own = code === 'kmr' ? kurmanji[letter] : undefined
    return own ? [{ from, to: from + 1, clean: mayBeTurkish ? null : own }] : []
  })
}
