import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { htmlZip } from '../../../core/export/html-zip.ts'
import { formatOf } from '../../../core/export/registry.ts'
import { pageHtml } from '../../../core/import/page-html.ts'
import type { Article } from '../../../core/model/article.ts'
import { houseTheme, type HouseTheme } from '../../../core/model/theme.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { gif, webp } from '../../support/pictures.ts'
import { readAlone } from '../../support/read-alone.ts'
import { plantedBytes, scaling, withPicturesOf } from './scaling.ts'
import { article, fullArticle, media, nothing, onePixel, p } from './story.ts'

const [classic] = shippedThemes as [HouseTheme]
const stem = media.slice(0, 16)
const zipped = async (of: Article, assets = onePixel, theme = classic) => {
  const { bytes, warnings } = await htmlZip.write({ article: of, theme, now: 0, assets })
  const files = unzipSync(bytes)
  const text = new TextDecoder().decode(files['index.html'])
  return { bytes, files, text, names: Object.keys(files).sort(), codes: warnings.map(({ code }) => code) }
}
const picture = { media, alt: 'نهر', caption: '', credit: '', width: 2400, height: 1600 }
const withLead = (lead: object = {}) =>
  article('ar', { headline: 'خبر', leadImage: { ...picture, source: '', ...lead } }, p('نص'))

test('is in the list of formats', () => {
  expect(formatOf('html-zip')).toBe(htmlZip)
})

describe('where the machine cannot scale', () => {
  test('the stored picture lies beside the page, named by its hash', async () => {
    const { names, text } = await zipped(withLead())
    expect(names).toEqual(['index.html', `media/${stem}.png`])
    expect(text).toContain(`<img src="media/${stem}.png" alt="نهر" width="2400" height="1600">`)
    expect(text).toContain("img-src data: 'self'")
  })
  test('a crop stays data, seen through a frame', async () => {
    const crop = { x: 0.1, y: 0, width: 0.5, height: 0.5 }
    const { text, codes } = await zipped(withLead({ crop }))
    expect(text).toContain('class="crop"')
    expect(text).toContain('data-crop="0.1 0 0.5 0.5"')
    expect(codes).toEqual([])
  })
  test('a fragment says that it shows a cropped picture whole', async () => {
    const fragment = shippedThemes.find(({ id }) => id === 'fragment') as HouseTheme
    const { codes, text } = await zipped(
      withLead({ crop: { x: 0, y: 0, width: 0.5, height: 1 } }),
      onePixel,
      fragment,
    )
    expect(codes).toEqual(['crop-not-cut'])
    expect(text).not.toContain('class="crop"')
  })
  test('a missing picture is said, and nothing lies there', async () => {
    const { names, codes } = await zipped(withLead(), nothing)
    expect(names).toEqual(['index.html'])
    expect(codes).toEqual(['picture-missing'])
  })
})

