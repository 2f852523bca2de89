import { fold } from '../language/fold.ts'
import { namedCondition } from './condition-names.ts'
import type { NamedField } from './query.ts'

/** The end of a query, as somebody types it. */
export interface Tail {
  /** What is written of the word or words. */
  begun: string
  /** Of the condition that it stands in. */
  field: NamedField | undefined
  /** The query with this word in its place, and a space behind it. */
  with(word: string): string
}

const mostWords = 3
const end =
  /(?<=^|\s)(?<minus>[-−]?)(?<name>(?:[\p{L}\p{M}]+:[^\S\n]*)?)(?<quote>["“”„«»]?)(?<begun>[^"“”„«»]*)$/u

/**
 * What a query ends with, longest first: of plain words the last three, two and one, since a name may have several. None where it
 * ends with a space, or in a condition that names no names.
 */
export function tailsOf(query: string): Tail[] {
  const conditioned = inCondition(query)
  if (conditioned) return conditioned.begun.trim() === '' ? [] : [conditioned]
  if (/[\s"“”„«»:]$/u.test(query)) return []
  // Words in quotes that are still open are meant as they are written.
  if ((query.match(/["“”„«»]/gu) ?? []).length % 2 === 1) return []
  const plain = /[^"“”„«»]*$/u.exec(query)?.[0] ?? ''
  const words = [...plain.matchAll(/\S+/gu)]
  const lastCondition = words.findLastIndex(({ 0: word }) => /:/.test(word))
  const free = words.slice(lastCondition + 1)
  const starts = free.slice(-mostWords).map(({ index }) => query.length - plain.length + index)
  return starts.flatMap((start) => {
    const minus = /^[-−]/.exec(query.slice(start))?.[0] ?? ''
    const before = query.slice(0, start) + minus
    const begun = query.slice(start + minus.length)
    return begun === '' ? [] : [{ begun, field: undefined, with: (word: string) => `${before}${word} ` }]
  })
}

const named: readonly string[] = ['by', 'source', 'place', 'topic'] satisfies NamedField[]
const isNamed = (condition: string | undefined): condition is NamedField =>
  condition !== undefined && named.includes(condition)

/** `place:Er`, `place: Er`, `by:"Masoud Ba`; undefined where the query ends in no condition. */
function inCondition(query: string): Tail | undefined {
  // From the last colon: nothing else can begin a condition.
  const at = query.lastIndexOf(':')
  if (at < 0) return undefined
  const from = /[\p{L}\p{M}]+$/u.exec(query.slice(0, at))?.index
  if (from === undefined) return undefined
  const { name = '', quote = '', begun = '' } = end.exec(query.slice(from))?.groups ?? {}
  const condition = namedCondition(name.replace(/:\s*$/u, ''))
  if (condition === undefined || (quote === '' && /\s/u.test(begun))) return undefined
  if (!isNamed(condition)) return { begun: '', field: undefined, with: () => query }
  const before = query.slice(0, from)
  const head = name.replace(/\s+$/u, '')
  return {
    begun,
    field: condition,
    with: (word) => `${before}${head}${/[\s"“”„«»:]/u.test(word) ? `"${word}"` : word} `,
  }
}

/** Whether a text begins so, folded. */
export const beginsLike = (text: string, begun: string): boolean => fold(text).startsWith(fold(begun).trim())
