import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { crashInBrowser, recordedPage, typeInPage } from '../support/crash-browser.ts'
import { untilSaved } from '../support/desk-in-browser.ts'
import { ask } from '../support/crash-rig.ts'
import { diceOf } from '../support/torture/chance.ts'
import { RoundFigures } from '../support/torture/figures.ts'
import { startHostProcess, tortureLibrary, type HostProcess } from '../support/torture/host-process.ts'
import { startMachineTrips, type MachineTrips } from '../support/torture/machine-trips.ts'
import { beginRecord, readRecord } from '../support/torture/page-record.ts'

const seed = Number(process.env.MIDAD_SEED ?? Date.now() % 1_000_000)
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

test('a host killed while somebody types in the page loses nothing acknowledged, and at most half a second (6 kills)', async () => {
  const figures = await crashInBrowser({ rounds: 6, seed }, browser)
  process.stdout.write(`killed under Chromium, seed ${seed}: ${figures.line()}\n`)
  expect({ seed, faults: figures.faults }).toEqual({ seed, faults: [] })
})

describe('a page that dies while somebody types', () => {
  const place = tortureLibrary()
  let host: HostProcess
  let trips: MachineTrips
  beforeAll(async () => {
    host = await startHostProcess(place)
    trips = await startMachineTrips(place.folder)
  })
  afterAll(async () => {
    await trips.stop()
    await host.stop()
    await place.remove()
  })

  test.each(['of the same window', 'of another window'])(
    'finds its words again in a page %s',
    async (which) => {
      const id = await newArticleAt(host)
      const page = await recordedPage(browser, host, { id })
      await beginRecord(page)
      const windowName = await page.evaluate(() => sessionStorage.getItem('midad-window') ?? '')
      const typing = typeInPage(page, diceOf(seed))
      await page.waitForTimeout(1200)
      typing.stop()
      await typing.ended
      const diedAt = Date.now()
      const tripMs = trips.longestMs()
      const typed = await readRecord(page, diedAt)
      await page.goto('chrome://crash').catch(() => undefined)
      await page.context().close()
      const isSame = which === 'of the same window'
      // Words that were written in the last five seconds are still that window's own.
      if (!isSame) await pause(6000)
      const next = await recordedPage(browser, host, { id, windowName: isSame ? windowName : undefined })
      const figures = new RoundFigures()
      figures.hold(typed, { killedAt: diedAt, tripMs, found: await beginRecord(next) })
      expect({ seed, faults: figures.faults }).toEqual({ seed, faults: [] })
      await untilSaved(next)
      await next.context().close()
    },
  )
})

async function newArticleAt({ carrier }: HostProcess): Promise<string> {
  return (await ask(carrier, 'article.create', { language: 'ar', headline: 'عنوان' })).article.id
}
