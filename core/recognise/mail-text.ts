import { joinWrapped } from './wrapped-lines.ts'

/** Paragraphs of a mail at one depth of quoting; 0 is what its writer wrote. */
export interface MailPart {
  level: number
  paragraphs: string[]
}
export interface MailText {
  parts: MailPart[]
  signatures: number
}

/** Deeper quotes are laid flat. */
const deepest = 8
/** A signature is short; "--" over a page of text is a rule. */
const longestSignature = 12

/** The depth of a quoted line (RFC 3676 §4.5) and the line without it. */
function quoted(line: string): { level: number; words: string } {
  const [marks = ''] = /^(?:\s?>)*/.exec(line) ?? []
  const level = marks.replaceAll(/[^>]/g, '').length
  return { level: Math.min(level, deepest), words: line.slice(marks.length).trim() }
}

/** Whether a line parts a signature from the words above it (RFC 3676 §4.3: two dashes and a space). */
const isDelimiter = (line: string, isMail: boolean): boolean =>
  line === '-- ' || (isMail && line.trim() === '--')

/** A mail with its quotes by depth and without its signatures; null where nothing is quoted and nobody has signed. */
export function readMail(lines: readonly string[]): MailText | null {
  const isMail = lines.filter((line) => /^\s?>/.test(line)).length > 1
  const { kept, signatures } = withoutSignatures(lines, isMail)
  if (!isMail && signatures === 0) return null
  const parts: { level: number; lines: string[] }[] = []
  for (const line of kept) {
    const { level, words } = quoted(line)
    const last = parts.at(-1)
    // A blank line between two quotes of a depth is between their paragraphs.
    if (last && (last.level === level || (words === '' && level === 0))) last.lines.push(words)
    else parts.push({ level, lines: [words] })
  }
  return {
    parts: parts
      .map(({ level, lines }) => ({ level, paragraphs: joinWrapped(lines) }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
    signatures,
  }
}

function withoutSignatures(
  lines: readonly string[],
  isMail: boolean,
): { kept: string[]; signatures: number } {
  const kept: string[] = []
  let signatures = 0
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const { level, words } = quoted(line)
    const bare = level === 0 ? line : `${words}${line.endsWith(' ') ? ' ' : ''}`
    const end = isDelimiter(bare, isMail) && kept.length > 0 ? endOfSignature(lines, at, level) : at
    if (end > at) {
      signatures += 1
      at = end - 1
    } else kept.push(line)
  }
  return { kept, signatures }
}

/** The line after a signature that begins at `at`: where the depth changes or the mail ends; `at` itself where it is too long. */
function endOfSignature(lines: readonly string[], at: number, level: number): number {
  let end = at + 1
  while (end < lines.length && quoted(lines[end] ?? '').level === level) end += 1
  return end - at <= longestSignature ? end : at
}
