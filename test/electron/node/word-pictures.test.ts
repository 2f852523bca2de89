import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { docx } from '../../../core/export/docx.ts'
import type { ExportAssets } from '../../../core/export/format.ts'
import {
  childrenOf,
  parseXml,
  xmlAttribute,
  xmlText,
  type XmlElement,
} from '../../../core/import/xml-tree.ts'
import { readPicture } from '../../../core/model/picture.ts'
import type { PictureAttrs } from '../../../core/model/body.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { colourProfile } from '../../../electron/node/colour-profile.ts'
import { createDarkroom } from '../../../electron/node/darkroom.ts'
import { convertedByOffice, officeProgram } from '../../../electron/node/office.ts'
import { unpackPicture } from '../../../electron/node/picture-codecs.ts'
import type { Pixels } from '../../../electron/node/pixels.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { swappedProfile } from '../../support/made-profile.ts'
import { gifOf, movingWebp, packWebp } from '../../support/packed-pictures.ts'
import { article, p } from '../../core/export/story.ts'

const [wide, high] = [64, 32]
/** One colour on the left, `right` on the right, red, green, blue and alpha. */
const halves = (right: readonly number[]): Pixels => ({
  data: Uint8Array.from({ length: wide * high * 4 }, (_none, at) =>
    Math.floor(at / 4) % wide < wide / 2 ? ([200, 30, 20, 255][at % 4] ?? 0) : (right[at % 4] ?? 0),
  ),
  width: wide,
  height: high,
})
const opaque = halves([20, 40, 200, 255])
const clear = halves([0, 0, 0, 0])

const darkroom = createDarkroom()
/** A library with these pictures, where nothing scales them. */
const alone = (stored: ReadonlyMap<string, Uint8Array>): ExportAssets => ({
  picture: async (media) => {
    const bytes = stored.get(media)
    return bytes && { bytes, mime: `image/${media.split('.')[1]}` }
  },
  font: async () => [],
})
/** The same with what scales them. */
const library = (stored: ReadonlyMap<string, Uint8Array>): ExportAssets => ({
  ...alone(stored),
  scaled: async (media, wish) => {
    const bytes = stored.get(media)
    return bytes && darkroom.scaled(media, bytes, wish)
  },
})
const nameOf = (at: number, ending: string): string => `${String(at).repeat(64)}.${ending}`
const image = (media: string, words: Partial<PictureAttrs> = {}) => ({
  type: 'image' as const,
  attrs: { media, alt: '', caption: '', credit: '', width: wide, height: high, ...words },
})
const names = {
  photograph: nameOf(1, 'webp'),
  drawing: nameOf(2, 'webp'),
  film: nameOf(3, 'gif'),
  damaged: nameOf(4, 'webp'),
}
const kinds = Object.entries(names) as [keyof typeof names, string][]
let stored: Map<string, Uint8Array>
beforeAll(async () => {
  const photograph = await packWebp(opaque)
  stored = new Map([
    [names.photograph, photograph],
    [names.drawing, await packWebp(clear, false, swappedProfile())],
    [names.film, gifOf(opaque, [opaque, halves([0, 99, 0, 255])])],
    [names.damaged, photograph.slice(0, photograph.length - 20)],
  ])
})
const story = () =>
  article(
    'ar',
    { headline: 'صور' },
    ...kinds.flatMap(([kind, media]) => [
      p(`قبل ${kind}`),
      image(media, { alt: `بديل ${kind}`, caption: `تعليق ${kind}` }),
    ]),
  )
const write = (assets: ExportAssets, of = story()) =>
  docx.write({ article: of, theme: shippedThemes[0] as HouseTheme, now: 0, assets })

const all = (root: XmlElement, name: string): XmlElement[] =>
  childrenOf(root).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
/** The drawings of a file in their order: alternative text, size, the bytes of the picture. */
function drawingsOf(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const xml = (name: string) => parseXml(strFromU8(files[name] ?? new Uint8Array()))
  const targets = new Map(
    childrenOf(xml('word/_rels/document.xml.rels')).map((each) => [
      xmlAttribute(each, 'Id'),
      xmlAttribute(each, 'Target'),
    ]),
  )
  return all(xml('word/document.xml'), 'drawing').map((drawing) => {
    const [extent, properties, blip] = ['extent', 'docPr', 'blip'].map((name) => all(drawing, name)[0])
    const target = targets.get(blip && xmlAttribute(blip, 'embed')) ?? ''
    return {
      alt: properties && xmlAttribute(properties, 'descr'),
      size: [extent && xmlAttribute(extent, 'cx'), extent && xmlAttribute(extent, 'cy')],
      target,
      bytes: files[`word/${target}`] ?? new Uint8Array(),
    }
  })
}
/** Red, green, blue, alpha in the middle of the right half. */
async function rightOf(bytes: Uint8Array): Promise<number[]> {
  const { data, width, height } = await unpackPicture(bytes, readPicture(bytes)?.mime ?? '')
  const at = (Math.floor(height / 2) * width + Math.floor(width * 0.75)) * 4
  return Array.from(data.subarray(at, at + 4))
}

