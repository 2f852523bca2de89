import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docx } from '../../../core/export/docx.ts'
import { inlineHtml, lineHtml } from '../../../core/export/inline-html.ts'
import { html } from '../../../core/export/html.ts'
import { formats } from '../../../core/export/registry.ts'
import { photoLabel } from '../../../core/export/photo-label.ts'
import { cardSizes, drawCard } from '../../../core/export/social/card.ts'
import { formatDate } from '../../../core/language/dates.ts'
import type { Inline, Mark } from '../../../core/model/body.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { article, media, nothing, onePixel, p } from './story.ts'
import { inputOf } from './written.ts'

const themeOf = (id: string) => {
  const found = shippedThemes.find((theme) => theme.id === id)
  if (!found) throw new Error(`no theme ${id}`)
  return found
}
const classic = themeOf('classic')
const dated = (language: LanguageCode) => article(language, { headline: 'X', date: '2026-11-13' }, p('Y'))
const inWords = (language: LanguageCode) =>
  formatDate('2026-11-13', { language, style: 'classic', digits: language === 'en' ? 'latn' : undefined })

describe.each(languageCodes)('a date in %s, where the theme of the page has an English one', (language) => {
  test('is in the language of the article in a Word document', async () => {
    const { bytes } = await docx.write(inputOf(dated(language), { theme: classic }))
    const document = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
    const line = /<w:pStyle w:val="MidadDateLine"\/>.*?<\/w:p>/.exec(document)?.[0] ?? document
    expect(line.replaceAll(/<[^>]*>|[\u200e\u200f]/g, '')).toContain(inWords(language))
  })
  test('and on a card', async () => {
    const lettered: string[] = []
    await drawCard(
      inputOf(dated(language), {
        theme: classic,
        assets: {
          ...nothing,
          outlines: async (wishes) => {
            lettered.push(...wishes.map(({ text }) => text))
            return wishes.map(() => ({ path: '', width: 10, unitsPerEm: 1000 }))
          },
          raster: async () => new Uint8Array(),
        },
      }),
      cardSizes[0] ?? { width: 1200, height: 630 },
    )
    // A line is set run by run; a word is never torn apart.
    const words = inWords(language).match(/[\p{L}\p{M}]{2,}/gu) ?? []
    expect(words.filter((word) => !lettered.some((text) => text.includes(word)))).toEqual([])
  })
  test('and stays as the theme has it on the page', async () => {
    const { bytes } = await html.write(inputOf(dated(language), { theme: classic }))
    expect(new TextDecoder().decode(bytes)).toContain('>Friday, 13 November 2026</time>')
  })
})

describe('the word before the name of a photographer', () => {
  const modern = themeOf('modern')
  const credited = async (credit: string) => {
    const picture = { media, alt: '', caption: '', credit, source: '', width: null, height: null }
    const input = inputOf(article('en', { headline: 'X', leadImage: picture }, p('Y')), {
      theme: modern,
      assets: onePixel,
    })
    const page = new TextDecoder().decode((await html.write(input)).bytes)
    const document = unzipSync((await docx.write(input)).bytes)['word/document.xml']
    return [page.slice(page.indexOf('<body')), new TextDecoder().decode(document)].map(
      (text) => (text.replaceAll(/<[^>]*>/g, '').match(/photo|foto/gi) ?? []).length,
    )
  }
  test('stands before a name, and not before a credit that has one itself', async () => {
    expect(await credited('Sara Hassan')).toEqual([1, 1])
    expect(await credited('Photo: Sara Hassan')).toEqual([1, 1])
    expect(await credited('Foto: dpa')).toEqual([1, 1])
  })
  test.each([
    ['en', 'Photo: AP', false],
    ['en', 'Photo by: AP', false],
    ['kmr', 'Wêne: Rêbîn Ûsiv', false],
    ['ckb', 'وێنە: ڕێبین', false],
    ['fa', 'عکس: رضا', false],
    ['he', 'צילום: רון', false],
    ['ur', 'تصویر : رضا', false],
    ['en', 'AP', true],
    ['en', 'Sara O’Neill / AP', true],
    ['en', 'Sara Hassan of the Agency: Mosul', true],
    ['en', '12:30', true],
  ] as const)('in %s, with the credit %s: %s', (language, credit, isWritten) => {
    expect(photoLabel(modern, language, credit) !== '').toBe(isWritten)
  })
})

