import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { interfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { deskInBrowser, goToDesk } from '../support/desk-in-browser.ts'
import { layLargeLibrary } from '../support/large-library.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, newPage } = deskInBrowser()
const library = join(mkdtempSync(join(tmpdir(), 'midad-frames-')), 'library')
let desk: RunningDesk
beforeAll(async () => {
  layLargeLibrary(library, { count: 300, newestMs: Date.now(), picturesEvery: 50 })
  desk = await runDesk({ library })
})

/** Of each answer with hits: how many frames began between it and the row that shows it. */
interface CountedWindow {
  framesTaken: number[]
}

/** Runs in the page before anything else does; `late` frames are waited for before the desk has the answer. */
function countFrames(late: number): void {
  const counted = window as unknown as CountedWindow
  counted.framesTaken = []
  let [frame, answeredAt] = [0, -1]
  const tick = (): void => {
    frame += 1
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  // oxlint-disable-next-line unbound-method -- called with its own response
  const read = Response.prototype.json
  Response.prototype.json = async function json(this: Response): Promise<unknown> {
    const answer = (await read.call(this)) as { value?: { hits?: unknown[] } }
    if (this.url.endsWith('/api/article.search') && (answer.value?.hits?.length ?? 0) > 0) answeredAt = frame
    for (let left = late; left > 0; left -= 1) await new Promise(requestAnimationFrame)
    return answer
  }
  const shown = new MutationObserver(() => {
    if (answeredAt < 0 || !document.querySelector('.library .row mark')) return
    counted.framesTaken.push(frame - answeredAt)
    answeredAt = -1
  })
  shown.observe(document, { childList: true, subtree: true, characterData: true })
}

/** Searches for words; answers the frames that each answer took to the screen. */
async function framesOf(late: number): Promise<number[]> {
  const t = createTranslate(interfaceLanguage('ar'))
  const page = await newPage()
  await page.addInitScript(countFrames, late)
  await goToDesk(page, desk, 'ar')
  const search = page.getByRole('searchbox', { name: t('library.search') })
  for (const word of ['سامي', 'كتيب', 'هەولێر']) {
    await search.fill(word)
    await expect.poll(() => page.locator('.library .row mark').count()).toBeGreaterThan(0)
    await search.fill('')
    await expect.poll(() => page.locator('.library .row mark').count()).toBe(0)
  }
  const frames = await page.evaluate(() => (window as unknown as CountedWindow).framesTaken)
  expect(frames.length).toBeGreaterThan(2)
  return frames
}

test('what a search answers is on the screen in the frame after', async () => {
  expect(Math.max(...(await framesOf(0)))).toBeLessThanOrEqual(1)
})

test('an answer that comes to the screen late is seen to', async () => {
  expect(Math.min(...(await framesOf(5)))).toBeGreaterThanOrEqual(5)
})
