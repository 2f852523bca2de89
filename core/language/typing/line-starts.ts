/** What a block becomes by the signs typed at its start. */
export type LineStart =
  | { kind: 'bullets' }
  | { kind: 'numbers'; start: number }
  | { kind: 'quote' }
  | { kind: 'heading'; level: 2 | 3 | 4 }
  | { kind: 'rule' }

// Up to three digits, so that a year at the start of a line stays a year. Forms: rtl.md Recommendation 7.
const numbered = /^([0-9٠-٩۰-۹]{1,3})[.)-]$/
const longest = 8

/** The number that Western, Arabic or Persian digits write. */
function numberFrom(digits: string): number {
  let value = 0
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0
    const zero = code >= 0x6f0 ? 0x6f0 : code >= 0x660 ? 0x660 : 0x30
    value = value * 10 + code - zero
  }
  return value
}

/**
 * What the whole text of a block before the caret, with this character behind it, starts: `1. ` `١) ` `۱- ` numbers, `- `
 * `* ` `• ` bullets, `> ` a quote, `## ` to `#### ` headings (and `# ` the first of them: 1 is the headline's), `---` a
 * rule. Null where it is none of them.
 */
export function lineStart(before: string, character: string): LineStart | null {
  if (character === '-') return before === '--' ? { kind: 'rule' } : null
  if (before.length === 0 || before.length > longest || !/\s/.test(character)) return null
  const signs = before.trimStart()
  if (/^[-*•]$/.test(signs)) return { kind: 'bullets' }
  if (signs === '>') return { kind: 'quote' }
  const digits = numbered.exec(before)?.[1]
  if (digits) return { kind: 'numbers', start: numberFrom(digits) }
  switch (before) {
    case '#':
    case '##':
      return { kind: 'heading', level: 2 }
    case '###':
      return { kind: 'heading', level: 3 }
    case '####':
      return { kind: 'heading', level: 4 }
    default:
      return null
  }
}
