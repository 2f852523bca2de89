import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { putCaret } from '../support/desk-in-browser.ts'
import { plantStories, samplePicture } from '../support/planted-story.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'
import { embed, link, p } from '../support/story.ts'
import { wordsOf } from '../support/view-steps.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let ids: string[]
/** Whatever the page asked for elsewhere than of the desk. */
const asked: string[] = []
const address = 'https://www.youtube.com/watch?v=x&utm_source=y'
const clean = 'https://www.youtube.com/watch?v=x'
beforeAll(async () => {
  browser = await launchChromium()
  const library = join(await mkdtemp(join(tmpdir(), 'midad-embeds-')), 'library')
  const languages = ['ar', 'en'] as const
  ids = plantStories(
    library,
    languages.map((language) => ({ language, fields: { headline: 'x' }, blocks: [p('قبل'), p()] })),
  )
  desk = await runDesk({ library })
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

describe.each([
  { at: 0, language: 'ar', title: 'فيلم عن الجسر' },
  { at: 1, language: 'en', title: 'A film of the bridge' },
] as const)('a card in a story in $language', ({ at, language, title }) => {
  const t = wordsOf(language)
  const dialog = () => page.getByRole('dialog', { name: t('format.embed') })
  const field = (key: Parameters<typeof t>[0]) => dialog().getByRole('textbox', { name: t(key), exact: true })
  const card = () => page.getByRole('group', { name: t('format.embed') })
  const stored = async () =>
    (await desk.articles())
      .find(({ id }) => id === ids[at])
      ?.body.content.filter(({ type }) => type !== 'paragraph')
  const paste = () =>
    page.evaluate((address) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', address)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, address)
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      if (/^https?:$/.test(protocol) && !/(?:^|\.)localhost$|^127\./.test(hostname)) asked.push(request.url())
    })
    await page.goto(desk.at({ language, article: ids[at] ?? '' }))
    await page.getByRole('toolbar', { name: t('format.toolbar') }).waitFor()
  })
  afterAll(() => page.close())

  test('is offered for a lone address, and made by keyboard alone', async () => {
    await page.locator('.story-text p').nth(1).click()
    await paste()
    await page.getByRole('button', { name: t('embed.offer') }).waitFor()
    await expect
      .poll(async () => (await desk.articles()).find(({ id }) => id === ids[at])?.body.content[1])
      .toEqual(p(link('www.youtube.com/watch?v=x', clean)))
    await page.keyboard.press('Alt+Enter')
    expect(await field('link.address').inputValue()).toBe(clean)
    expect(await field('embed.site').inputValue()).toBe('YouTube')
    await field('embed.title').focus()
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(stored).toEqual([embed(clean, { title, site: 'YouTube' })])
  })
  test('is chosen and opened by key, and takes a picture from a file', async () => {
    await page.locator('.embed-face').click()
    await page.keyboard.press('Enter')
    await dialog().waitFor()
    const ferry = samplePicture('ferry')
    await dialog().locator('input[type=file]').setInputFiles(ferry.path)
    await field('picture.alt').fill('ferry')
    await dialog()
      .getByRole('button', { name: t('embed.done') })
      .click()
    await expect
      .poll(stored)
      .toEqual([embed(clean, { title, site: 'YouTube', media: ferry.media, alt: 'ferry' })])
    await page.locator('.embed-picture[src^="blob:"]').waitFor()
    expect(await card().getByRole('img', { name: 'ferry' }).isVisible()).toBe(true)
  })
  test('says in words what is wrong with an address, and changes nothing by Escape', async () => {
    await card()
      .getByRole('button', { name: t('embed.edit') })
      .click()
    await field('link.address').fill('desk@midad.example')
    await page.keyboard.press('Enter')
    await dialog().getByRole('alert').waitFor()
    await field('link.address').fill('vimeo.com/5')
    expect(await field('embed.site').inputValue()).toBe('Vimeo')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await stored()).toMatchObject([{ attrs: { url: clean, site: 'YouTube' } }])
  })
  test('stands on the page as a link with picture and site, without frame or script, and asks for nothing', async () => {
    await page.keyboard.press('Control+Alt+p')
    const figure = page.frameLocator('iframe').locator('figure.embed')
    await figure.waitFor()
    expect(await figure.locator('a').getAttribute('href')).toBe(clean)
    expect(await figure.locator('.title').textContent()).toBe(title)
    expect(await figure.locator('.site').textContent()).toBe('YouTube')
    expect(await figure.locator('img').getAttribute('src')).toMatch(/^data:image\/jpeg/)
    expect(await figure.locator('iframe, script, object, embed').count()).toBe(0)
    const [picture, words] = [
      await figure.locator('img').boundingBox(),
      await figure.locator('.card').boundingBox(),
    ]
    expect(picture && words).not.toBeNull()
    expect(asked).toEqual([])
  })
  test('is made by its command too, and taken away by its button', async () => {
    await putCaret(page.locator('.story-text p').first(), 'End')
    await page.keyboard.press('Control+k')
    await page.keyboard.type(t('command.embed').replace('…', ''))
    await page.keyboard.press('Enter')
    await field('link.address').fill('midad.example/b')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stored())?.length).toBe(2)
    expect((await stored())?.[0]).toEqual(embed('https://midad.example/b', { site: 'midad.example' }))
    await card()
      .first()
      .getByRole('button', { name: t('picture.remove') })
      .click()
    await expect.poll(async () => (await stored())?.length).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored())?.length).toBe(2)
  })
})
