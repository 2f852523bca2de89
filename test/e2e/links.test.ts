import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { link, p, text } from '../support/story.ts'
import { launchChromium } from '../support/chromium.ts'
import { plantStories } from '../support/planted-story.ts'
import { runDesk, type RunningDesk } from '../support/running-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let ids: string[]
beforeAll(async () => {
  browser = await launchChromium()
  const library = join(await mkdtemp(join(tmpdir(), 'midad-links-')), 'library')
  const languages = ['ar', 'en'] as const
  ids = plantStories(
    library,
    languages.map((language) => ({ language, blocks: [p()] })),
  )
  desk = await runDesk({ library })
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

describe.each([
  { at: 0, language: 'ar', words: 'قال المصدر' },
  { at: 1, language: 'en', words: 'The source said' },
] as const)('the box for a link, in $language', ({ at, language, words }) => {
  const t = wordsOf(language)
  const box = () => page.getByRole('dialog', { name: t('format.link') })
  const address = () => box().getByRole('textbox', { name: t('link.address') })
  const story = () => page.getByRole('textbox', { name: t('article.story'), exact: true })
  const said = (key: Parameters<typeof t>[0]) => box().getByText(t(key).split(/[{:]/)[0] ?? '')
  beforeAll(async () => {
    page = await browser.newPage()
    await page.goto(desk.at({ language, article: ids[at] ?? '' }))
    await story().click()
    await page.getByRole('toolbar', { name: t('format.toolbar') }).waitFor()
    await page.keyboard.type(words)
  })
  afterAll(() => page.close())
  const open = async (): Promise<void> => {
    await page.keyboard.press('Control+Shift+k')
    await address().waitFor()
  }
  const stored = async () => {
    await page.keyboard.press('Control+s')
    return (await desk.articles()).flatMap(({ language: of, body }) => (of === language ? body.content : []))
  }
  test('says in words what is wrong, and takes what is meant', async () => {
    await story().press('Control+a')
    await open()
    expect(await address().getAttribute('dir')).toBe('ltr')
    await page.keyboard.type('midad .example')
    await page.keyboard.press('Enter')
    await said('link.problem.space').waitFor()
    await address().fill('midad')
    await page.keyboard.press('Enter')
    await said('link.problem.host').waitFor()
    await address().fill('ftp://midad.example')
    await page.keyboard.press('Enter')
    await said('link.problem.scheme').waitFor()
    await address().fill('desk@midad.example')
    await box().getByText('mailto:desk@midad.example').waitFor()
    await address().fill('midad.example/a')
    await box().getByText('https://midad.example/a').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('A "title"')
    await page.keyboard.press('Enter')
    await box().waitFor({ state: 'detached' })
    await expect.poll(stored).toEqual([p(link(words, 'https://midad.example/a', 'A "title"'))])
  })
  test('shows both again, and warns once of a name that imitates', async () => {
    await story().press('End')
    await page.keyboard.press('ArrowLeft')
    await open()
    expect(await address().inputValue()).toBe('https://midad.example/a')
    expect(
      await box()
        .getByRole('textbox', { name: t('link.title') })
        .inputValue(),
    ).toBe('A "title"')
    await address().fill('https://p\u0430ypal.example')
    await said('link.problem.look-alike').waitFor()
    await page.keyboard.press('Enter')
    await box()
      .getByRole('button', { name: t('link.applyAnyway') })
      .waitFor()
    await page.keyboard.press('Enter')
    await box().waitFor({ state: 'detached' })
    await expect.poll(stored).toEqual([p(link(words, 'https://p\u0430ypal.example', 'A "title"'))])
  })
  test('takes the link away', async () => {
    // Into it again: another try begins wherever the one before ended.
    await story().press('End')
    await page.keyboard.press('ArrowLeft')
    await open()
    await box()
      .getByRole('button', { name: t('link.remove') })
      .click()
    await expect.poll(stored).toEqual([p(text(words))])
  })
})
