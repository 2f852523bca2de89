import { describe, expect, test } from 'vitest'
import { cleanSvg } from '../../../core/import/clean-svg.ts'
import { logoImage } from '../../../core/model/theme.ts'
import { attacks } from '../../support/suites.ts'

const drawing = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
const cleaned = (inside: string) => cleanSvg(drawing(inside))
/** As a theme would carry it: what its own gate lets through. */
const isLogo = (svg: string) =>
  logoImage.safeParse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`).success
/** What could do more than draw, in whatever spelling. */
const doesMore =
  /<(?:script|foreignObject|image|feImage|iframe|animate|set|a|audio|video|handler|listener|filter)\b|\son\w+=|href="(?!#)|script:|data:|@import|@font-face|url\((?!['"]?#)|\\|<!/i

test('a drawing as a program of designers saves it stays what it is', () => {
  const saved = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" x="0px" y="0px" width="300px" height="100"
  inkscape:version="1.3" xml:space="preserve"><metadata>notes</metadata><title>وكالة</title>
<style type="text/css">/* of the program */ .st0{fill:url(#ink);stroke:#fff} .st1,.st2{opacity:.5;}</style>
<defs><linearGradient id="ink" gradientUnits="userSpaceOnUse" x1="0" x2="1"><stop offset="0" style="stop-color:#036"/></linearGradient>
<path id="leaf" d="M0 0L10 10z"/></defs>
<switch><foreignObject/><g><path class="st0" d="M1 1h10v10z"/><use xlink:href="#leaf" x="20"/><text x="5">مداد</text></g></switch></svg>`
  const { svg } = cleanSvg(saved)
  expect(svg).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 300 100" width="300" height="100" x="0px"/)
  for (const part of [
    '<style>.st0{fill:url(#ink);stroke:#fff}.st1,.st2{opacity:.5}</style>',
    '<linearGradient id="ink" gradientUnits="userSpaceOnUse" x1="0" x2="1"><stop offset="0" style="stop-color:#036"/></linearGradient>',
    '<path class="st0" d="M1 1h10v10z"/><use href="#leaf" x="20"/><text x="5">مداد</text>',
  ])
    expect(svg).toContain(part)
  expect(svg).not.toMatch(/inkscape|notes|foreignObject/)
  expect(isLogo(svg)).toBe(true)
  // Made twice it is the same.
  expect(cleanSvg(svg)).toEqual({ svg, isLess: false })
})

test.each([
  ['viewBox="0 0 60 20" width="100%"', 'viewBox="0 0 60 20" width="60" height="20"'],
  ['viewBox="-1,-2 60 20" width="6px" height="2"', 'viewBox="-1 -2 60 20" width="6" height="2"'],
  ['width="1e9" height="2"', ''],
  ['viewBox="a b c d"', ''],
])('a drawing of %s is as large as it says', (attributes, expected) => {
  const { svg } = cleanSvg(drawing('<path/>', attributes))
  expect(svg).toBe(`<svg xmlns="http://www.w3.org/2000/svg"${expected && ` ${expected}`}><path/></svg>`)
})

describe('of a drawing is left out, and said to be,', () => {
  test.each([
    ['a script', '<script>alert(1)</script><path d="M0 0"/>'],
    ['a script by another address', '<script xlink:href="https://x.example/a.js"/>'],
    ['a handler', '<path d="M0 0" onload="alert(1)"/>'],
    [
      'HTML',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x"/></body></foreignObject>',
    ],
    ['a picture elsewhere', '<image href="https://x.example/a.png"/>'],
    ['a drawing elsewhere', '<use href="https://x.example/a.svg#b"/>'],
    ['a drawing in an address', '<use xlink:href="data:image/svg+xml,&lt;svg/&gt;#x"/>'],
    ['a pattern elsewhere', '<path fill="url(https://x.example/a.svg#b)"/>'],
    ['a pattern elsewhere in a style', '<path style="fill:url(//x.example/a)"/>'],
    ['a sheet elsewhere', '<style>@import "https://x.example/a.css";.a{fill:red}</style>'],
    ['a sheet elsewhere, hidden', '<style>@\\69mport "//x.example/a";.a{fill:u\\72l(//x.example/b)}</style>'],
    ['a font elsewhere', '<style>@font-face{font-family:a;src:url(//x.example/f)}</style>'],
    ['a picture of a sheet', '<style>svg{background-image:image-set("//x.example/a" 1x)}</style>'],
    ['a link that runs', '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['what moves', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['what sets', '<set attributeName="onload" to="alert(1)"/>'],
    ['a filter', '<filter id="f"><feImage href="https://x.example/a"/></filter>'],
  ])('%s', (_what, inside) => {
    const { svg, isLess } = cleaned(inside)
    expect(svg).not.toMatch(doesMore)
    expect(svg).not.toContain('x.example')
    expect(isLess).toBe(true)
    expect(isLogo(svg)).toBe(true)
  })
})

describe('is no drawing', () => {
  const uses = (depth: number) =>
    Array.from(
      { length: depth },
      (_none, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
    ).join('')
  test.each([
    ['a page', '<html><body/></html>'],
    ['one of another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['what is cut off', '<svg xmlns="http://www.w3.org/2000/svg"><path'],
    ['one with entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['one that draws itself ten million times', drawing(`<path id="l0"/>${uses(7)}<use href="#l7"/>`)],
    ['one that draws itself', drawing('<g id="a"><use href="#a"/></g>')],
    ['one whose pattern is filled with itself', drawing('<pattern id="a"><path fill="url(#a)"/></pattern>')],
    ['one with too many parts', drawing('<path/>'.repeat(20_001))],
    ['one nested without end', drawing('<g>'.repeat(10_000) + '</g>'.repeat(10_000))],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(() => cleanSvg(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})

test('of all attacks of the public lists, alone or inside a drawing, nothing is left that does more than draw', () => {
  let read = 0
  for (const payload of attacks().flatMap((each) => [each, drawing(each), drawing(`<g ${each}/>`)])) {
    try {
      const { svg } = cleanSvg(payload)
      read += 1
      expect(svg).not.toMatch(doesMore)
      expect(isLogo(svg), payload).toBe(true)
    } catch (error) {
      expect(error, payload).toMatchObject({ code: 'unreadable' })
    }
  }
  if (attacks().length > 0) expect(read).toBeGreaterThan(20)
})
