import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { answerFlushes, openPage } from '../../support/electron/page.ts'
import { preventable } from '../../support/electron/stand-in-window.ts'
import { startMain, startWithPage, type StartedMain } from '../../support/electron/start-main.ts'
import { builtMidad } from '../../support/midad.ts'

beforeAll(builtMidad)
afterEach(() => vi.useRealTimers())

const again = 0
const stay = 1
const leave = 2

/** A page that has asked for the desk, and answers each flush as this says: null where everything is saved. */
async function withAnswers(problem: () => string | null): Promise<StartedMain> {
  const started = await startMain()
  answerFlushes(started.page, problem)
  await started.page.bridge.call('desk.state', {})
  return started
}
const ends = ({ electron }: StartedMain) => vi.waitFor(() => expect(electron.standIn.hasEnded).toBe(true))
const rounds = ({ page }: StartedMain) => page.heard.filter(({ name }) => name === 'window.flush').length
const isAsked = ({ electron }: StartedMain, times = 1) =>
  vi.waitFor(() => expect(electron.standIn.asked).toHaveLength(times))

describe('leaving waits until the text is on the disk', () => {
  test.each<[string, (started: StartedMain) => unknown]>([
    ['the window is closed', ({ window }) => window.close()],
    ['the program is quit', ({ electron }) => electron.app.quit()],
    ['the computer is switched off (Linux, macOS)', ({ electron }) => electron.shutDown()],
    [
      'the session is about to end (Windows)',
      ({ window }) => window.emit('query-session-end', preventable()),
    ],
  ])('when %s', async (_name, act) => {
    let isSaved = false
    const started = await startMain()
    started.page.bridge.on((name, data) => {
      if (name !== 'window.flush') return
      setTimeout(() => {
        isSaved = true
        void started.page.bridge.call('host.flushed', { ...(data as object), problem: null })
      }, 100)
    })
    await started.page.bridge.call('desk.state', {})
    act(started)
    expect(started.electron.standIn.open).toHaveLength(1)
    await ends(started)
    expect(isSaved).toBe(true)
    expect(started.electron.standIn.open).toEqual([])
    expect(started.electron.standIn.asked).toEqual([])
  })

  test('and once more when it can take no more keys, so that no letter is left behind', async () => {
    const seen: boolean[] = []
    const started = await startMain()
    const { page, window, electron } = started
    page.bridge.on((name) => name === 'window.flush' && seen.push(window.visible))
    answerFlushes(page)
    await page.bridge.call('desk.state', {})
    electron.app.quit()
    await ends(started)
    expect(seen).toEqual([true, false])
  })

  test('and until what the desk is writing is written', async () => {
    const started = await startWithPage()
    const creating = started.page.bridge.call('article.create', { headline: 'آخر خبر' })
    started.electron.app.quit()
    const made = (await creating) as { value: { article: { id: string } } }
    await ends(started)
    const file = join(started.library, 'articles', made.value.article.id, 'article.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ fields: { headline: 'آخر خبر' } })
    expect(existsSync(join(started.library, 'lock.json'))).toBe(false)
  })

  test('a system that ends the session all the same still gets the text out', async () => {
    const started = await startWithPage()
    started.window.emit('session-end', preventable())
    expect(rounds(started)).toBe(1)
  })
})

describe('a text that cannot be saved', () => {
  test('keeps the program open where its user stays', async () => {
    const started = await withAnswers(() => 'disk-full')
    started.electron.standIn.answers.push(stay)
    started.electron.app.quit()
    await isAsked(started)
    await vi.waitFor(() => expect(started.window.visible).toBe(true))
    expect(started.electron.standIn.hasEnded).toBe(false)
    expect(started.electron.standIn.asked[0]?.options.detail).toMatch(/disk is full/)
    expect(await started.page.bridge.call('article.list', {})).toMatchObject({ ok: true })
  })

  test('goes with the program only where its user says so', async () => {
    const started = await withAnswers(() => 'unwritable')
    started.electron.standIn.answers.push(leave)
    started.electron.app.quit()
    await ends(started)
    expect(started.electron.standIn.asked[0]?.options).toMatchObject({ cancelId: stay, defaultId: again })
  })

  test('is tried again, and then the program ends', async () => {
    const started: StartedMain = await withAnswers(() =>
      started.electron.standIn.asked.length > 0 ? null : 'disk-full',
    )
    started.electron.standIn.answers.push(again)
    started.electron.app.quit()
    await ends(started)
    expect(started.electron.standIn.asked).toHaveLength(1)
  })

  test('that cannot be saved in the second round shows the window again', async () => {
    let round = 0
    const started = await withAnswers(() => ((round += 1) === 2 ? 'unreachable' : null))
    started.electron.standIn.answers.push(stay)
    started.window.close()
    await isAsked(started)
    await vi.waitFor(() => expect(started.window.visible).toBe(true))
    expect(started.window.destroyed).toBe(false)
  })
})

describe('a page that never answers', () => {
  test('is asked about after five seconds, and not a moment before', async () => {
    const started = await startMain()
    await started.page.bridge.call('desk.state', {})
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    started.electron.app.quit()
    await vi.advanceTimersByTimeAsync(4999)
    expect(started.electron.standIn.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    vi.useRealTimers()
    await isAsked(started)
    expect(started.electron.standIn.asked[0]?.options.detail).toMatch(/does not answer/)
    expect(started.electron.standIn.hasEnded).toBe(false)
  })

  test('or that says whatever it likes about rounds that are over changes nothing', async () => {
    const { page, electron } = await startWithPage()
    for (const round of [0, 1, 99]) {
      expect(await page.bridge.call('host.flushed', { round, problem: null })).toMatchObject({ ok: true })
    }
    expect(await page.bridge.call('host.flushed', { round: -1, problem: 'x' })).toMatchObject({ ok: false })
    expect(electron.standIn.hasEnded).toBe(false)
  })

  test('because it has not come up yet, or has died, holds no text and nobody back', async () => {
    const blank = await startMain()
    blank.electron.app.quit()
    await ends(blank)
    const dead = await startWithPage()
    dead.window.contents.crashed = true
    dead.electron.app.quit()
    await ends(dead)
    expect([...blank.electron.standIn.asked, ...dead.electron.standIn.asked]).toEqual([])
  })
})

describe('a page that stops working', () => {
  const article = async ({ page }: StartedMain) =>
    ((await page.bridge.call('article.create', {})) as { value: { article: { id: string } } }).value.article
      .id

  test('is offered again, with the article that was open', async () => {
    const started = await startWithPage()
    const id = await article(started)
    started.electron.standIn.answers.push(0)
    started.window.contents.crashed = true
    started.window.contents.emit('render-process-gone', preventable(), { reason: 'oom', exitCode: 5 })
    await vi.waitFor(() => expect(started.window.loaded.at(-1)).toBe(`app://desk/?article=${id}`))
    const page = openPage(started.window, started.electron.standIn.handlers)
    expect(await page.bridge.call('article.open', { id })).toMatchObject({ ok: true })
  })

  test('is left alone where its user wants that, and where it ended in good order', async () => {
    const { window, electron } = await startWithPage()
    electron.standIn.answers.push(1)
    window.contents.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 5 })
    await vi.waitFor(() => expect(electron.standIn.asked).toHaveLength(1))
    window.contents.emit('render-process-gone', preventable(), { reason: 'clean-exit', exitCode: 0 })
    expect(electron.standIn.asked).toHaveLength(1)
    expect(window.loaded).toHaveLength(1)
  })

  test('or hangs can be begun anew', async () => {
    const { window, electron } = await startWithPage()
    electron.standIn.answers.push(0)
    window.emit('unresponsive')
    await vi.waitFor(() => expect(window.loaded).toHaveLength(2))
    // That its process died for it is no second mishap.
    expect(electron.standIn.asked).toHaveLength(1)
  })

  test('and comes back by itself is not asked about any longer', async () => {
    const { window, electron } = await startWithPage()
    window.emit('unresponsive')
    await vi.waitFor(() => expect(electron.standIn.asked).toHaveLength(1))
    window.emit('responsive')
    await new Promise((resolve) => setImmediate(resolve))
    expect(window.loaded).toHaveLength(1)
  })
})
