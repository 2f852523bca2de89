import { DeskError } from '../../api/errors.ts'

/** In UTF-16 units: a book, and as much as is read in some seconds. */
const mostLetters = 8_000_000
/** Quotes in lists in quotes, and emphasis in emphasis: deeper than this is nobody's story. */
export const mostNested = 100
/** Signs of a block that are still open when the next one opens: the parser looks back at each. */
const mostOpen = 500
/** The parser looks from each sign as far as the block goes: at most so many letters, some seconds. */
const mostLooks = 3e8

export const tooDeep = (): DeskError => new DeskError('unreadable', 'the text is nested too deeply')

/**
 * Looks at a text before it is parsed, in one pass: containers of a line, signs that stay open, and how far the parser would have to
 * look. A story has a few of each. @throws DeskError 'too-large' | 'unreadable'
 */
export function requireReadable(text: string): void {
  if (text.length > mostLetters)
    throw new DeskError('too-large', `more than ${mostLetters} letters of Markdown`, { most: mostLetters })
  if (hasDeepLine(text)) throw tooDeep()
  for (const block of blocksOf(text)) {
    if (!isHtmlBlock.test(block)) requireFewSigns(block)
  }
}

/** Whether a line begins with more signs of quotes and lists than a story nests, or a list further in. */
function hasDeepLine(text: string): boolean {
  const signs = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm
  for (const [found] of text.matchAll(signs)) {
    if (found.length <= mostNested) continue
    if (found.replaceAll(/[\s\d]/g, '').length > mostNested || /^[ \t]{200}/.test(found)) return true
  }
  return false
}

/** What the parser takes for one text: up to an empty line, or one that begins with a sign of a block. */
const blocksOf = (text: string): string[] => text.split(/\n(?=[ \t]*(?:\n|[-+*>|#]|\d{1,9}[.)]))/)

/** Read to its end as it stands (CommonMark 4.6, kind 6). */
const isHtmlBlock =
  /^\s*<\/?(?:address|article|aside|blockquote|body|center|details|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)[\s/>]/i

function requireFewSigns(block: string): void {
  let looks = 0
  let open = 0
  for (const sign of block.matchAll(/[<[`!]|[*_~]+/g)) {
    looks += sign[0] === '<' ? 4 : 1
    if (!/[*_~]/.test(sign[0])) continue
    const before = block.charAt(sign.index - 1)
    const after = block.charAt(sign.index + sign[0].length)
    if (/\S/.test(after) && !/\S/.test(before)) open += 1
    else if (/\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)) open = Math.max(0, open - 1)
    if (open > mostOpen) throw tooDeep()
  }
  if (looks * block.length > mostLooks)
    throw new DeskError('unreadable', 'the text has too many signs in one block')
}
