import { foldWithMap } from './fold.ts'

/** Where a mark stands that something is still to come; UTF-16 offsets, `to` exclusive. */
export interface Tk {
  from: number
  to: number
}

/** Journalists' "to come", in capitals and as often as it takes, and the two question marks of an Arabic keyboard. */
const usual = /(?:TK)+|[؟?]{2,}/g
const joiner = /[\p{M}\u0640\u200c\u200d]/u
const scripts = [/\p{Script=Arabic}/u, /\p{Script=Latin}/u, /\p{Script=Hebrew}/u]

/**
 * The marks in a text, in order and apart: TK and TKTK, ؟؟, and the words of the house, which are compared as search
 * compares (any tashkeel, any ي or ک, small and capital letters). None inside a word: not in ATK or TK1, nor ناقص in
 * الناقص; but a Latin mark behind an Arabic prefix is one (وTK), for nobody writes half a word in each script.
 */
export function tksIn(text: string, houseWords: readonly string[] = []): Tk[] {
  const found: Tk[] = []
  for (const { 0: mark, index: from } of text.matchAll(usual)) {
    const to = from + mark.length
    if (mark.includes('؟') || (mark.startsWith('TK') && standsAlone(text, from, to))) found.push({ from, to })
  }
  if (houseWords.length > 0) found.push(...houseMarks(text, houseWords))
  return apart(found)
}

function houseMarks(text: string, words: readonly string[]): Tk[] {
  const { folded, map } = foldWithMap(text)
  const found: Tk[] = []
  for (const word of words) {
    const wanted = foldWithMap(word.trim()).folded
    if (!wanted) continue
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const from = map[at] ?? 0
      const to = map[at + wanted.length] ?? text.length
      if (standsAlone(text, from, to)) found.push({ from, to })
    }
  }
  return found
}

const standsAlone = (text: string, from: number, to: number): boolean =>
  !continues(text, from, -1) && !continues(text, to - 1, 1)

/** Whether the word goes on beyond its letter at `edge`: a digit, or a letter of the same script, joiners passed over. */
function continues(text: string, edge: number, step: 1 | -1): boolean {
  let inner = edge
  while (joiner.test(text.charAt(inner)) && text.charAt(inner - step)) inner -= step
  let outer = edge + step
  while (joiner.test(text.charAt(outer))) outer += step
  const [letter, neighbour] = [text.charAt(inner), text.charAt(outer)]
  if (!/[\p{L}\p{N}]/u.test(letter) || !/[\p{L}\p{N}_]/u.test(neighbour)) return false
  const script = scripts.findIndex((each) => each.test(letter))
  const other = scripts.findIndex((each) => each.test(neighbour))
  return script === -1 || other === -1 || script === other
}

function apart(marks: Tk[]): Tk[] {
  const kept: Tk[] = []
  for (const mark of marks.sort((a, b) => a.from - b.from || b.to - a.to))
    if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark)
  return kept
}
