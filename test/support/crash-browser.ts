import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { ask, newArticle, verifyByCommand, verifyByHost, type CrashOptions } from './crash-rig.ts'
import { diceOf, type Dice } from './torture/chance.ts'
import { RoundFigures, type Typed } from './torture/figures.ts'
import { startHostProcess, tortureLibrary, type HostProcess } from './torture/host-process.ts'
import { startMachineTrips, type MachineTrips } from './torture/machine-trips.ts'
import { beginRecord, pageLineOf, readRecord, recordPage } from './torture/page-record.ts'
import { nextWords } from './torture/typist.ts'

/** What was typed before the kill, and when that was. */
interface Ended {
  typed: Typed
  killedAt: number
  tripMs: number
}

/** As `crashOverApi`, typed in the real page: by its keyboard, with the pace of its own sessions. */
export async function crashInBrowser(
  { rounds, seed, said }: CrashOptions,
  shared?: Browser,
): Promise<RoundFigures> {
  const figures = new RoundFigures()
  const place = tortureLibrary()
  const dice = diceOf(seed)
  const browser = shared ?? (await launchChromium())
  const trips = await startMachineTrips(place.folder)
  try {
    const id = await newArticle(place)
    let before: Ended | undefined
    for (let round = 0; round <= rounds; round += 1) {
      const host = await startHostProcess(place)
      const page = await recordedPage(browser, host, { id })
      const found = await beginRecord(page)
      if (before) {
        const { typed, ...killed } = before
        figures.hold(typed, { ...killed, found })
        await verifyByHost(host, figures)
      }
      if (round < rounds) before = await typeAndKill(host, page, { dice, trips })
      else await saveAndStop(host, page, { id, figures })
      await page.context().close()
      said?.(figures)
    }
    await verifyByCommand(place, figures)
    return figures
  } finally {
    await trips.stop()
    if (!shared) await browser.close()
    await place.remove()
  }
}

/** A window of its own with the article open, which will note what is typed. */
export async function recordedPage(
  browser: Browser,
  { url }: HostProcess,
  { id, windowName }: { id: string; windowName?: string | undefined },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  if (windowName) await page.addInitScript((name) => sessionStorage.setItem('midad-window', name), windowName)
  await recordPage(page)
  const address = new URL(url)
  address.searchParams.set('article', id)
  address.searchParams.set('language', 'en')
  await page.goto(address.href)
  return page
}

async function typeAndKill(
  host: HostProcess,
  page: Page,
  { dice, trips }: { dice: Dice; trips: MachineTrips },
): Promise<Ended> {
  const typing = typeInPage(page, dice)
  await pause(dice.between(100, 2500))
  const killedAt = Date.now()
  const tripMs = trips.longestMs()
  await host.kill()
  typing.stop()
  await typing.ended
  return { typed: await readRecord(page, killedAt), killedAt, tripMs }
}

/** Types until it is stopped: letters, lines, pastes, corrections, the headline. */
export function typeInPage(page: Page, dice: Dice): { stop(): void; ended: Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const story = page.getByRole('textbox', { name: 'Story', exact: true })
  const headline = page.getByRole('textbox', { name: 'Headline', exact: true })
  const press = async (): Promise<void> => {
    const percent = dice.between(0, 100)
    if (percent < 3) await page.keyboard.insertText(nextWords(dice, 60))
    else if (percent < 8) await page.keyboard.press('Enter')
    else if (percent < 18) await page.keyboard.press('Backspace')
    else if (percent < 21) await page.keyboard.press('ControlOrMeta+z')
    else await page.keyboard.type(`${nextWords(dice, 1)} `, { delay: dice.between(5, 60) })
  }
  const type = async (): Promise<void> => {
    if (dice.happens(0.3)) {
      await headline.fill('')
      await headline.pressSequentially(nextWords(dice, 3))
    }
    await story.click()
    await page.keyboard.press('ControlOrMeta+End')
    while (!signal.aborted) await press()
  }
  // A page that was closed under its typist.
  const ended = type().catch(() => undefined)
  return { stop: () => stopping.abort(), ended }
}

async function saveAndStop(
  host: HostProcess,
  page: Page,
  { id, figures }: { id: string; figures: RoundFigures },
): Promise<void> {
  await page
    .getByRole('status', { name: 'Save status' })
    .filter({ hasText: /^Saved$/ })
    .waitFor()
  const shown = (await readRecord(page, Date.now())).states.at(-1)?.text
  await page.context().close()
  const { article } = await ask(host.carrier, 'article.open', { id, window: 'the next' })
  if (pageLineOf(article) !== shown) figures.wrong('a recovered text was not saved')
  await host.stop()
}
