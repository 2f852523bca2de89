import { expect, test } from 'vitest'
import { cleanSvg } from '../../../core/import/clean-svg.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { hasSetWords } from '../../../core/model/logo-drawing.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">${inside}</svg>`
const inBase64 = (svg: string) => `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(svg))}`
const escaped = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

test.each([
  ['words', '<text x="5">مداد</text>'],
  ['words in parts', '<g><text>\n <tspan x="1"/> <tspan>M</tspan>\n</text></g>'],
  ['words behind a text that is empty', '<text/><text> </text><text\nx="1">M</text>'],
  ['a letter that is written as its number', '<text>&#1605;</text>'],
])('a logo with %s has words set as text, as it is and as the desk makes it anew', (_name, inside) => {
  for (const svg of [drawing(inside), cleanSvg(drawing(inside)).svg])
    for (const image of [inBase64(svg), escaped(svg)]) expect(hasSetWords(image), image).toBe(true)
})
test('a logo of another program’s prefix has them too', () => {
  const svg = '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>M</s:text></s:svg>'
  expect(hasSetWords(inBase64(svg))).toBe(true)
})

test.each([
  ['paths alone', '<path id="text" d="M0 0"/><textArea/>'],
  ['a name and a note', '<title>text</title><desc>a text</desc><path d="M0 0"/>'],
  ['a text that is empty', '<text/><text x="1"> \n<tspan/></text><style>.a{fill:#036}</style>'],
])('a logo of %s has none', (_name, inside) => {
  for (const svg of [drawing(inside), cleanSvg(drawing(inside)).svg])
    for (const image of [inBase64(svg), escaped(svg)]) expect(hasSetWords(image), image).toBe(false)
})
test.each([
  ['no picture', undefined],
  ['a photograph', `data:image/png;base64,${toBase64(new TextEncoder().encode('<text>M</text>'))}`],
  ['what cannot be read', 'data:image/svg+xml,%E0%A4%A'],
  ['what is cut off', 'data:image/svg+xml,<svg><text'],
])('%s has none', (_name, image) => {
  expect(hasSetWords(image)).toBe(false)
})
test('no logo that comes with Midad has any', () => {
  expect(shippedThemes.filter(({ logo }) => hasSetWords(logo.image))).toEqual([])
})
test('a drawing of nothing but brackets is read in no time', () => {
  for (const part of ['<', '<text>', '</text', '<text><text ', '<a:'])
    expect(typeof hasSetWords(`data:image/svg+xml,${part.repeat(100_000)}`)).toBe('boolean')
})
