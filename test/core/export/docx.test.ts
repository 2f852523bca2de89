import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { docx } from '../../../core/export/docx.ts'
import type { ExportInput } from '../../../core/export/format.ts'
import { directedText } from '../../../core/export/word/stretches.ts'
import { childOf, childrenOf, parseXml, xmlText, type XmlElement } from '../../../core/import/xml-tree.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { packer } from '../../../electron/node/packer.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { fn, note, source, sources, table, rowOf, td, th } from '../../support/story.ts'
import { a, article, b, bdi, fullArticle, nothing, ol, onePixel, p, t, ul } from './story.ts'

const theme = shippedThemes[0] as HouseTheme
const parts = async (of: ExportInput['article'], input: Partial<ExportInput> = {}) => {
  const { bytes } = await docx.write({ article: of, theme, now: 0, assets: onePixel, ...input })
  const files = unzipSync(bytes)
  return (name: string) => new TextDecoder().decode(files[name] ?? new Uint8Array())
}
const documentOf = async (of: ExportInput['article'], input: Partial<ExportInput> = {}) =>
  (await parts(of, input))('word/document.xml')

/** All elements of a name below one. */
const all = (root: XmlElement, name: string): XmlElement[] =>
  childrenOf(root).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
/** The runs of a paragraph as their words, those from right to left in [ ]. */
const runsOf = (paragraph: XmlElement): string =>
  all(paragraph, 'r')
    .map((run) => {
      const properties = childOf(run, 'rPr')
      return properties && childOf(properties, 'rtl') ? `[${xmlText(run)}]` : xmlText(run)
    })
    .join('|')

describe.each(languageCodes)('an article with everything in %s', (code) => {
  let read: Awaited<ReturnType<typeof parts>>
  beforeAll(async () => {
    read = await parts(fullArticle(code))
  })
  test('is well-formed in each of its parts', () => {
    for (const name of ['document', 'styles', 'numbering', 'settings', 'fontTable', 'footnotes'])
      expect(() => parseXml(read(`word/${name}.xml`)), name).not.toThrow()
    for (const name of ['core', 'app', 'custom'])
      expect(() => parseXml(read(`docProps/${name}.xml`)), name).not.toThrow()
    expect(read('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml')
  })
  test('says of each paragraph which way it goes', () => {
    const paragraphs = all(parseXml(read('word/document.xml')), 'p')
    expect(paragraphs.length).toBeGreaterThan(60)
    for (const paragraph of paragraphs) {
      const properties = childOf(paragraph, 'pPr')
      expect(properties && childOf(properties, 'bidi'), xmlText(paragraph)).toBeDefined()
    }
  })
  test('names no style, list or relation that it does not have', () => {
    const document = read('word/document.xml')
    const known = new Set([...read('word/styles.xml').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id))
    for (const [, id] of document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g))
      expect(known).toContain(id)
    const lists = new Set([...read('word/numbering.xml').matchAll(/w:numId="(\d+)"/g)].map(([, id]) => id))
    for (const [, id] of document.matchAll(/<w:numId w:val="(\d+)"/g)) expect(lists).toContain(id)
    const relations = new Set(
      [...read('word/_rels/document.xml.rels').matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id),
    )
    for (const [, id] of document.matchAll(/r:(?:id|embed)="([^"]+)"/g)) expect(relations).toContain(id)
  })
  test('holds no word for the desk alone', () => {
    for (const name of ['word/document.xml', 'docProps/custom.xml', 'docProps/core.xml'])
      expect(read(name)).not.toContain('SECRET')
  })
})

test('the same article is the same bytes', async () => {
  const write = async () =>
    (await docx.write({ article: fullArticle('ckb'), theme, now: 0, assets: onePixel })).bytes
  expect(await write()).toEqual(await write())
})

