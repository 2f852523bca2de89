import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPicture } from '../../../core/model/picture.ts'
import type { ExportAssets, ExportInput } from '../../../core/export/format.ts'
import { formatOf } from '../../../core/export/registry.ts'
import { cardSizes, drawCard } from '../../../core/export/social/card.ts'
import { contrast } from '../../../core/export/social/contrast.ts'
import type { ArticleFields } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { createDarkroom } from '../../../electron/node/darkroom.ts'
import { packJpeg, unpackPicture } from '../../../electron/node/picture-codecs.ts'
import type { Pixels } from '../../../electron/node/pixels.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { gifOf, packWebp } from '../../support/packed-pictures.ts'
import { article, nothing, p } from '../../core/export/story.ts'

const ferry = readFileSync(join(import.meta.dirname, '../../../assets/samples/ferry.jpg'))
const darkroom = createDarkroom()
/** What is drawn, and the drawing as SVG. */
function assets(picture?: Uint8Array): ExportAssets & { drawn: string[] } {
  const drawn: string[] = []
  return {
    ...nothing,
    drawn,
    scaled: async (media, wish) => picture && darkroom.scaled(media, picture, wish),
    outlines: (letterings) => darkroom.outlines(letterings),
    raster: (svg) => {
      drawn.push(svg)
      return darkroom.raster(svg)
    },
  }
}
const lead = { media: 'ferry.jpg', alt: '', caption: '', credit: '', source: '', width: 1600, height: 900 }
const input = (
  language: LanguageCode,
  fields: Partial<ArticleFields>,
  own: ExportAssets,
  theme = shippedThemes[1],
): ExportInput => ({
  article: article(language, fields, p('Words.')),
  theme: theme as NonNullable<typeof theme>,
  now: 0,
  assets: own,
})
const [wide, square] = cardSizes as [(typeof cardSizes)[number], (typeof cardSizes)[number]]

const headlines: Partial<Record<LanguageCode, string>> = {
  ar: 'عبّارة شمسية تربط ضفتي دجلة في الموصل للمرة الأولى، قالت BBC News (2024)',
  ckb: 'سلێمانی ئەرشیفێکی نوێ بۆ وێنە کۆنەکانی شار دەکاتەوە',
  kmr: 'Barana payîzê asta golê bilind kir',
  fa: 'باران پاییزی سطح دریاچه را بالا برد و می‌شود',
  he: 'גשמי הסתיו העלו את מפלס האגם',
  ur: 'خزاں کی بارش سے جھیل کی سطح بلند',
  en: 'Autumn rain lifts the lake',
}

describe.each(Object.entries(headlines))('a card in %s', (language, headline) => {
  test.each([...cardSizes])('is drawn $width by $height, as shapes and without an address', async (size) => {
    const own = assets(ferry)
    const fields = {
      headline,
      kicker: headline,
      source: 'Midad',
      date: '2026-11-08T10:00+03:00',
      leadImage: lead,
    }
    const png = await drawCard(input(language as LanguageCode, fields, own), size)
    expect(readPicture(png ?? new Uint8Array())).toMatchObject({ mime: 'image/png', ...size })
    const [svg = ''] = own.drawn
    expect(svg).not.toMatch(/<text|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(2)
  })
})

test('a lead picture that is a WebP or a GIF is on the card', async () => {
  const blue: Pixels = {
    data: new Uint8Array(64 * 64 * 4).map((_none, at) => (at % 4 > 1 ? 255 : 0)),
    width: 64,
    height: 64,
  }
  for (const picture of [await packWebp(blue), gifOf(blue, [blue])]) {
    const own = assets(picture)
    const leadImage = { ...lead, width: 64, height: 64 }
    const png = await drawCard(input('ar', { headline: 'خبر', leadImage }, own), wide)
    expect(own.drawn[0]).toContain('<image')
    const { data } = await unpackPicture(png ?? new Uint8Array(), 'image/png')
    // Above the words.
    const [r = 0, g = 0, b = 0] = data.subarray((200 * wide.width + 600) * 4)
    expect(b).toBeGreaterThan(150)
    expect(r + g).toBeLessThan(60)
  }
})

/** Of each line its letters' share of dark points, left and right. */
async function ink(png: Uint8Array | undefined): Promise<{ left: number; right: number }> {
  const { data, width, height } = await unpackPicture(png ?? new Uint8Array(), 'image/png')
  const sides = { left: 0, right: 0 }
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = (y * width + x) * 4
      const isDark = (data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 300
      if (isDark) sides[x < width / 2 ? 'left' : 'right'] += 1
    }
  }
  return sides
}

test('an Arabic card begins at the right, an English one at the left', async () => {
  const arabic = await ink(await drawCard(input('ar', { headline: 'خبر قصير' }, assets()), wide))
  const english = await ink(await drawCard(input('en', { headline: 'Short news' }, assets()), wide))
  expect(arabic.right).toBeGreaterThan(arabic.left * 1.2)
  expect(english.left).toBeGreaterThan(english.right * 1.2)
})

