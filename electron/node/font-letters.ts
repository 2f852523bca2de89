import type { FontFace, FontFamily } from '../../core/model/theme.ts'

// Letters are taken by the group: after its first words a page has them all, so typing on costs nothing, and the same
// text gives the same bytes in the preview and in the export.
const groups: readonly string[] = [
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ،؛؟٪٠١٢٣٤٥٦٧٨٩',
  'پچژڤگکیەۆێڕڵھۀ۰۱۲۳۴۵۶۷۸۹٫٬\u200c',
  'ٹڈڑںےہۂۓھ۔',
  '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0670',
  'אבגדהוזחטיךכלםמןנסעףפץצקרשת־׳״',
  'êîûçşÊÎÛÇŞ',
  [...Array(95).keys()].map((at) => String.fromCharCode(0x20 + at)).join('') + '\u00a0«»‹›“”‘’–—…•·',
]
// A letter of two groups is of the later one.
const groupOf = new Map(groups.flatMap((group, at) => Array.from(group, (letter) => [letter, at] as const)))

/** The letters that a face for this text is to have: whole groups, and each that is of none. */
export function lettersOf(text: string): Set<string> {
  const letters = new Set<string>()
  for (const letter of new Set(text)) {
    const group = groupOf.get(letter)
    if (group === undefined) letters.add(letter)
    else for (const each of groups[group] ?? '') letters.add(each)
  }
  return letters
}

/** The same for two texts of the same letters, and for no others. */
function keyOf(family: FontFamily, text: string): string {
  let has = 0
  const others = new Set<string>()
  for (const letter of text) {
    const group = groupOf.get(letter)
    if (group === undefined) others.add(letter)
    else has |= 1 << group
  }
  return `${family} ${has} ${[...others].sort().join('')}`
}

type Subset = (family: FontFamily, text: string) => Promise<FontFace[]>

/**
 * Answers of `ask` that were given before, `most` of them: ten thousand pages of one language ask for the same few faces. They are handed out
 * as they are, so that whoever makes something of their bytes can remember it by them.
 */
export function rememberFaces(
  most: number,
): (...asked: [...Parameters<Subset>, Subset]) => ReturnType<Subset> {
  const answers = new Map<string, Promise<FontFace[]>>()
  return (family, text, ask) => {
    const key = keyOf(family, text)
    const answer = answers.get(key) ?? ask(family, text)
    // Asked for last, it is the last to go.
    answers.delete(key)
    answers.set(key, answer)
    const oldest = answers.keys().next().value
    if (answers.size > most && oldest !== undefined) answers.delete(oldest)
    answer.catch(() => answers.delete(key))
    return answer
  }
}
