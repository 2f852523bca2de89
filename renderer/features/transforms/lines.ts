import type { Stretch } from '../../../core/language/isolate-tokens.ts'
import { wordAround } from '../../../core/language/transforms/rewrite.ts'
import type { Replacement } from '../../../core/language/transforms/transform.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { Plan, PlannedText } from './plan.ts'

/** A piece of a line; `isChanged` where its words become others. */
export interface LinePiece {
  text: string
  isChanged: boolean
}
/** A stretch of a text as it is, and as it would be; `after` null where it is left as it is. */
export interface ChangeLine {
  field: PlannedText['field']
  language: LanguageCode
  before: readonly LinePiece[]
  after: readonly LinePiece[] | null
}

/** What lies nearer than this is one line, and so much of the text around it is shown. */
const aroundLetters = 28
/** A line is not longer than about two on screen. */
const longestLine = 90

/** Everything that changes, each change with the words around it, in the order of the page. */
export const changeLines = ({ texts }: Plan): ChangeLine[] =>
  texts.flatMap((planned) => {
    const parts = planned.places.flatMap((place) => place.parts)
    return gathered(parts.toSorted((one, other) => one.from - other.from)).map((near) => ({
      ...lineOf(planned, near),
      after: piecesOf(planned.text, near, true),
    }))
  })

/** The quotation marks that are left as they are, with the words around them. */
export const leftLines = ({ texts }: Plan): ChangeLine[] =>
  texts.flatMap((planned) =>
    planned.unpaired.map(({ from, to }) =>
      lineOf(planned, [{ from, to, text: planned.text.slice(from, to) }]),
    ),
  )

const lineOf = ({ text, field, language }: PlannedText, parts: readonly Replacement[]): ChangeLine => ({
  field,
  language,
  before: piecesOf(text, parts, false),
  after: null,
})

/** Parts that stand near each other, together. */
function gathered(parts: readonly Replacement[]): Replacement[][] {
  const groups: Replacement[][] = []
  for (const part of parts) {
    const group = groups.at(-1)
    const first = group?.[0]
    const last = group?.at(-1)
    const isNear =
      first && last && part.from - last.to <= aroundLetters * 2 && part.to - first.from <= longestLine
    if (isNear) group?.push(part)
    else groups.push([part])
  }
  return groups
}

function piecesOf(text: string, parts: readonly Replacement[], isAfter: boolean): LinePiece[] {
  const words = wordsOf(text, parts)
  const from = contextStart(text, words[0]?.from ?? 0)
  const to = contextEnd(text, words.at(-1)?.to ?? 0)
  const pieces: LinePiece[] = []
  const put = (piece: string, isChanged: boolean) => {
    if (piece) pieces.push({ text: piece.replaceAll('\n', ' '), isChanged })
  }
  let at = from
  for (const word of words) {
    put((pieces.length === 0 && from > 0 ? '…' : '') + text.slice(at, word.from), false)
    put(isAfter ? replaced(text, word, parts) : text.slice(word.from, word.to), true)
    at = word.to
  }
  put(text.slice(at, to) + (to < text.length ? '…' : ''), false)
  return pieces
}

/** The words that the parts are in, each once. */
function wordsOf(text: string, parts: readonly Replacement[]): Stretch[] {
  const words: Stretch[] = []
  for (const part of parts) {
    const word = wordAround(text, part)
    const last = words.at(-1)
    if (last && word.from <= last.to) last.to = Math.max(last.to, word.to)
    else words.push({ ...word })
  }
  return words
}

function replaced(text: string, word: Stretch, parts: readonly Replacement[]): string {
  let written = ''
  let at = word.from
  for (const part of parts) {
    if (part.from < word.from || part.to > word.to) continue
    written += text.slice(at, part.from) + part.text
    at = part.to
  }
  return written + text.slice(at, word.to)
}

/** So far back that no word is cut. */
function contextStart(text: string, from: number): number {
  if (from <= aroundLetters) return 0
  const space = text.slice(from - aroundLetters, from).search(/\s/)
  return space < 0 ? from : from - aroundLetters + space + 1
}

function contextEnd(text: string, to: number): number {
  if (text.length - to <= aroundLetters) return text.length
  const space = text.slice(to, to + aroundLetters).search(/\s\S*$/)
  return space < 0 ? to : to + space
}