test('words are read on any picture: what lies behind each is dark or paper', async () => {
  expect([contrast('#000000', '#ffffff'), contrast('#777777', '#777777')]).toEqual([21, 1])
  const white: Pixels = { data: new Uint8Array(1600 * 900 * 4).fill(255), width: 1600, height: 900 }
  const own = assets(await packJpeg(white))
  const fields = { headline: 'خبر قصير', source: 'وكالة مداد', leadImage: lead }
  const png = await drawCard(input('ar', fields, own), wide)
  const { data, width } = await unpackPicture(png ?? new Uint8Array(), 'image/png')
  const hex = (x: number, y: number) =>
    `#${Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3), (part) => part.toString(16).padStart(2, '0')).join('')}`
  // Beside the first letter of the headline, which stands at the foot, and beside the name in the head.
  expect(contrast(hex(1140, 520), '#ffffff')).toBeGreaterThan(4.5)
  expect(contrast(hex(1150, 50), shippedThemes[1]?.colours.accent ?? '')).toBeGreaterThan(4.5)
})

test('letters join: a word is narrower than its letters apart', async () => {
  const set = async (text: string) =>
    (await darkroom.outlines([{ text, isRightToLeft: true, families: ['kufi'], weight: 700 }]))?.[0]?.width ??
    0
  expect(await set('سلێمانی')).toBeLessThan(
    (await Promise.all(Array.from('سلێمانی', set))).reduce((a, b) => a + b) * 0.8,
  )
  // The joiner keeps them apart.
  expect(await set('بب')).not.toBe(await set('ب\u200cب'))
})

test('what no font has is left out, and a bracket is mirrored where it is read from the right', async () => {
  const set = async (text: string, isRightToLeft: boolean) =>
    (await darkroom.outlines([{ text, isRightToLeft, families: ['kufi'], weight: 700 }]))?.[0]
  expect(await set('🚢', false)).toEqual({ width: 0, path: '' })
  expect((await set('(', true))?.path).toBe((await set(')', false))?.path)
})

test('a very long headline is cut with an ellipsis and stays inside its card', async () => {
  const own = assets()
  const png = await drawCard(input('ar', { headline: 'مجلس الوزراء العراقي يوافق '.repeat(40) }, own), square)
  expect(readPicture(png ?? new Uint8Array())).toMatchObject(square)
  const long = 'W'.repeat(600)
  const unbroken = await drawCard(
    input('en', { headline: long, kicker: long, source: long, date: '2026-11-08' }, own),
    wide,
  )
  expect(readPicture(unbroken ?? new Uint8Array())).toMatchObject(wide)
})

test.each([
  ['nothing at all', ''],
  ['markup', '<script>alert(1)</script>&amp;"/><image href="http://x.example/a.png"/>'],
  ['controls and lone halves', 'a\u0000\u0007\ud800b\ufffe\u202e\u2067c'],
])('a headline of %s is drawn as nothing but shapes', async (_name, headline) => {
  const own = assets(ferry)
  const fields = { headline, kicker: headline, source: headline, leadImage: lead }
  const png = await drawCard(input('ar', fields, own), wide)
  expect(readPicture(png ?? new Uint8Array())).toMatchObject(wide)
  expect(own.drawn[0]).not.toMatch(/script|x\.example|&amp;/)
})

test('the logo of a house is drawn, and one that is no picture harms nothing', async () => {
  const theme = shippedThemes[0] as NonNullable<(typeof shippedThemes)[0]>
  for (const image of [
    theme.logo.image,
    'data:image/png;base64,AAAA',
    'data:image/svg+xml,%E0%A4%A',
    'data:image/svg+xml,<svg',
  ]) {
    const own = { ...theme, logo: { alt: '', image } }
    const png = await drawCard(input('ar', { headline: 'خبر' }, assets(), own), wide)
    expect(readPicture(png ?? new Uint8Array())).toMatchObject(wide)
  }
})

describe('the packed file', () => {
  const write = (own: ExportAssets) =>
    formatOf('social')?.write(input('ar', { headline: 'خبر', summary: 'موجز الخبر.' }, own))
  test('has a text for each network and both cards, and is the same every time', async () => {
    const written = await write(assets())
    expect(Object.keys(unzipSync(written?.bytes ?? new Uint8Array())).sort()).toEqual([
      'card-1080x1080.png',
      'card-1200x630.png',
      'facebook.txt',
      'telegram-caption.html',
      'telegram-caption.txt',
      'telegram.html',
      'telegram.txt',
      'whatsapp.txt',
      'x.txt',
    ])
    expect(written?.warnings).toEqual([])
    expect((await write(assets()))?.bytes).toEqual(written?.bytes)
  })
  test('says of a logo whose words are set as text that they are not on the cards; of no other', async () => {
    const theme = shippedThemes[0] as NonNullable<(typeof shippedThemes)[0]>
    const said = async (inside: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">${inside}</svg>`
      const logo = { alt: '', image: `data:image/svg+xml,${encodeURIComponent(svg)}` }
      const own = input('ar', { headline: 'خبر', summary: 'موجز الخبر.' }, assets(), { ...theme, logo })
      return (await formatOf('social')?.write(own))?.warnings.map(({ code }) => code)
    }
    expect(await said('<text y="15">مداد</text>')).toEqual(['logo-words-out'])
    expect(await said('<path d="M0 0h9v9z"/>')).toEqual([])
  })
  test.each<[string, Partial<ExportAssets>]>([
    ['there is nothing that draws', {}],
    ['the letters cannot be set', { outlines: async () => undefined, raster: async () => undefined }],
    ['the drawing fails', { ...assets(), raster: async () => undefined }],
  ])('where %s has its texts, and says that the cards are missing', async (_name, own) => {
    const written = await write({ ...nothing, ...own })
    expect(Object.keys(unzipSync(written?.bytes ?? new Uint8Array()))).toContain('x.txt')
    expect(written?.warnings).toMatchObject([{ code: 'cards-left-out' }])
  })
})
