import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TrashedArticle } from '../../core/api/versions.ts'
import { callHost } from '../support/call-host.ts'
import { deskInBrowser, goToDesk, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

const { runDesk, newPage } = deskInBrowser()
let desk: RunningDesk
let page: Page
const { headline, run, toast, write } = partsOf(() => page)
beforeEach(async () => {
  desk = await runDesk()
  page = await newPage()
})

const dialog = () => page.getByRole('dialog', { name: 'Trash' })
const question = () => page.getByRole('alertdialog')
const rows = () => dialog().getByRole('listitem')
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

async function written(title: string): Promise<string> {
  await write(title)
  return (await desk.articles()).find(({ fields }) => fields.headline === title)?.id ?? ''
}
async function trashed(...titles: string[]): Promise<string[]> {
  await goToDesk(page, desk)
  const ids: string[] = []
  for (const title of titles) {
    ids.push(await written(title))
    await run('Move to trash')
    await expect.poll(async () => (await desk.articles()).length).toBe(0)
  }
  return ids
}
const inTrash = (id: string) => existsSync(join(desk.library, 'trash', id))

describe('after an article went to the trash', () => {
  test.each(['Control+z', 'F6'])('it comes back by keyboard alone: %s', async (keys) => {
    await trashed('Trashed by mistake')
    await toast().waitFor()
    await page.keyboard.press(keys)
    if (keys === 'F6') {
      // From pane to pane, until the toast has the focus.
      for (let step = 0; step < 4 && (await focused()) !== 'Undo'; step += 1) await page.keyboard.press(keys)
      await page.keyboard.press('Enter')
    }
    await expect.poll(() => headline().inputValue()).toBe('Trashed by mistake')
    await toast().waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => ['', 'BODY'].includes(document.activeElement?.tagName ?? '')))
      .toBe(false)
  })
  test('Undo is there for twenty seconds, and as long as the focus is on it', async () => {
    await page.clock.install()
    await trashed('Slowly read')
    await page.clock.fastForward(18_000)
    const undo = toast().getByRole('button', { name: 'Undo' })
    await undo.focus()
    await page.clock.fastForward(60_000)
    expect(await undo.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await toast().waitFor({ state: 'detached' })
  })
  test('what is being written keeps the keys of Undo for itself', async () => {
    await trashed('Gone')
    await toast().waitFor()
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('abc')
    await page.keyboard.press('Control+z')
    expect(await toast().isVisible()).toBe(true)
    expect(await desk.articles()).toEqual([])
  })
})