describe('a number of which half would be another', () => {
  const held = (words: string) => `<span class="run">${words}</span>`
  test('stands on one line in a language from left to right', async () => {
    const fields = { headline: 'We plant 1,200–1,500 trees', subheadline: 'In 5–7 years' }
    const { bytes } = await html.write(inputOf(article('en', fields, p('Y')), { theme: classic }))
    const page = new TextDecoder().decode(bytes)
    expect(page).toContain(`<h1>We plant ${held('1,200–1,500')} trees</h1>`)
    expect(page).toContain(`In ${held('5–7')} years</p>`)
  })
  test.each([
    ['12–15ê Mijdarê', `${held('12–15')}ê Mijdarê`],
    ['$5–$7, then', `${held('$5–$7')}, then`],
    ['in 2026–2033.', `in ${held('2026–2033')}.`],
    ['Erbil–Duhok 5 – 7', 'Erbil–Duhok 5 – 7'],
    ["it's 5–7", `it's ${held('5–7')}`],
    ['"5–7" & 2', `&quot;${held('5–7')}&quot; &amp; 2`],
    ["'–5", "'–5"],
    [`${'9'.repeat(40)}–1`, `${'9'.repeat(40)}–1`],
    ['10%–15% of it, 10–15% or 5–10°', `${held('10%–15%')} of it, ${held('10–15%')} or ${held('5–10°')}`],
    ['won 3-1 on 2026-05-08', `won ${held('3-1')} on ${held('2026-05-08')}`],
    [
      'Call +964 770 123 4567 or (202) 555-0143.',
      `Call ${held('+964 770 123 4567')} or ${held('(202) 555-0143')}.`,
    ],
    ['some 10 000 000 people', `some ${held('10 000 000')} people`],
    ['In 2024 100 people, aged 5–6-year-old', `In 2024 100 people, aged ${held('5–6')}-year-old`],
    ['the A320-200, F-16 and COVID-19 of 5, 6 and 7.5', 'the A320-200, F-16 and COVID-19 of 5, 6 and 7.5'],
    ['https://example.org/2026-05-08/5-7', 'https://example.org/2026-05-08/5-7'],
    ['by €5–€10 million', `by ${held('€5–€10')} million`],
  ])('%s', (text, written) => {
    expect(lineHtml(text, 'ltr')).toBe(written)
  })

  test('of several marks stands together, but makes no two of a link that ends in it', () => {
    const drawn = (...content: Inline[]) => inlineHtml(content, 'ltr', { referenceHtml: () => '' })
    const marked = (text: string, ...marks: Mark[]): Inline => ({ type: 'text', text, marks })
    const link: Mark = { type: 'link', attrs: { href: 'https://example.org/' } }
    expect(drawn(marked('5', { type: 'bold' }), marked('–7 years'))).toBe(
      '<span class="run"><strong>5</strong>–7</span> years',
    )
    expect(drawn(marked('5–7 years', link))).toBe(`<a href="https://example.org/">${held('5–7')} years</a>`)
    expect(drawn(marked('the 5', link), marked('–7 years on 2024-05-08'))).toBe(
      `<a href="https://example.org/">the 5</a>–7 years on ${held('2024-05-08')}`,
    )
  })
  test.each(['ninjs', 'newsml-g2', 'nitf', 'markdown'])('is no matter of %s', async (id) => {
    const picture = { media, alt: '', caption: 'In 5–7 years', credit: '', width: 1, height: 1 }
    const blocks = [p('From 5–7 on 2024-05-08'), { type: 'image', attrs: picture } as const]
    const input = inputOf(article('en', { headline: '5–7' }, ...blocks), { theme: classic, assets: onePixel })
    const bytes = (await formats.find((format) => format.id === id)?.write(input))?.bytes
    const written = new TextDecoder().decode(bytes)
    expect(written).toContain('In 5–7 years')
    expect(written).not.toContain('run')
  })
})
