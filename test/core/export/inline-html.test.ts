import { array, assert, constantFrom, option, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { asItStands, inlineHtml, withSpans } from '../../../core/export/inline-html.ts'
import { escaped, unwritable } from '../../../core/export/markup.ts'
import type { Mark, Text } from '../../../core/model/body.ts'

const footnotes = { referenceHtml: (id: string) => `[${id}]` }
const words = array(
  constantFrom(
    ...' |قال|في بغداد|سەرۆک|צה"ל|BBC|World Bank|iPhone 17|5|٢٤|65.7%|10-20|+964 770 123 4567|OPEC+|#Iraq|.|،|«|»|"|&|<b>|\n|\u0001|\u202b'.split(
      '|',
    ),
  ),
  { minLength: 1, maxLength: 8 },
).map((some) => some.join(' '))
const mark = constantFrom<Mark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.org/?a=1&b="2"' } },
  { type: 'link', attrs: { href: 'javascript:alert(1)', title: 'قال -5' } },
  { type: 'bdi', attrs: { dir: 'ltr', lang: 'en' } },
)
const text = record({
  type: constantFrom('text' as const),
  text: words,
  marks: option(array(mark, { maxLength: 3 })),
}).map(({ marks, ...bare }): Text => (marks ? { ...bare, marks } : bare))

test('what is written as it stands is what the spans would make of it, in either direction', () => {
  let plain = 0
  assert(
    property(array(text, { maxLength: 4 }), constantFrom('rtl', 'ltr'), (content, direction) => {
      const html = asItStands(content, direction)
      const spanned = withSpans(content, direction, footnotes)
      expect(html ?? spanned).toBe(spanned)
      if (html !== undefined) plain += 1
    }),
    { numRuns: 4000 },
  )
  // A test of what hardly ever happens would hold nothing.
  expect(plain).toBeGreaterThan(400)
})

test('most of a story is written as it stands: names, numbers and marks between its words', () => {
  const bold: Mark[] = [{ type: 'bold' }]
  const content: Text[] = [
    { type: 'text', text: 'قال "المجلس" في ' },
    { type: 'text', text: 'World Bank', marks: bold },
    { type: 'text', text: ' أمس إن 65.7% من…' },
  ]
  const html = 'قال &quot;المجلس&quot; في <strong>World Bank</strong> أمس إن 65.7% من…'
  expect(asItStands(content, 'rtl')).toBe(html)
  expect(inlineHtml(content, 'rtl', footnotes)).toBe(html)
})

test('a block with footnotes, breaks, isolates or marks side by side is left to the spans', () => {
  const bold: Mark[] = [{ type: 'bold' }]
  expect(asItStands([{ type: 'footnote', attrs: { id: 'a' } }], 'rtl')).toBeUndefined()
  expect(asItStands([{ type: 'hardBreak' }], 'rtl')).toBeUndefined()
  expect(asItStands([{ type: 'text', text: 'قال -5' }], 'rtl')).toBeUndefined()
  const sideBySide: Text[] = [
    { type: 'text', text: 'قال ', marks: bold },
    { type: 'text', text: 'ثم', marks: [...bold, { type: 'italic' }] },
  ]
  expect(asItStands(sideBySide, 'rtl')).toBeUndefined()
  expect(inlineHtml(sideBySide, 'rtl', footnotes)).toBe('<strong>قال <em>ثم</em></strong>')
})

test('escaping leaves out what no page may carry and writes four letters as entities', () => {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  const plainly = (all: string) =>
    all.replace(unwritable, '').replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
  const units = Array.from({ length: 0x3000 }, (_, unit) => String.fromCharCode(unit)).join('')
  expect(escaped(units)).toBe(plainly(units))
  assert(
    property(
      string({ unit: constantFrom(...'&<>"\'\n\r\t\u0000\u0085\u202aاب a'.split('')), maxLength: 40 }),
      (some) => {
        expect(escaped(some)).toBe(plainly(some))
      },
    ),
  )
})
