import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskInBrowser, twoFrames, untilFocused, untilSaved } from '../support/desk-in-browser.ts'
import { plantStories } from '../support/planted-story.ts'
import { p } from '../support/story.ts'

const { runDesk, open } = deskInBrowser()

test('a file with a day that there is not opens and says so, its words are saved, and its day is mended', async () => {
  const library = join(await mkdtemp(join(tmpdir(), 'midad-day-')), 'library')
  const unreal = { headline: 'Floods', date: '2026-02-31T10:00+03:00', embargoUntil: '2026-02-30' }
  const [id = ''] = plantStories(library, [{ language: 'en', blocks: [p('Words.')], fields: unreal }])
  const desk = await runDesk({ library })
  const page = await open(desk)
  await page.goto(desk.at({ language: 'en', article: id }))
  const details = page.getByRole('region', { name: 'Details', exact: true })
  const date = details.getByLabel('Date', { exact: true })
  await details.getByText('There is no such day in the calendar.').waitFor()
  await details.getByText('the article counts as under embargo').waitFor()
  await page.locator('.library .row').getByText('Embargo until 30/02/2026').waitFor()
  // The calendar opens in a month that there is, with a day that has the focus.
  await details.getByRole('button', { name: 'Open the calendar' }).first().click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('table') !== null)).toBe(true)
  await page.keyboard.press('Escape')

  await details.getByLabel('Place', { exact: true }).fill('Duhok')
  await untilSaved(page)
  await expect
    .poll(async () => (await desk.articles())[0]?.fields)
    .toMatchObject({ ...unreal, place: 'Duhok' })

  // Its words stand in it a frame after it has the focus.
  await date.click()
  await untilFocused(date)
  await twoFrames(page)
  await date.fill('28/2/2026')
  await details.getByText('There is no such day in the calendar.').waitFor({ state: 'detached' })
  await untilSaved(page)
  await expect.poll(async () => (await desk.articles())[0]?.fields.date).toMatch(/^2026-02-28T10:00/)

  // An embargo without an end is written and told in words.
  const embargo = details.getByLabel('Embargo', { exact: true })
  await embargo.click()
  await untilFocused(embargo)
  await twoFrames(page)
  await embargo.fill('Until further notice')
  await embargo.blur()
  await page.locator('.library .row').getByText('Embargo until further notice').waitFor()
  await details.getByText('the article counts as under embargo').waitFor({ state: 'detached' })
  await untilSaved(page)
  await expect.poll(async () => (await desk.articles())[0]?.fields.embargoUntil).toBe('9999-12-31')
})
