import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docx } from '../../../core/export/docx.ts'
import { heldRanges } from '../../../core/export/held-ranges.ts'
import { html } from '../../../core/export/html.ts'
import { photoLabel } from '../../../core/export/photo-label.ts'
import { cardSizes, drawCard } from '../../../core/export/social/card.ts'
import { formatDate } from '../../../core/language/dates.ts'
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

describe('a range of numbers over a story', () => {
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
    ['it&#39;s 5–7', `it&#39;s ${held('5–7')}`],
    ['&#39;–5', '&#39;–5'],
    [`${'9'.repeat(40)}–1`, `${'9'.repeat(40)}–1`],
  ])('%s', (text, written) => {
    expect(heldRanges(text, 'ltr')).toBe(written)
    expect(heldRanges(text, 'rtl')).toBe(text)
  })
})
