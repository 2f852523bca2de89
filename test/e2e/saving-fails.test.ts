import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../core/model/article.ts'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle, saved, status, toast } = partsOf(() => page)
beforeEach(async () => {
  // Its answers are changed by the test, whose computer may know no *.localhost.
  desk = await runDesk({ args: ['--plain-host'] })
  page = await open(desk)
  await newArticle()
  await headline().fill('One')
  await saved()
})

const failSaving = () =>
  page.route('**/api/article.save', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'disk-full', message: 'full' } } }),
  )

describe('while saving fails', () => {
  test('the badge says so once, not at each try', async () => {
    await failSaving()
    await headline().fill('Two')
    await status()
      .filter({ hasText: /^Not saved: the disk is full/ })
      .waitFor()
    await status().evaluate((element) => {
      const world = window as unknown as { spoken: number }
      world.spoken = 0
      new MutationObserver((changes) => {
        world.spoken += changes.length
      }).observe(element, { childList: true, characterData: true, subtree: true })
    })
    // Two tries more, and letters in between.
    await page.waitForResponse('**/api/article.save')
    await headline().fill('Three')
    await page.waitForResponse('**/api/article.save')
    await page.waitForTimeout(200)
    expect(await page.evaluate(() => (window as unknown as { spoken: number }).spoken)).toBe(0)
  })
  test('what to do is read and done by keyboard', async () => {
    await failSaving()
    await headline().fill('Two')
    const help = page.getByRole('button', { name: 'What to do' })
    await help.focus()
    await page.keyboard.press('Enter')
    const box = page.getByRole('dialog', { name: 'What to do' })
    await box.getByText('The disk is full. Free some space; saving goes on by itself.').waitFor()
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('What to do')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await box.getByRole('button', { name: 'Save now' }).focus()
    // At once: saving that succeeds by itself takes the button away.
    await page.unroute('**/api/article.save')
    await page.keyboard.press('Enter')
    await saved()
    // What was pressed is gone; the story takes the focus.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Story')
  })
})

describe('an article that is open and saved', () => {
  test('shows the newer text of another window, and says so', async () => {
    const [article] = await desk.articles()
    const other = await page.context().newPage()
    const second = partsOf(() => other)
    await other.goto(desk.at({ language: 'en', article: article?.id ?? '' }))
    await partsOf(() => other)
      .headline()
      .fill('Written in the other window')
    await expect.poll(() => headline().inputValue()).toBe('Written in the other window')
    await toast().filter({ hasText: 'Changed somewhere else: the newer text is shown.' }).waitFor()
    // The window that wrote it is told nothing.
    expect(await second.toast().count()).toBe(0)
  })
  test('shows the newer text of another program, and says so', async () => {
    const [article] = await desk.articles()
    const path = join(desk.library, 'articles', article?.id ?? '', 'article.json')
    const written = JSON.parse(await readFile(path, 'utf8')) as Article
    const changed = { ...written, revision: written.revision + 1 }
    changed.fields = { ...written.fields, headline: 'Written by another program' }
    await writeFile(path, JSON.stringify(changed))
    await expect.poll(() => headline().inputValue()).toBe('Written by another program')
    await toast().filter({ hasText: 'Changed somewhere else' }).waitFor()
  })
  test('says nothing after its own saves', async () => {
    for (const words of ['Two', 'Three']) {
      await headline().fill(words)
      await saved()
    }
    expect(await toast().count()).toBe(0)
  })
})

describe('what the desk tells', () => {
  const told = (code: string, details = {}) => `event: notice\ndata: ${JSON.stringify({ code, details })}\n\n`
  /** One stream that says this and ends; the page's next ones stay open and silent. */
  async function tell(...messages: string[]): Promise<void> {
    let streams = 0
    await page.route('**/events', async (route) => {
      streams += 1
      if (streams === 1) await route.fulfill({ contentType: 'text/event-stream', body: messages.join('') })
    })
  }

  test('of a library that is away goes when it is back, and that is said in passing', async () => {
    await tell(told('library-away'), told('synced-folder', { service: 'Dropbox' }))
    await page.reload()
    await page.getByRole('alert').filter({ hasText: 'The library’s folder is not there any more' }).waitFor()
    await page.getByText('a folder that Dropbox synchronises').waitFor()
    // This document asks for a stream again by itself, and would hear what the next one is to be told.
    await page.goto('about:blank')
    await page.unroute('**/events')
    await tell(told('library-away'), told('library-back'))
    await page.goto(desk.at({ language: 'en' }))
    await toast().filter({ hasText: 'The library’s folder is back' }).waitFor()
    expect(await page.getByText('is not there any more').count()).toBe(0)
  })
  test('is read out where it comes later than the page', async () => {
    const live = page.locator('[aria-live=polite].notices')
    // Before there is anything to read: a region that comes with its words is silent.
    expect(await live.locator('.banner').count()).toBe(0)
    await live.evaluate((element) => element.setAttribute('data-there-before', ''))
    await tell(told('synced-folder', { service: 'Dropbox' }))
    await desk.kill()
    await page.locator('[data-there-before]').getByText('a folder that Dropbox synchronises').waitFor()
  })
  test('of a rebuilt article has a button that opens it', async () => {
    const [article] = await desk.articles()
    const details = { id: article?.id, headline: 'One', at: '2026-11-23T09:05:00.000Z' }
    await tell(told('article-rebuilt', details))
    // Another document, and not only another fragment of this one.
    await page.goto('about:blank')
    await page.goto(desk.at({ language: 'en' }))
    const banner = page.locator('.banner').filter({ hasText: '“One” was damaged' })
    await banner.getByRole('button', { name: 'Open it' }).click()
    await expect.poll(() => headline().inputValue()).toBe('One')
    // What is open needs no button.
    await banner.getByRole('button', { name: 'Open it' }).waitFor({ state: 'detached' })
    await banner.getByRole('button', { name: 'Dismiss' }).click()
    await banner.waitFor({ state: 'detached' })
  })
})
