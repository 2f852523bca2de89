import type { Isolate } from './isolate-kinds.ts'
import { gapBetween, type Token } from './isolate-tokens.ts'

/** Latin words that stand together, with the punctuation that is their own. */
interface Phrase {
  from: number
  to: number
  /** Index of the token behind its last one. */
  next: number
  /** Its own first or last characters are neutral, so the sentence around would pull them away. */
  isOpenEnded: boolean
}

/** The Latin phrases of an rtl text that need isolation (rtl.md 1.7, Recommendation 4). */
export function latinIn(text: string, tokens: readonly Token[]): Isolate[] {
  const found: Isolate[] = []
  let group: Phrase[] = []
  const close = () => {
    for (const { from, to } of isolatedOf(text, group, tokens))
      found.push({ from, to, dir: 'ltr', kind: 'latin' })
    group = []
  }
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (!token || token.isUsed || token.isNumber) {
      at += 1
      continue
    }
    const phrase = phraseAt(text, tokens, at)
    const gap = gapBetween(text, group.at(-1), phrase)
    if (gap === undefined || !listGap.test(gap)) close()
    group.push(phrase)
    at = phrase.next
  }
  close()
  return found
}

const space = '[ \\u00a0]'
// Between two names of a list, or two sentences: the algorithm would let the whole row run to the right.
const listGap = new RegExp(`^["”“’'»)]?(?:${space}*[,،;؛:.!?…]${space}+|${space}[-–—/|]${space})["“”‘'«(]?$`)

/** The ranges to isolate in a row of phrases: each name of a list, English prose as a whole, a single name where it needs it. */
function isolatedOf(
  text: string,
  group: readonly Phrase[],
  tokens: readonly Token[],
): { from: number; to: number }[] {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return []
  if (group.length > 1 && !isProse(text, group)) return group.map((phrase) => withQuotedEnd(text, phrase))
  const whole = { from: first.from, to: last.to }
  const quoted = withQuotedEnd(text, whole)
  if (quoted.to > whole.to) return [quoted]
  const sentence = withSentenceEnd(text, whole)
  const ended = sentence.to > whole.to && isProse(text, group) ? sentence : whole
  const isNeeded = ended.to > whole.to || first.isOpenEnded || last.isOpenEnded
  return isNeeded || drawsNumber(text, last, tokens[last.next]) ? [ended] : []
}