describe('what many files have alike', () => {
  const looks: Partial<ExportInput>[] = [
    {},
    { theme: { ...theme, colours: { ...theme.colours, line: '#fedcba' } } },
    { theme: { ...theme, fonts: { ...theme.fonts, arabic: { ...theme.fonts.arabic, text: 'kufi' } } } },
    { packer },
  ]
  test('is that of the file’s own theme, language, lists and packing, whatever was written before', async () => {
    const written = async (code: LanguageCode, look: Partial<ExportInput>) =>
      (await docx.write({ article: fullArticle(code), theme, now: 0, assets: onePixel, ...look })).bytes
    const all = languageCodes.flatMap((code) => looks.map((look) => [code, look] as const))
    const there: Uint8Array[] = []
    for (const [code, look] of all) there.push(await written(code, look))
    for (const [at, [code, look]] of [...all.entries()].reverse())
      expect(await written(code, look)).toEqual(there[at])
    expect(new Set(there.map((bytes) => String(bytes))).size).toBe(there.length)
    const styles = async (look: Partial<ExportInput>) =>
      (await parts(fullArticle('ar'), look))('word/styles.xml')
    expect(await styles(looks[1]!)).toContain('w:color="fedcba"')
    expect(await styles(looks[2]!)).not.toBe(await styles(looks[0]!))
    // Packed by whomever, it is the same file.
    expect(await styles(looks[3]!)).toBe(await styles(looks[0]!))
  })
  test('is kept in bounds', async () => {
    for (let start = 1; start <= 200; start += 1) {
      const document = await parts(article('ar', {}, ol(start, [p('بند')])))
      expect(document('word/numbering.xml')).toContain(`<w:startOverride w:val="${start}"/>`)
    }
  })
})

