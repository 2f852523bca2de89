import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, newArticle, saved, story } = partsOf(() => page)
beforeEach(async () => {
  desk = await runDesk()
  page = await open(desk)
  for (const title of ['The first story', 'The second story']) {
    await newArticle()
    await headline().fill(title)
    await saved()
  }
})

async function fileOf(title: string): Promise<string> {
  const article = (await desk.articles()).find(({ fields }) => fields.headline === title)
  return join(desk.library, 'articles', article?.id ?? '', 'article.json')
}
const row = (name: RegExp) => page.getByRole('list', { name: 'Articles' }).getByRole('button', { name })

/** The article's file is cut off while nobody has it open; `isForgotten`: nothing else is kept of it either. */
async function cutOff(title: string, isForgotten: boolean): Promise<string> {
  const path = await fileOf(title)
  const damaged = (await readFile(path, 'utf8')).slice(0, 100)
  await desk.kill()
  await writeFile(path, damaged)
  if (isForgotten) {
    await rm(join(desk.library, 'journals'), { recursive: true })
    await rm(join(dirname(path), 'versions'), { recursive: true, force: true })
  }
  await desk.start()
  await page.goto(desk.at({ language: 'en' }))
  return damaged
}
async function setAside(): Promise<string[]> {
  const aside = join(desk.library, 'set-aside')
  return Promise.all((await readdir(aside)).map((name) => readFile(join(aside, name), 'utf8')))
}

test('a damaged file is rebuilt from what is kept of it, and said; its bytes are set aside', async () => {
  const damaged = await cutOff('The first story', false)
  await page.getByText(/“The first story” was damaged; it was rebuilt/).waitFor()
  await row(/The first story/).click()
  await expect.poll(() => headline().inputValue()).toBe('The first story')
  expect(await setAside()).toContain(damaged)
})

test('a damaged file of which nothing is kept is set aside byte for byte and told of, and the rest opens', async () => {
  const damaged = await cutOff('The first story', true)
  await page.getByText('A damaged file was set aside').waitFor()
  await row(/The second story/).click()
  await expect.poll(() => headline().inputValue()).toBe('The second story')
  expect(await setAside()).toContain(damaged)
  expect(await row(/The first story/).count()).toBe(0)
})

test('a story with a node from a newer Midad opens read-only, and its file stays as it is', async () => {
  const path = await fileOf('The first story')
  const article = JSON.parse(await readFile(path, 'utf8')) as { body: { content: unknown[] } }
  article.body.content.push({ type: 'poll', content: [{ type: 'text', text: 'A question to readers' }] })
  await desk.kill()
  const bytes = JSON.stringify(article)
  await writeFile(path, bytes)
  await desk.start()
  await page.goto(desk.at({ language: 'en' }))
  await row(/The first story/).click()
  await page.getByText('parts that this version does not know').waitFor()
  await story().getByText('A question to readers').waitFor()
  expect(await story().getAttribute('contenteditable')).toBe('false')
  await headline().press('x')
  await story().click()
  await page.keyboard.type('no')
  await page.waitForTimeout(1500)
  await row(/The second story/).click()
  expect(await readFile(path, 'utf8')).toBe(bytes)
})

test('a library that another Midad holds can be read, says so, and is not written', async () => {
  const other = await runDesk({ library: desk.library })
  await page.goto(other.at({ language: 'en' }))
  await page.getByText('The library is open in another program').first().waitFor()
  expect(await page.getByRole('button', { name: 'New article' }).isDisabled()).toBe(true)
  await row(/The first story/).click()
  expect(await story().getAttribute('contenteditable')).toBe('false')
  // Only its process goes: the library belongs to the first.
  await other.kill()
  expect((await desk.articles()).length).toBe(2)
})

test('a file that is no picture is refused with a sentence, and nothing is lost', async () => {
  await story().click()
  await page.keyboard.type('Before')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Picture', exact: true }).click()
  await (
    await choosing
  ).setFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload=1>') })
  await page.getByRole('alert').filter({ hasText: 'picture' }).waitFor()
  expect(await story().innerText()).toContain('Before')
  expect(await story().locator('img').count()).toBe(0)
})