describe('the trash', () => {
  test('says what lies in it, since when, from where, and when it leaves', async () => {
    await trashed('The lake')
    await run('Open the trash')
    await rows().first().waitFor()
    const words = await rows().first().innerText()
    expect(words).toContain('The lake')
    expect(words).toContain('Draft')
    expect(words).toContain('leaves in 30 days')
    expect(words).toContain(`in the browser on ${hostname()}`)
    expect(words).toMatch(/Since \w+ \d+, \d{4}, \d\d:\d\d/)
    await dialog().getByText('Articles stay here for 30 days').waitFor()
  })
  test('gives an article back by keyboard, and the focus goes to the next one', async () => {
    await trashed('First', 'Second')
    await run('Open the trash')
    await rows().first().getByRole('button', { name: 'Restore' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows().count()).toBe(1)
    await expect.poll(focused).toBe('Restore')
    expect((await desk.articles()).map(({ fields }) => fields.headline)).toEqual(['Second'])
    await page.keyboard.press('Enter')
    await dialog().getByText('The trash is empty.').waitFor()
    await expect.poll(focused).toBe('Done')
  })
  test('deletes one article for good after a question, and only that one', async () => {
    const [first = '', second = ''] = await trashed('First', 'Second')
    await run('Open the trash')
    await rows().filter({ hasText: 'First' }).getByRole('button', { name: 'Delete for good…' }).click()
    await question().getByText('Delete 1 article for good?').waitFor()
    await question().getByText('This cannot be undone.').waitFor()
    // Enter does nothing that cannot be undone: the way back has the focus.
    await page.keyboard.press('Enter')
    await question().waitFor({ state: 'detached' })
    expect([inTrash(first), inTrash(second)]).toEqual([true, true])
    await rows().filter({ hasText: 'First' }).getByRole('button', { name: 'Delete for good…' }).click()
    await question().getByRole('button', { name: 'Delete for good' }).click()
    await expect.poll(() => rows().count()).toBe(1)
    expect([inTrash(first), inTrash(second)]).toEqual([false, true])
    await expect.poll(() => dialog().getByRole('status').innerText()).toBe('1 article was deleted for good.')
  })
  test('is emptied after a question that says how many go', async () => {
    const ids = await trashed('First', 'Second', 'Third')
    await run('Open the trash')
    await dialog().getByRole('button', { name: 'Empty the trash…' }).click()
    await question().getByText('Delete 3 articles for good?').waitFor()
    await page.keyboard.press('Escape')
    await question().waitFor({ state: 'detached' })
    expect(await rows().count()).toBe(3)
    await dialog().getByRole('button', { name: 'Empty the trash…' }).click()
    await question().getByRole('button', { name: 'Delete for good' }).click()
    await dialog().getByText('The trash is empty.').waitFor()
    expect(ids.map(inTrash)).toEqual([false, false, false])
  })
  test('hears of what another window puts in it', async () => {
    const id = await trashed('Here already').then(() => written('From elsewhere'))
    await run('Open the trash')
    await expect.poll(() => rows().count()).toBe(1)
    const other = await page.context().newPage()
    await other.goto(desk.at({ language: 'en', article: id }))
    await other.getByRole('button', { name: 'Move to trash' }).click()
    await expect.poll(() => rows().count()).toBe(2)
  })
  test('follows what another window restores, and its emptying', async () => {
    const [first = '', second = ''] = await trashed('First', 'Second')
    await run('Open the trash')
    await expect.poll(() => rows().count()).toBe(2)
    const elsewhere = new URL(desk.url)
    await callHost(elsewhere, 'trash.restore', { id: first })
    await expect.poll(() => rows().count()).toBe(1)
    await callHost(elsewhere, 'trash.remove', { ids: [second] })
    await dialog().getByText('The trash is empty.').waitFor()
  })
})

describe('with what a desk may answer', () => {
  const dayMs = 24 * 60 * 60 * 1000
  const lying = (at: number, from: TrashedArticle['from'], days: number): TrashedArticle => ({
    row: {
      id: `0000000${at}-0000-4000-8000-000000000000`,
      headline: `Number ${at}`,
      language: 'ckb',
      status: 'published',
      date: null,
      place: '',
      updatedAt: '2026-11-01T08:00:00.000Z',
      embargoUntil: null,
      words: 12,
      section: '',
      byline: [],
      subjects: [],
      picture: null,
    },
    trashedAt: '2026-11-01T08:00:00.000Z',
    from,
    leavesAt: new Date(Date.now() + days * dayMs - 60_000).toISOString(),
  })
  const answer = (value: unknown) => ({ json: { ok: true, value } })
  async function openTrash(language: string, articles: TrashedArticle[]): Promise<void> {
    await page.route('**/api/trash.list', (route) => route.fulfill(answer({ articles })))
    await goToDesk(page, desk, language)
    await page.getByRole('button', { name: wordsOf(language)('trash.name'), exact: true }).click()
    await page.locator('.trash-list li').first().waitFor()
  }

  test('each place and each number of days has its words in Arabic', async () => {
    await openTrash('ar', [
      lying(1, { host: 'electron', computer: 'erbil-2' }, 0),
      lying(2, { host: 'web', computer: 'erbil-2' }, 1),
      lying(3, { host: 'terminal', computer: 'erbil-2' }, 2),
      lying(4, null, 12),
    ])
    const words = (await page.locator('.trash-list li').allInnerTexts()).map((text) =>
      text.replaceAll(/[\u2068\u2069]/g, ''),
    )
    expect(words[0]).toContain('يُحذف نهائيًا اليوم')
    expect(words[0]).toContain('من نافذة مداد على erbil-2')
    expect(words[1]).toContain('بعد يوم واحد')
    expect(words[1]).toContain('من المتصفح على erbil-2')
    expect(words[2]).toContain('بعد يومين')
    expect(words[2]).toContain('من سطر الأوامر على erbil-2')
    expect(words[3]).toContain('بعد 12 يومًا')
    expect(words[3]).not.toContain('·')
  })
  test('an article without a headline is called so in the language and direction of the interface', async () => {
    const nameless = lying(1, null, 3)
    nameless.row.headline = ''
    await openTrash('en', [nameless, lying(2, null, 3)])
    const shown = rows().locator('b')
    const set = () =>
      shown.evaluateAll((each) =>
        each.map((name) => [
          name.textContent,
          name.closest('[lang]')?.getAttribute('lang'),
          getComputedStyle(name).direction,
        ]),
      )
    expect(await set()).toEqual([
      ['Untitled', 'en', 'ltr'],
      ['Number 2', 'ckb', 'rtl'],
    ])
  })
  test('what could not be deleted stays listed and is told of', async () => {
    let articles = [lying(1, null, 3), lying(2, null, 3), lying(3, null, 3)]
    const asked: unknown[] = []
    await openTrash('en', articles)
    await page.unroute('**/api/trash.list')
    await page.route('**/api/trash.list', (route) => route.fulfill(answer({ articles })))
    await page.route('**/api/trash.remove', (route) => {
      asked.push(route.request().postDataJSON())
      articles = articles.slice(1, 2)
      return route.fulfill(answer({ removed: 2 }))
    })
    const ids = articles.map(({ row }) => row.id)
    await dialog().getByRole('button', { name: 'Empty the trash…' }).click()
    await question().getByRole('button', { name: 'Delete for good' }).click()
    await dialog()
      .getByRole('alert')
      .filter({ hasText: '1 article could not be deleted and stays here.' })
      .waitFor()
    await expect.poll(() => rows().count()).toBe(1)
    // Those that the question was about, and none that came meanwhile.
    expect(asked).toEqual([{ ids }])
  })
})
