import { languages } from '../../core/language/registry.ts'
import { typingTable } from '../../core/language/typing/typing-table.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { typeOut, typingIn } from './type-out.ts'

const yes: Readonly<Record<LanguageCode, string>> = {
  ar: 'نعم',
  ckb: 'بەڵێ',
  kmr: 'erê',
  fa: 'بله',
  he: 'כן',
  ur: 'جی',
  en: 'yes',
}
/** What is typed in each language; `{}` is its word for yes, shown in English before the row. */
const samples: readonly string[] = [
  `"{}"`,
  `"{} '{}' {}"`,
  `don't`,
  `צה"ל`,
  `מו"מ`,
  `ב"הארץ"`,
  `רח' ג'ורג'`,
  'لـ"{}"',
  '{},',
  '{};',
  '{}?',
  '{}.',
  '«{}»,',
  'BBC, 1,234',
  '٢٥% ۲۵% 25%',
  '{}...',
  '{}--',
  'می\u200c\u200cشد',
  'شد\u200cه',
  'کتاب ها را',
  'کار ها را',
  'می رود',
  'جام می را',
  'کورده\u200cکان',
]

const shown = (text: string) => `\`${text.replaceAll('\u200c', '⟨ZWNJ⟩')}\``
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The table of docs/typing.md: what the rules themselves make of each sample; `=` where it stays as typed. */
export function rulesTable(): string {
  const codes = languages.map(({ code }) => code)
  const rows = samples.map((sample) => {
    const cells = codes.map((code) => {
      const typed = sample.replaceAll('{}', yes[code])
      const written = typeOut(`${typed} `, typingIn(code)).slice(0, -1)
      return written === typed ? '=' : shown(written)
    })
    return row([shown(sample.replaceAll('{}', yes.en)), ...cells])
  })
  const joiner = codes.map((code) => (typingTable[code].hasJoiners ? 'ZWNJ' : 'a space'))
  return [
    row(['typed', ...codes]),
    row(['---', ...codes.map(() => '---')]),
    ...rows,
    row(['Shift+Space', ...joiner]),
  ].join('\n')
}