describe('what goes from right to left', () => {
  const runs = async (...words: Parameters<typeof p>) => {
    const document = parseXml(await documentOf(article('ar', {}, p(...words))))
    return runsOf(all(document, 'p')[0] as XmlElement)
  }
  test('Arabic letters do, a Latin name and the number behind it do not', async () => {
    expect(await runs('قالت شركة Rivermark Systems يوم 14 أيار')).toBe(
      '[قالت شركة ]|Rivermark Systems|[ يوم 14 أيار]',
    )
  })
  test('a phone number is a run of its own, between marks for programs that order letters', async () => {
    expect(await runs('والرقم +964 750 000 1234 مفتوح')).toBe(
      '[والرقم ]|[\u200f]|\u200e|+964 750 000 1234|\u200e|[\u200f]|[ مفتوح]',
    )
  })
  test('what a person set apart goes as it was set', async () => {
    expect(await runs('عن ', bdi('C++ (2024)', 'ltr'), ' قال')).toBe(
      '[عن ]|[\u200f]|\u200e|C++ (2024)|\u200e|[\u200f]|[ قال]',
    )
  })
  test('in an English paragraph the Arabic words do', async () => {
    const document = parseXml(await documentOf(article('en', {}, p('The firm صفاء said'))))
    expect(runsOf(all(document, 'p')[0] as XmlElement)).toBe(
      'The firm |\u200e|[\u200f]|[صفاء]|[\u200f]|\u200e| said',
    )
  })
  test('a letter of two halves goes as one, whichever way', () => {
    const cut = (text: string, base: 'rtl' | 'ltr') =>
      directedText(text, base, []).stretches.map(({ from, to, isRtl }) => [text.slice(from, to), isRtl])
    // Latin and Adlam letters beyond the first plane, and one that goes no way.
    expect(cut('قال \u{1df00}\u{1df00}😀 مضى', 'rtl')).toEqual([
      ['قال ', true],
      ['\u{1df00}\u{1df00}', false],
      ['😀 مضى', true],
    ])
    expect(cut('He 😀\u{1e900}\u{1e900} said', 'ltr').filter(([, isRtl]) => isRtl)).toEqual([
      ['\u{1e900}\u{1e900}', true],
    ])
  })
  test('every letter of any text stands in exactly one run', () => {
    for (const text of ['BBC، +964 750 – «قال» ١٢٣ abc', '', '...', 'ab قال 12% ', '😀 قال 😀 BBC 😀']) {
      for (const base of ['rtl', 'ltr'] as const) {
        const { stretches } = directedText(text, base, [])
        expect(stretches.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
      }
    }
  })
  test('a table has its first column on the right, a heading row repeats, cells reach over rows and columns', async () => {
    const of = article(
      'ar',
      {},
      table(
        rowOf(th('المدينة'), th('العدد', { colspan: 2 })),
        rowOf(td('أربيل', { rowspan: 2 }), td('1'), td('2')),
        rowOf(td('3'), td('4')),
      ),
    )
    const xml = await documentOf(of)
    expect(xml).toContain('<w:bidiVisual/>')
    const rows = all(parseXml(xml), 'tr')
    expect(rows.map((row) => all(row, 'tc').length)).toEqual([2, 3, 3])
    expect(rows.map((row) => all(row, 'tblHeader').length)).toEqual([1, 0, 0])
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1)
    expect([...xml.matchAll(/<w:vMerge w:val="(\w+)"/g)].map(([, merge]) => merge)).toEqual([
      'restart',
      'continue',
    ])
  })
  test('each list counts by itself and from where it is told to', async () => {
    const of = article('ar', {}, ol(7, [p('أ')], [p('ب'), ul([p('ج')])]), ol(undefined, [p('د')]))
    const read = await parts(of)
    const levels = [...read('word/document.xml').matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"/g)]
    expect(levels.map(([, level, list]) => [level, list])).toEqual([
      ['0', '1'],
      ['0', '1'],
      ['1', '2'],
      ['0', '3'],
    ])
    expect(read('word/numbering.xml')).toContain('<w:startOverride w:val="7"/>')
  })
})

test('bold is bold in both of its letters, and complex scripts have a size of their own', async () => {
  const read = await parts(article('ar', {}, p(b('قال'))))
  expect(read('word/document.xml')).toContain('<w:b/><w:bCs/>')
  expect(read('word/styles.xml')).toMatch(
    /w:cs="Noto Naskh Arabic"\/><w:sz w:val="24"\/><w:szCs w:val="28"\/>/,
  )
})
test('links go where a link may go, once for each address', async () => {
  const of = article('ar', {}, p(a('موقع', 'https://example.org/?a=1&b=2'), a('x', 'javascript:alert(1)')))
  const read = await parts(of)
  const relations = read('word/_rels/document.xml.rels')
  expect(relations).toContain('Target="https://example.org/?a=1&amp;b=2" TargetMode="External"')
  expect(relations + read('word/document.xml')).not.toContain('javascript')
})
test('a source is a real footnote, and named again it is a field with its number', async () => {
  const of = article('ar', {}, p('قال', fn('a1'), ' ثم', fn('a1')), sources(source('a1', 'مصدر')))
  const read = await parts(of)
  const document = read('word/document.xml')
  expect(document.match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1)
  expect(document).toContain('NOTEREF _midad_a1')
  expect(xmlText(parseXml(read('word/footnotes.xml')))).toContain('مصدر')
})
describe('notes to the desk', () => {
  const of = article('ar', {}, p('قال'), note(p('SECRET')), p('ثم'))
  test('are in no part of the file', async () => {
    const { bytes } = await docx.write({ article: of, theme, now: 0, assets: nothing })
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      expect(new TextDecoder().decode(part), name).not.toContain('SECRET')
  })
  test('are comments where somebody asks for them', async () => {
    const read = await parts(of, { notes: true })
    expect(xmlText(parseXml(read('word/comments.xml')))).toBe('SECRET')
    expect(read('word/document.xml')).toContain('<w:commentReference w:id="0"/>')
  })
})
test('a picture that is missing is said, its words stay', async () => {
  const { bytes, warnings } = await docx.write({
    article: fullArticle('ar'),
    theme,
    now: Date.parse('2030-01-01'),
    assets: nothing,
  })
  expect(warnings.map(({ code }) => code)).toEqual(['picture-missing'])
  expect(Object.keys(unzipSync(bytes)).some((name) => name.includes('media'))).toBe(false)
})
test('what XML cannot carry is left out, and the rest stays', async () => {
  const document = await documentOf(article('ar', { headline: 'a\u0000\u000bb<\uffff' }, p(t('x\ud800y'))))
  expect(xmlText(parseXml(document))).toBe('ab<xy')
})
