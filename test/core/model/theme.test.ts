import { describe, expect, test } from 'vitest'
import { contrast, leastContrast } from '../../../core/model/contrast.ts'
import { houseTheme, maxLogoLetters } from '../../../core/model/theme.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'

const [classic] = shippedThemes
const reads = (change: object) => houseTheme.safeParse({ ...classic, ...change }).success
const withLogo = (image: string) => reads({ logo: { alt: '', image } })
const svg = (inside: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg'>${inside}</svg>`)}`

describe('a theme file', () => {
  test.each(shippedThemes)('$id, as shipped, reads, and its words can be read on its paper', (theme) => {
    expect(houseTheme.parse(theme)).toEqual(theme)
    const { ink, muted, accent, paper } = theme.colours
    for (const colour of [ink, muted, accent]) expect(contrast(colour, paper)).toBeGreaterThan(leastContrast)
  })
  test.each([
    ['a rule', 'red;}body{display:none'],
    ['an address', 'url(https://example.org/x)'],
    ['an end of the style', '#fff</style><script>'],
    ['an import', '@import "x"'],
    ['a short colour', '#fff'],
    ['an expression', 'expression(alert(1))'],
  ])('with %s in the place of a colour is refused', (_what, ink) => {
    expect(reads({ colours: { ...classic?.colours, ink } })).toBe(false)
  })
  test('with a font that is none of ours is refused', () => {
    const faces = { headline: "x';src:url(//x)", text: 'naskh', small: 'naskh' }
    expect(reads({ fonts: { ...classic?.fonts, arabic: faces } })).toBe(false)
  })
  test('with an id that is a path is refused', () => {
    for (const id of ['../x', 'a/b', '', 'A', '__proto__']) expect(reads({ id })).toBe(false)
  })
  test('with words as long as a story is refused', () => {
    expect(reads({ labels: { top: 'x'.repeat(201) } })).toBe(false)
    expect(reads({ dateLine: { ...classic?.dateLine, prefix: 'x'.repeat(41) } })).toBe(false)
  })
})

describe('the picture of a logo', () => {
  test('may be drawn, with colours that flow and styles of its own', () => {
    expect(withLogo('data:image/png;base64,iVBORw0KGgo=')).toBe(true)
    expect(withLogo(svg("<defs><linearGradient id='a'/></defs><path fill='url(#a)'/>"))).toBe(true)
    expect(withLogo(svg("<style>.a{fill:red}</style><use href='#a'/>"))).toBe(true)
    expect(withLogo(`data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}`)).toBe(
      true,
    )
  })
  test.each([
    ['lies elsewhere', 'https://example.org/logo.png'],
    ['is a page', 'data:text/html,<script>alert(1)</script>'],
    ['ends its attribute', 'data:image/png;base64,AA" onerror="alert(1)'],
    ['has a script', svg('<script>alert(1)</script>')],
    ['has a handler', svg('<path onload="alert(1)"/>')],
    ['has a handler without a space', svg("<path d=''onclick='x'/>")],
    ['loads a picture', svg('<image href="https://example.org/x"/>')],
    ['loads a style', svg('<style>@import "https://example.org"</style>')],
    ['loads a drawing', svg('<use href="https://example.org/x.svg#a"/>')],
    ['loads a pattern', svg('<path fill="url(https://example.org/x)"/>')],
    ['holds HTML', svg('<foreignObject><body/></foreignObject>')],
    [
      'declares entities',
      `data:image/svg+xml,${encodeURIComponent('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')}`,
    ],
    ['is in base64 and has a script', `data:image/svg+xml;base64,${btoa('<svg><script/></svg>')}`],
    ['is cut off', 'data:image/svg+xml,%'],
    ['is larger than a logo', `data:image/png;base64,${'A'.repeat(maxLogoLetters)}`],
  ])('that %s is refused', (_what, image) => {
    expect(withLogo(image)).toBe(false)
  })
})

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
  expect(contrast('#abcdef', '#abcdef')).toBe(1)
})
