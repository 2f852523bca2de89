import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Article } from '../../core/model/article.ts'
import { launchChromium } from './chromium.ts'
import { recordedPage, typeInPage } from './crash-browser.ts'
import { ask, newArticle } from './crash-rig.ts'
import type { Soaked, SoakOptions } from './soak-rig.ts'
import { diceOf } from './torture/chance.ts'
import { sampleHost, type HostSample } from './torture/host-watch.ts'
import { startHostProcess, tortureLibrary } from './torture/host-process.ts'
import { beginRecord, forgetRecord, pageLineOf, readRecord } from './torture/page-record.ts'

/** As `soakOverApi`, typed in the real page, whose heap is watched too. */
export async function soakInBrowser({ seconds, seed, everySeconds, said }: SoakOptions): Promise<Soaked> {
  const place = tortureLibrary()
  const { library } = place
  const dice = diceOf(seed)
  const id = await newArticle(place)
  const [host, browser] = await Promise.all([startHostProcess(place), launchChromium()])
  try {
    const page = await recordedPage(browser, host, { id })
    await beginRecord(page)
    const begunAt = Date.now()
    const samples: HostSample[] = []
    let keys = 0
    while (Date.now() - begunAt < seconds * 1000) {
      const typing = typeInPage(page, dice)
      await pause(Math.min(everySeconds, seconds) * 1000)
      typing.stop()
      await typing.ended
      const pageMegabytes = await heapOf(page)
      samples.push({ ...(await sampleHost(host.pid, { library, id, begunAt })), pageMegabytes })
      said?.(samples.at(-1) as HostSample)
      keys += await forgetRecord(page)
      // A story of a usual length: the older half goes.
      if (dice.happens(0.1)) await page.keyboard.press('ControlOrMeta+a')
    }
    await page.waitForTimeout(1500)
    await page
      .getByRole('status', { name: 'Save status' })
      .filter({ hasText: /^Saved$/ })
      .waitFor()
    const typed = (await readRecord(page, Date.now())).states.at(-1)?.text ?? ''
    const { ok } = await ask(host.carrier, 'library.verify', {})
    const file = JSON.parse(await readFile(join(library, 'articles', id, 'article.json'), 'utf8')) as Article
    return { samples, keys, file: pageLineOf(file), typed, isReadable: ok }
  } finally {
    await browser.close()
    await host.stop()
    await place.remove()
  }
}

/** Megabytes of the page's own objects, after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return Math.round(usedSize / 1024 / 1024)
}