// A name of several words may have these in small letters.
const smallWordsOfNames = new Set(
  'of the and for in on at to a an de la le du di da van von der al el bin & or'.split(' '),
)
const startsLikeName = /^["“‘(.]*(?:[\p{Lu}\p{N}]|\p{Ll}\p{Lu})/u

/** Prose has words in small letters that no name has, or goes on in a small letter behind a comma. */
function isProse(text: string, group: readonly Phrase[]): boolean {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return false
  if (group.some(({ to }, at) => at < group.length - 1 && /[،؛|]/.test(text.slice(to, group[at + 1]?.from))))
    return false
  if (group.slice(1).some(({ from, to }) => !startsLikeName.test(text.slice(from, to)))) return true
  const words = text.slice(first.from, last.to).split(/\s+/)
  const small = words.filter((word) => /^\p{Ll}+\P{L}?$/u.test(word) && !smallWordsOfNames.has(word))
  return words.length >= 3 && small.length >= 2
}

const opening = /["“”'‘’«‹([]/
const closingBehindPunctuation = /^([.!?…,]{1,3})(["“”'‘’»›)\]])/
const isOwnQuote = /["“”'‘’]/

/** With the punctuation inside its quotes, and with the quotes where they are Latin: "Hello!". */
function withQuotedEnd(
  text: string,
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  if (endsAtSpace(text, to)) return { from, to }
  const [, punctuation = '', closer = ''] = closingBehindPunctuation.exec(text.slice(to, to + 4)) ?? []
  const before = text.charAt(from - 1)
  if (!closer || !opening.test(before)) return { from, to }
  const isQuoted = isOwnQuote.test(before) && isOwnQuote.test(closer)
  return { from: isQuoted ? from - 1 : from, to: to + punctuation.length + (isQuoted ? 1 : 0) }
}

function withSentenceEnd(
  text: string,
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  if (endsAtSpace(text, to)) return { from, to }
  return { from, to: to + (/^[.!?…]{1,3}/.exec(text.slice(to, to + 3))?.[0].length ?? 0) }
}

/** Most phrases: nothing can belong to it. */
const endsAtSpace = (text: string, to: number): boolean => to === text.length || text.charAt(to) === ' '

const numberGap = new RegExp(`^["”’]?${space}*[,،:;؛.!?…|/–—-]+${space}*["“]?$`)

/** "BBC: 14": across mere punctuation a number follows the Latin word before it (UAX #9 W7) to the wrong side. */
function drawsNumber(text: string, phrase: Phrase, next: Token | undefined): boolean {
  return (
    next !== undefined &&
    next.isNumber &&
    !next.isUsed &&
    numberGap.test(gapBetween(text, phrase, next) ?? '')
  )
}

/** The phrase that begins at a token: words and numbers one space apart, with brackets and abbreviations inside. */
function phraseAt(text: string, tokens: readonly Token[], at: number): Phrase {
  const first = tokens[at] as Token
  let last = first
  let to = first.to
  let next = at + 1
  for (let token = tokens[next]; token && !token.isUsed; token = tokens[next]) {
    const gap = gapBetween(text, { from: first.from, to }, token)
    if (gap === undefined) break
    const bracketed = gap === ' (' ? closingToken(text, tokens, next) : -1
    if (bracketed < 0 && !joins(gap, last.text, token.text)) break
    next = bracketed < 0 ? next + 1 : bracketed + 1
    last = tokens[next - 1] as Token
    to = bracketed < 0 ? last.to : last.to + 1
  }
  const end = withOwnEnd(text, to, last.text)
  const from = startOf(text, tokens, at)
  const startsWithNumber = /^\p{N}+[^\p{L}\p{N}]/u.test(first.text)
  return { from, to: end, next, isOpenEnded: end > to || from < first.from || startsWithNumber }
}

const mostWordsInBrackets = 6

/** The token that a bracket opened before `at` closes behind; -1 where there are other things in it. */
function closingToken(text: string, tokens: readonly Token[], at: number): number {
  for (let index = at; index < at + mostWordsInBrackets; index += 1) {
    const token = tokens[index]
    if (!token || token.isUsed) return -1
    if (text.charAt(token.to) === ')') return index
    if (!/^[ \u00a0]$/.test(gapBetween(text, token, tokens[index + 1]) ?? '')) return -1
  }
  return -1
}

const companyForm = /^(?:Inc|Ltd|LLC|LLP|PLC|Co|Corp|GmbH|Jr|Sr|PhD|Ph\.D|MD|M\.D)$/
const abbreviation =
  /^(?:\p{L}(?:\.\p{L}+)+|\p{Lu}|Inc|Ltd|Co|Corp|Jr|Sr|St|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Sgt|Capt|Rep|Sen|Gov|Bros|Dept|Mt|Ft|No|Nos|Vol|Fig|Art|vs|etc|approx)$/iu

function joins(gap: string, left: string, right: string): boolean {
  if (/^(?:[ \u00a0]{1,2}|[’']?[ \u00a0](?:[&+][ \u00a0])?)$/.test(gap)) return true
  if (/^\.[ \u00a0]$/.test(gap)) return isAbbreviation(left)
  return /^,[ \u00a0]$/.test(gap) && companyForm.test(right)
}

// A long token is never one, and the pattern need not look at it.
/** Is this word written with a full stop behind it? */
export const isAbbreviation = (word: string) => word.length <= 12 && abbreviation.test(word)

/** Where a phrase ends with what belongs to its last word: "C++", "Apple Inc.", "Windows®", "main()", "Who?". */
function withOwnEnd(text: string, to: number, lastWord: string): number {
  if (endsAtSpace(text, to)) return to
  const sign = /^(?:[+*#™®©℠]{1,3}|\(\)|\?)(?![\p{L}\p{N}_])/u.exec(text.slice(to, to + 5))?.[0]
  if (sign) return to + sign.length
  if (text.charAt(to) === '!' && lastWord === 'Yahoo') return to + 1
  return text.charAt(to) === '.' && isAbbreviation(lastWord) && !/^\p{Lu}$/u.test(lastWord) ? to + 1 : to
}

/**
 * Where a phrase begins with what belongs to its first word: the dot or slash of ".NET" and "/etc", the number of "24 hours" (a
 * name behind a number would have a capital).
 */
function startOf(text: string, tokens: readonly Token[], at: number): number {
  const [before, { from, text: word }] = [tokens[at - 1], tokens[at] as Token]
  const isCounted = before?.isNumber && !before.isUsed && /^\p{Ll}(?!\p{Lu})/u.test(word)
  if (isCounted && /^[%٪]?[ \u00a0]$/.test(gapBetween(text, before, { from, to: from }) ?? ''))
    return before.from
  const isOwn = /[./\\]/.test(text.charAt(from - 1)) && /^$|[\s("“«]/.test(text.charAt(from - 2))
  return isOwn ? from - 1 : from
}
