import { describe, expect, test } from 'vitest'
import type { ExportStyle } from '../../../core/export/format.ts'
import { html } from '../../../core/export/html.ts'
import { inHouseStyle } from '../../../core/export/house-style.ts'
import type { Block, Image } from '../../../core/model/body.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { a, article, b, br, nothing, p, t } from './story.ts'

const both: ExportStyle = { digits: null, quotes: 'language', transforms: ['digits', 'quotes'] }
const [classic] = shippedThemes as [(typeof shippedThemes)[number]]
const body = (of: Parameters<typeof inHouseStyle>[0], style = both) => inHouseStyle(of, style).body.content

describe('an article in the style of its house', () => {
  test('has its digits and quotation marks, each in the marks it stood in', () => {
    const of = article('ckb', {}, p('گوتی: "', b('لە ساڵی 20'), '24"', br, '"ئێستا"'))
    expect(body(of)).toEqual([p('گوتی: «', b('لە ساڵی ٢٠'), '٢٤»', br, '«ئێستا»')])
  })
  test('keeps codes, phones, addresses and links, and what is marked as another language', () => {
    const foreign = t('عام 2024', { type: 'bdi', attrs: { lang: 'ar' } })
    const of = article(
      'ckb',
      {},
      p('G20 و +964 770 123 4567 و ', a('https://ex.com/24', 'https://ex.com/24'), ' و ', foreign),
    )
    expect(body(of)).toEqual(of.body.content)
  })
  test('has it in captions, pull quotes and text fields; never in the slug, the address, dates and subjects', () => {
    const picture: Image = {
      type: 'image',
      attrs: { media: `${'b'.repeat(64)}.png`, alt: '"1"', caption: '2', credit: '3', width: 1, height: 1 },
    }
    const quote: Block = { type: 'pullQuote', attrs: { cite: 'وەزیر 4' }, content: [p('5')] }
    const pictures: Block = { type: 'gallery', attrs: { caption: '6' }, content: [picture, picture] }
    const card: Block = {
      type: 'embed',
      attrs: { url: 'https://youtu.be/7', title: 'فیلمی 8', site: 'N9', media: null, alt: '' },
    }
    const of = article(
      'ckb',
      {
        headline: '"بوجەی 2024"',
        keywords: ['بوجەی 2024'],
        slug: 'budget-2024',
        canonicalUrl: 'https://ex.com/2024',
        date: '2024-05-08',
        subjects: ['11000000'],
        urgency: 4,
      },
      picture,
      quote,
      pictures,
      card,
    )
    const styled = inHouseStyle(of, both)
    expect(styled.fields).toEqual({ ...of.fields, headline: '«بوجەی ٢٠٢٤»', keywords: ['بوجەی ٢٠٢٤'] })
    expect(styled.body.content).toMatchObject([
      { attrs: { alt: '«١»', caption: '٢', credit: '٣' } },
      { attrs: { cite: 'وەزیر ٤' }, content: [p('٥')] },
      { attrs: { caption: '٦' }, content: [{ attrs: { caption: '٢' } }, { attrs: { alt: '«١»' } }] },
      { attrs: { url: 'https://youtu.be/7', title: 'فیلمی ٨', site: 'N9' } },
    ])
  })
  test('follows the language of each text, and the house where it has chosen', () => {
    const of = article('ar', {}, p('عام ٢٠٢٤: "نعم"'), p('In 2024 they said «yes» to it'))
    expect(body(of)).toEqual([p('عام 2024: «نعم»'), p('In 2024 they said “yes” to it')])
    expect(body(of, { digits: 'arab', quotes: 'curly', transforms: ['digits', 'quotes'] })).toEqual([
      p('عام ٢٠٢٤: ”نعم“'),
      p('In 2024 they said “yes” to it'),
    ])
    expect(body(of, { ...both, transforms: ['digits'] })).toEqual([p('عام 2024: "نعم"'), of.body.content[1]])
  })
  test('is the very same article where all is to stay as written', () => {
    const of = article('ckb', { headline: '"2024"' }, p('"2024"'))
    expect(inHouseStyle(of, { ...both, transforms: [] })).toBe(of)
  })
})

test('the page is written in it: headline, title, metadata and story alike; machine-readable dates stay', async () => {
  const of = article('ckb', { headline: 'بوجەی 2024', date: '2024-05-08', slug: 'b-2024' }, p('ساڵی "2024"'))
  const page = async (house?: ExportStyle) =>
    new TextDecoder().decode(
      (
        await html.write({
          article: of,
          theme: classic,
          now: 0,
          assets: nothing,
          ...(house ? { house } : {}),
        })
      ).bytes,
    )
  const styled = await page(both)
  expect(styled).toContain('<h1>بوجەی ٢٠٢٤</h1>')
  expect(styled).toContain('<title>بوجەی ٢٠٢٤</title>')
  expect(styled).toContain('<p>ساڵی «٢٠٢٤»</p>')
  expect(styled).toContain('datetime="2024-05-08"')
  expect(styled).toContain('"datePublished":"2024-05-08"')
  expect(styled).toContain('content="b-2024"')
  const plain = await page()
  expect(plain).toContain('<h1>بوجەی 2024</h1>')
  expect(plain).toBe(await page({ ...both, transforms: [] }))
})
