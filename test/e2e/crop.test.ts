import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PictureAttrs } from '../../core/model/body.ts'
import { launchChromium } from '../support/chromium.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'
import { image, p } from '../support/story.ts'
import { wordsOf } from '../support/view-steps.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let ids: string[]
const bus = samplePicture('bus')
beforeAll(async () => {
  browser = await launchChromium()
  const library = join(await mkdtemp(join(tmpdir(), 'midad-crop-')), 'library')
  const { media, width, height } = bus
  const words = { alt: 'bus', caption: '', credit: '' }
  ids = plantStories(
    library,
    (['ar', 'en'] as const).map((language) => ({
      language,
      pictures: [bus],
      fields: { headline: 'x', leadImage: { ...words, source: '', media, width, height } },
      blocks: [p('قبل'), image(media, { ...words, width, height }), p('بعد')],
    })),
  )
  desk = await runDesk({ library })
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

describe.each([
  { at: 0, language: 'ar' },
  { at: 1, language: 'en' },
] as const)('cutting a picture in a story in $language', ({ at, language }) => {
  const t = wordsOf(language)
  const dialog = () => page.getByRole('dialog', { name: t('crop.name') })
  const box = () => dialog().getByRole('slider', { name: t('crop.box') })
  const done = () => dialog().getByRole('button', { name: t('crop.done') })
  const article = async () => (await desk.articles()).find(({ id }) => id === ids[at])
  const cut = async (): Promise<Partial<PictureAttrs>> => {
    const block = (await article())?.body.content[1]
    return block?.type === 'image' ? block.attrs : {}
  }
  const values = () => box().getAttribute('aria-valuetext')
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(desk.at({ language, article: ids[at] ?? '' }))
    await page.getByRole('toolbar', { name: t('format.toolbar') }).waitFor()
  })
  afterAll(() => page.close())

  test('by keyboard alone: a preset, moved and resized, its values said, and the file untouched', async () => {
    await page.locator('.story-text .picture-frame').click()
    await page.keyboard.press('Control+k')
    await page.keyboard.type(t('command.crop').replace('…', ''))
    await page.keyboard.press('Enter')
    await box().waitFor()
    await dialog().getByRole('radio', { name: '1:1' }).focus()
    await page.keyboard.press('Space')
    await box().focus()
    expect(await values()).toMatch(/21|٢١/)
    // Right is the picture's right, whatever the interface.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    const said = await values()
    await page.keyboard.press('Tab')
    await done().focus()
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    const crop = { x: 0.1288, y: 0, width: 0.5525, height: 0.9822 }
    await expect.poll(async () => (await cut()).crop).toEqual(crop)
    expect(await cut()).toMatchObject({
      aspect: '1:1',
      media: bus.media,
      width: 1600,
      height: 900,
      alt: 'bus',
    })
    expect(said).toMatch(language === 'ar' ? /12\.9.*55\.3.*98\.2/ : /12\.9.*55\.3.*98\.2/)
  })
  test('the story shows it in its shape', async () => {
    const shown = await page.locator('.story-text .picture-frame').boundingBox()
    expect((shown?.width ?? 0) / (shown?.height ?? 1)).toBeCloseTo(1, 1)
    const style = await page.locator('.story-text .picture-image').getAttribute('style')
    expect(style).toContain('object-view-box: inset(0% 31.87% 1.78% 12.88%)')
  })
  test('by dragging a corner and the frame, and back with one Undo', async () => {
    await page
      .locator('.story-text .picture')
      .getByRole('button', { name: t('command.crop') })
      .click()
    await dialog()
      .getByRole('radio', { name: t('crop.free') })
      .check()
    const stage = await dialog().locator('.crop-picture').boundingBox()
    const point = (x: number, y: number) =>
      [(stage?.x ?? 0) + x * (stage?.width ?? 0), (stage?.y ?? 0) + y * (stage?.height ?? 0)] as const
    await page.mouse.move(...point(0.1288 + 0.5525 - 0.004, 0.9822 - 0.004))
    await page.mouse.down()
    await page.mouse.move(...point(0.5, 0.5), { steps: 4 })
    await page.mouse.up()
    await page.mouse.move(...point(0.3, 0.25))
    await page.mouse.down()
    await page.mouse.move(...point(0.4, 0.45), { steps: 4 })
    await page.mouse.up()
    await done().click()
    await expect.poll(async () => (await cut()).aspect).toBe('free')
    const { crop } = await cut()
    expect(crop?.x).toBeCloseTo(0.2288, 1)
    expect(crop?.y).toBeCloseTo(0.2, 1)
    expect(crop?.width).toBeCloseTo(0.37, 1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await cut()).aspect).toBe('1:1')
  })
  test('with a focal point, round which a preset is laid; Escape changes nothing', async () => {
    const open = () =>
      page
        .locator('.story-text .picture')
        .getByRole('button', { name: t('command.crop') })
        .click()
    await open()
    await dialog()
      .getByRole('button', { name: t('crop.addFocal') })
      .click()
    const focal = dialog().getByRole('slider', { name: t('crop.focal') })
    await focal.focus()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Control+ArrowRight')
    await dialog().getByRole('radio', { name: '4:3' }).check()
    await done().click()
    await expect.poll(async () => (await cut()).focal?.x).toBeCloseTo(0.805, 2)
    expect((await cut()).crop).toMatchObject({ x: 0.25, width: 0.75, height: 1 })
    await open()
    await dialog().getByRole('radio', { name: '16:9' }).check()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect((await cut()).crop).toMatchObject({ width: 0.75 })
  })
  test('the lead picture too, and the page shows both through frames of their shapes', async () => {
    await page.keyboard.press('Control+Alt+d')
    const details = page.getByRole('region', { name: t('details.name') })
    await details.getByRole('button', { name: t('command.crop') }).click()
    await dialog().getByRole('radio', { name: '1:1' }).check()
    await done().click()
    await expect.poll(async () => (await article())?.fields.leadImage?.aspect).toBe('1:1')
    await page.keyboard.press('Control+Alt+p')
    const frames = page.frameLocator('iframe').locator('.crop')
    const seen = () =>
      frames.evaluateAll((all) =>
        all.map((frame) => {
          const [outer, inner] = [
            frame.getBoundingClientRect(),
            frame.firstElementChild?.getBoundingClientRect(),
          ]
          if (!inner) return null
          const round = (value: number) => Math.round(value * 100) / 100
          return {
            shape: round(outer.width / outer.height),
            x: round((outer.left - inner.left) / inner.width),
            width: round(outer.width / inner.width),
            whole: round(inner.width / inner.height),
            alt: frame.firstElementChild?.getAttribute('alt'),
          }
        }),
      )
    // The page is drawn anew behind each change, and has its pictures a moment after its words.
    await expect.poll(seen).toEqual([
      { shape: 1, x: 0.22, width: 0.56, whole: 1.78, alt: 'bus' },
      { shape: 1.33, x: 0.25, width: 0.75, whole: 1.78, alt: 'bus' },
    ])
  })
})