describe('where it can', () => {
  test('a picture comes in three widths, the page names them', async () => {
    const { text, names, files } = await zipped(withLead(), scaling())
    expect(names).toEqual(
      expect.arrayContaining([480, 960, 1600].map((width) => `media/${stem}-${width}.jpg`)),
    )
    expect(text).toContain(
      `<img src="media/${stem}-960.jpg" srcset="media/${stem}-480.jpg 480w, media/${stem}-960.jpg 960w, media/${stem}-1600.jpg 1600w" sizes="(min-width: 40rem) 37.5rem, 94vw" alt="نهر" width="960" height="640">`,
    )
    expect(files[`media/${stem}-480.jpg`]).toEqual(plantedBytes({ width: 480, height: 320 }))
  })
  test.each([
    ['image/webp', webp.extended(2400, 1600), true],
    ['image/gif', gif(2400, 1600, 2), true],
    ['image/webp', webp.lossy(2400, 1600), false],
    ['image/gif', gif(2400, 1600), false],
  ])('a %s that moves stays as it is, a still one is cut and scaled (%#)', async (mime, bytes, isMoving) => {
    const assets = { ...scaling(), picture: async () => ({ bytes, mime }) }
    const { names, text } = await zipped(withLead({ crop: { x: 0, y: 0, width: 0.5, height: 1 } }), assets)
    expect(text.includes('srcset')).toBe(!isMoving)
    expect(names.includes(`media/${stem}.${mime.slice(6)}`)).toBe(isMoving)
    // Search engines are shown a still one.
    expect(text).toContain(`media/${stem}-16x9.jpg`)
  })
  test('a small one is not made larger', async () => {
    const { names, text } = await zipped(withLead({ width: 400, height: 300 }), scaling())
    expect(names.filter((name) => !/x\d/.test(name))).toEqual(['index.html', `media/${stem}.png`])
    expect(text).not.toContain('srcset')
    const middling = await zipped(withLead({ width: 900, height: 600 }), scaling())
    expect(middling.text).toContain(`srcset="media/${stem}-480.jpg 480w, media/${stem}.png 900w"`)
  })
  test('a crop is in the bytes, and no frame is needed', async () => {
    const crop = { x: 0.1, y: 0, width: 0.5, height: 0.5 }
    const { text, files } = await zipped(withLead({ crop }), scaling())
    expect(text).not.toContain('class="crop"')
    expect(text).not.toContain('data-crop')
    const name = `media/${stem}-1000-0-5000-5000-960.jpg`
    expect(text).toContain(`src="${name}"`)
    expect(files[name]).toEqual(plantedBytes({ width: 960, height: 640, crop }))
  })
  test('search engines are told of the lead picture in 16:9, 4:3 and 1:1, around its focal point', async () => {
    const { text, names } = await zipped(withLead({ focal: { x: 0.9, y: 0.5 } }), scaling())
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? ''
    const { image } = JSON.parse(json) as { image: { url: string; width: number; height: number }[] }
    expect(image.map(({ url, width, height }) => [url, width, height])).toEqual([
      [`media/${stem}-16x9.jpg`, 1200, 675],
      [`media/${stem}-4x3.jpg`, 1200, 900],
      [`media/${stem}-1x1.jpg`, 1200, 1200],
    ])
    for (const { url } of image) expect(names).toContain(url)
  })
  test('a machine that cannot read one picture leaves it as it is stored', async () => {
    const assets = { ...scaling(), scaled: async () => undefined }
    expect((await zipped(withLead(), assets)).names).toEqual(['index.html', `media/${stem}.png`])
  })
})

test('the same article gives the same bytes', async () => {
  const of = withPicturesOf(fullArticle('ckb'), 2400, 1600)
  expect((await zipped(of, scaling())).bytes).toEqual((await zipped(of, scaling())).bytes)
})
test('a mail has its pictures inside even so', async () => {
  const email = houseTheme.parse(shippedThemes.find(({ id }) => id === 'email'))
  expect((await zipped(withLead(), onePixel, email)).names).toEqual(['index.html'])
})
test('the page beside which pictures lie is still read as our own, its lead picture with it', async () => {
  const { files } = await zipped(withLead(), scaling())
  const read = readAlone(pageHtml, { name: 'index.html', bytes: files['index.html'] ?? new Uint8Array() })
  expect(read.fields.leadImage).toMatchObject({ alt: 'نهر', width: 1200, height: 675 })
})

test('pictures that somebody else lays beside the page are named, not carried', async () => {
  const of = withLead({ crop: { x: 0, y: 0, width: 0.5, height: 1 } })
  const beside = (name: string) => `media/${name}`
  const write = (theme: HouseTheme) => html.write({ article: of, theme, now: 0, assets: onePixel, beside })
  const text = new TextDecoder().decode((await write(classic)).bytes)
  expect(text).toContain(`<img src="media/${media}"`)
  expect(text).toContain("img-src data: 'self'")
  const email = shippedThemes.find(({ id }) => id === 'email') as HouseTheme
  expect(new TextDecoder().decode((await write(email)).bytes)).toContain('src="data:image/png')
})