describe('a Word file', () => {
  test('has a WebP as a JPEG, with its transparency as a PNG; a GIF that moves stays as it is', async () => {
    const { bytes } = await write(library(stored))
    const [photograph, drawing, film] = drawingsOf(bytes)
    expect(photograph?.target).toMatch(/\.jpg$/)
    expect(readPicture(photograph?.bytes ?? new Uint8Array())).toMatchObject({
      mime: 'image/jpeg',
      width: wide,
      height: high,
    })
    const [red = 0, , blue = 0] = await rightOf(photograph?.bytes ?? new Uint8Array())
    expect(blue - red).toBeGreaterThan(120)
    expect(drawing?.target).toMatch(/\.png$/)
    expect((await rightOf(drawing?.bytes ?? new Uint8Array()))[3]).toBe(0)
    expect(colourProfile(drawing?.bytes ?? new Uint8Array())).toEqual(Buffer.from(swappedProfile()))
    expect(film?.bytes).toEqual(stored.get(names.film))
    const types = strFromU8(unzipSync(bytes)['[Content_Types].xml'] ?? new Uint8Array())
    for (const ending of ['jpg', 'png', 'gif']) expect(types).toContain(`Extension="${ending}"`)
  })
  test('has a damaged WebP as it is and says so, and nothing else is lost', async () => {
    const { bytes, warnings } = await write(library(stored))
    expect(warnings).toMatchObject([
      { code: 'picture-webp', message: expect.stringContaining(names.damaged) as string },
    ])
    expect(drawingsOf(bytes)[3]?.bytes).toEqual(stored.get(names.damaged))
  })
  test('keeps order, alternative text, caption and size', async () => {
    const [made, asStored] = [await write(library(stored)), await write(alone(stored))]
    const seen = (bytes: Uint8Array) => drawingsOf(bytes).map(({ alt, size }) => ({ alt, size }))
    expect(seen(made.bytes)).toEqual(seen(asStored.bytes))
    expect(seen(made.bytes).map(({ alt }) => alt)).toEqual(kinds.map(([kind]) => `بديل ${kind}`))
    const document = parseXml(strFromU8(unzipSync(made.bytes)['word/document.xml'] ?? new Uint8Array()))
    const lines = all(document, 'p').map(xmlText)
    expect(lines.filter((line) => /قبل|تعليق/.test(line))).toEqual(
      kinds.flatMap(([kind]) => [`قبل ${kind}`, `تعليق ${kind}`]),
    )
    expect(await write(library(stored))).toEqual(made)
  })
  test('cuts what is made as it cuts what is stored; a card’s picture is as large as its bytes say', async () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 1 }
    const of = article('ar', {}, image(names.photograph, { crop }), {
      type: 'embed',
      attrs: {
        url: 'https://example.org/',
        title: 'بطاقة',
        site: '',
        media: names.photograph,
        alt: '',
      },
    })
    const { bytes, warnings } = await write(library(stored), of)
    expect(warnings).toEqual([])
    expect(drawingsOf(bytes).map(({ size, target }) => [size.map(Number), target])).toEqual([
      [[(wide / 2) * 9525, high * 9525], 'media/image1.jpg'],
      [[wide * 9525, high * 9525], 'media/image1.jpg'],
    ])
  })
  test('shows of a WebP that moves the first frame, and says that it stands still', async () => {
    const frames = [await packWebp(opaque), await packWebp(halves([0, 200, 0, 255]))]
    const moving = movingWebp({ width: wide, height: high }, { x: 0, y: 0 }, frames)
    const { bytes, warnings } = await write(
      library(new Map([[names.photograph, moving]])),
      article('ar', {}, image(names.photograph)),
    )
    expect(warnings.map(({ code }) => code)).toEqual(['picture-still'])
    const [red = 0, green = 0, blue = 0] = await rightOf(drawingsOf(bytes)[0]?.bytes ?? new Uint8Array())
    expect(blue - Math.max(red, green)).toBeGreaterThan(120)
  })
  test.each<[string, Pick<ExportAssets, 'scaled'>]>([
    ['nothing scales', {}],
    ['scaling fails', { scaled: async () => undefined }],
  ])('has them as they are where %s, and says so of each', async (_name, own) => {
    const { bytes, warnings } = await write({ ...alone(stored), ...own })
    expect(warnings.map(({ code }) => code)).toEqual(['picture-webp', 'picture-webp', 'picture-webp'])
    expect(drawingsOf(bytes).map((each) => each.bytes)).toEqual(kinds.map(([, media]) => stored.get(media)))
  })
  test('has no picture wider than print asks for', async () => {
    const widths: number[] = []
    const head = new Uint8Array(30)
    head.set((stored.get(names.photograph) ?? new Uint8Array()).subarray(0, 30))
    new DataView(head.buffer).setUint16(26, 8000, true)
    const assets: ExportAssets = {
      ...library(new Map([[names.photograph, head]])),
      scaled: async (_media, { width }) => void widths.push(width),
    }
    await write(assets, article('ar', {}, image(names.photograph)))
    expect(widths).toEqual([3200])
  })
})

describe.skipIf(officeProgram() === undefined)('LibreOffice (skipped where it is not installed)', () => {
  test('draws what was a WebP, in its place, with its alternative text', async () => {
    const { bytes } = await write(library(stored))
    const files = unzipSync(await convertedByOffice(bytes, 'docx', 'odt'))
    const content = parseXml(strFromU8(files['content.xml'] ?? new Uint8Array()))
    const frames = all(content, 'frame').slice(0, 3)
    expect(frames.map((frame) => all(frame, 'desc').map(xmlText).join(''))).toEqual([
      'بديل photograph',
      'بديل drawing',
      'بديل film',
    ])
    const pictures = frames.map((frame) => {
      const [picture] = all(frame, 'image')
      return files[(picture && xmlAttribute(picture, 'href')) ?? ''] ?? new Uint8Array()
    })
    expect(pictures.map((each) => readPicture(each)?.mime)).toEqual(['image/jpeg', 'image/png', 'image/gif'])
    const [red = 0, , blue = 0] = await rightOf(pictures[0] ?? new Uint8Array())
    expect(blue - red).toBeGreaterThan(120)
    expect((await rightOf(pictures[1] ?? new Uint8Array()))[3]).toBe(0)
  }, 180_000)
})
