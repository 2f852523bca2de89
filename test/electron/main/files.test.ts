import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { answerFlushes, openPage } from '../../support/electron/page.ts'
import { configFile, startMain, startWithPage, type StartedMain } from '../../support/electron/start-main.ts'
import { builtMidad } from '../../support/midad.ts'
import { png } from '../../support/pictures.ts'
import { article, idOf, lay, pathsUnder } from '../../support/temp-library.ts'
import { zipOf } from '../../support/zip.ts'

beforeAll(builtMidad)

const fileOf = (headline: string) => JSON.stringify(article(idOf(1), { headline }))
const list = ({ page }: StartedMain) => page.bridge.call('article.list', {})

describe('a Midad article opened from outside', () => {
  test('with the program stands in the library, and in the window that comes', async () => {
    const started = await startMain({
      isQuick: true,
      args: ['story.midad'],
      before: async (_electron, home) => {
        await lay(join(home, 'story.midad'), fileOf('من الخارج'))
        vi.spyOn(process, 'cwd').mockReturnValue(home)
      },
    })
    const { standIn } = started.electron
    await vi.waitFor(() => expect(standIn.made[0]?.loaded.at(-1)).toMatch(/^app:\/\/desk\/\?article=\w{26}$/))
    const page = openPage(standIn.made[0] as NonNullable<(typeof standIn.made)[0]>, standIn.handlers)
    await vi.waitFor(async () =>
      expect(await page.bridge.call('article.list', {})).toMatchObject({
        value: { total: 1, articles: [{ headline: 'من الخارج' }] },
      }),
    )
    vi.restoreAllMocks()
  })

  test('by a second start is shown in the window that is there, which comes to the front', async () => {
    const started = await startWithPage()
    const { electron, window, page, home } = started
    await lay(join(home, 'story.midad'), fileOf('ثانٍ'))
    window.minimised = true
    electron.happen('second-instance', [], home, { files: [join(home, 'story.midad')] })
    expect(window).toMatchObject({ minimised: false, focused: 1 })
    await vi.waitFor(() => expect(page.heard.map(({ name }) => name)).toContain('window.open'))
    expect(await list(started)).toMatchObject({ value: { articles: [{ headline: 'ثانٍ' }] } })
    expect(electron.standIn.made).toHaveLength(1)
  })

  test('while the page is still coming is in the address of the page', async () => {
    const { electron, window, home } = await startMain()
    await lay(join(home, 'story.midad'), fileOf('مبكر'))
    electron.happen('second-instance', [], home, { files: [join(home, 'story.midad')] })
    await vi.waitFor(() => expect(window.loaded.at(-1)).toMatch(/\?article=\w{26}$/))
  })

  test('by a second start whose words came without their data is found among them', async () => {
    const started = await startWithPage()
    await lay(join(started.home, 'story.midad'), fileOf('ثالث'))
    started.electron.happen('second-instance', ['midad', '--allow-x', 'story.midad'], started.home, null)
    await vi.waitFor(async () => expect(await list(started)).toMatchObject({ value: { total: 1 } }))
  })

  test.each([
    [
      'an address, as an AppImage is handed them',
      (home: string) => pathToFileURL(join(home, 'story.midad')).href,
    ],
    ['an address of another computer', () => 'file://elsewhere/story.midad'],
  ])('by a second start with %s', async (_what, word) => {
    const started = await startWithPage()
    await lay(join(started.home, 'story.midad'), fileOf('خامس'))
    started.electron.happen('second-instance', ['midad', word(started.home)], started.home, null)
    const total = word(started.home).includes('elsewhere') ? 0 : 1
    await vi.waitFor(async () => expect(await list(started)).toMatchObject({ value: { total } }))
  })

  test('by a Mac, before the program is ready or later', async () => {
    const started = await startWithPage()
    await lay(join(started.home, 'story.midad'), fileOf('رابع'))
    const event = started.electron.happen('open-file', join(started.home, 'story.midad'))
    expect(event.defaultPrevented).toBe(true)
    await vi.waitFor(async () => expect(await list(started)).toMatchObject({ value: { total: 1 } }))
  })

  test.each([
    ['that is not there', undefined, /could not be read/],
    ['that is no article', '{"hello":"world"}', /./],
    ['that is no JSON', 'half a {', /./],
  ])('%s is said, and everything goes on', async (_name, text, detail) => {
    const started = await startWithPage()
    const { electron, home } = started
    if (text !== undefined) await lay(join(home, 'bad.midad'), text)
    await lay(join(home, 'good.midad'), fileOf('سليم'))
    electron.standIn.answers.push(0)
    electron.happen('second-instance', [], home, {
      files: [join(home, 'bad.midad'), join(home, 'good.midad')],
    })
    await vi.waitFor(async () => expect(await list(started)).toMatchObject({ value: { total: 1 } }))
    expect(electron.standIn.asked).toHaveLength(1)
    expect(electron.standIn.asked[0]?.options.message).toContain('bad.midad')
    expect(electron.standIn.asked[0]?.options.detail).toMatch(detail)
  })

  test('is no file of a kind that Midad does not read, whoever hands it over', async () => {
    const started = await startWithPage()
    const secret = join(started.home, 'secret.key')
    await lay(secret, 'not for the library')
    started.electron.happen('second-instance', [], started.home, { files: [secret] })
    started.electron.happen('second-instance', ['midad', secret], started.home, { files: 7 })
    started.electron.happen('open-file', secret)
    await lay(join(started.home, 'story.midad'), fileOf('خبر'))
    started.electron.happen('open-file', join(started.home, 'story.midad'))
    await vi.waitFor(async () => expect(await list(started)).toMatchObject({ value: { total: 1 } }))
  })
})

// A thread may start slowly.
const patience = { timeout: 20_000 }

describe('another file that Midad reads, opened with it', () => {
  test('comes in with the pictures that were saved with it', async () => {
    const started = await startWithPage()
    const { home } = started
    await lay(join(home, 'خبر_files/1.png'), png(2, 1))
    await lay(
      join(home, 'خبر.html'),
      '<!doctype html><html lang="ar"><article><h1>صفحة محفوظة</h1><p>فقرة.</p><img src="خبر_files/1.png"></article>',
    )
    started.electron.happen('second-instance', [], home, { files: [join(home, 'خبر.html')] })
    await vi.waitFor(async () =>
      expect(await list(started)).toMatchObject({ value: { articles: [{ headline: 'صفحة محفوظة' }] } }),
    )
    expect(started.electron.standIn.asked).toEqual([])
    const names = pathsUnder(started.library)
    expect(names.filter((path) => path.includes('media')).length).toBeGreaterThan(0)
  })

  test('that holds several shows the first, and says what could not be taken', async () => {
    const started = await startWithPage()
    const { home, electron } = started
    const zip = await zipOf({ 'a.txt': 'خبر أول\n\nفقرة.\n', 'b.midad': '{', 'c.txt': 'خبر ثالث\n\nفقرة.\n' })
    await lay(join(home, 'وارد.zip'), zip)
    electron.standIn.answers.push(0)
    electron.happen('open-file', join(home, 'وارد.zip'))
    await vi.waitFor(() => expect(electron.standIn.asked).toHaveLength(1), patience)
    expect(electron.standIn.asked[0]?.options.message).toContain('b.midad')
    expect(await list(started)).toMatchObject({ value: { total: 2 } })
    expect(started.page.heard.map(({ name }) => name)).toContain('window.open')
  })

  test('that is too large is refused before it is read', async () => {
    const started = await startWithPage()
    const large = join(started.home, 'large.txt')
    await lay(large, '')
    await truncate(large, 500 * 1024 * 1024)
    started.electron.standIn.answers.push(0)
    started.electron.happen('open-file', large)
    await vi.waitFor(() => expect(started.electron.standIn.asked).toHaveLength(1), patience)
    expect(await list(started)).toMatchObject({ value: { total: 0 } })
  })
})

describe('another library', () => {
  test('is chosen in the dialog of the system; the page begins anew there, and the next start remembers', async () => {
    const { page, electron, window, home, library } = await startWithPage()
    await page.bridge.call('article.create', { headline: 'هنا' })
    await mkdir(join(home, 'other'))
    electron.standIn.answers.push(join(home, 'other'))
    expect(await page.bridge.call('host.chooseLibrary', {})).toMatchObject({
      value: { library: join(home, 'other') },
    })
    await vi.waitFor(() => expect(window.loaded).toEqual(['app://desk/', 'app://desk/']))
    const fresh = openPage(window, electron.standIn.handlers)
    expect(await fresh.bridge.call('desk.state', {})).toMatchObject({
      value: { library: join(home, 'other') },
    })
    expect(await fresh.bridge.call('article.list', {})).toMatchObject({ value: { total: 0 } })
    expect(JSON.parse(readFileSync(configFile(home), 'utf8'))).toMatchObject({ library: join(home, 'other') })
    expect(existsSync(join(library, 'lock.json'))).toBe(false)
    answerFlushes(fresh)
  })

  test('in a folder of other things stands in a folder of its own there', async () => {
    const { page, electron, home } = await startWithPage()
    await lay(join(home, 'work/budget.xls'), 'x')
    electron.standIn.answers.push(join(home, 'work'))
    expect(await page.bridge.call('host.chooseLibrary', {})).toMatchObject({
      value: { library: join(home, 'work/Midad') },
    })
  })

  test('is not taken from a path that the page names', async () => {
    const { page, electron, home } = await startWithPage()
    expect(await page.bridge.call('host.chooseLibrary', { place: join(home, 'evil') })).toMatchObject({
      error: { code: 'unsupported-here' },
    })
    expect(electron.standIn.asked).toEqual([])
    expect(existsSync(join(home, 'evil'))).toBe(false)
  })

  test('waits for the text: where that cannot be saved, everything stays as it was', async () => {
    const { page, electron, window, home, library } = await startMain()
    answerFlushes(page, () => 'disk-full')
    await page.bridge.call('desk.state', {})
    await mkdir(join(home, 'other'))
    electron.standIn.answers.push(join(home, 'other'))
    expect(await page.bridge.call('host.chooseLibrary', {})).toMatchObject({ error: { code: 'disk-full' } })
    expect(await page.bridge.call('desk.state', {})).toMatchObject({ value: { library } })
    expect(window.loaded).toHaveLength(1)
    expect(existsSync(join(home, 'other/lock.json'))).toBe(false)
  })

  test.each([
    ['nothing was chosen', null, { value: { library: null } }],
    ['it is the present one', 'library', { ok: true }],
  ])('changes nothing where %s', async (_name, answer, result) => {
    const { page, electron, home, library } = await startWithPage()
    electron.standIn.answers.push(answer && join(home, answer))
    expect(await page.bridge.call('host.chooseLibrary', {})).toMatchObject(result)
    expect(await page.bridge.call('desk.state', {})).toMatchObject({ value: { library, readOnly: false } })
  })

  test('that cannot be opened is refused with its reason', async () => {
    const { page, electron, home, library } = await startWithPage()
    await writeFile(join(home, 'file'), '')
    electron.standIn.answers.push(join(home, 'file/inside'))
    expect(await page.bridge.call('host.chooseLibrary', {})).toMatchObject({ ok: false })
    expect(await page.bridge.call('desk.state', {})).toMatchObject({ value: { library } })
  })
})

describe('several libraries', () => {
  test('a new one lies where its user says; what is there already is not taken for one', async () => {
    const { page, electron, home, library } = await startWithPage()
    electron.standIn.answers.push(library, join(home, 'new'))
    expect(await page.bridge.call('host.newLibrary', {})).toMatchObject({ error: { code: 'not-empty' } })
    expect(await page.bridge.call('host.newLibrary', {})).toMatchObject({
      value: { library: join(home, 'new') },
    })
    expect(existsSync(join(home, 'new/articles'))).toBe(true)
  })

  test('are in the menu, newest first; one that has gone is said, and the present one stays', async () => {
    const { page, electron, window, home, library } = await startWithPage()
    electron.standIn.answers.push(join(home, 'other'))
    await page.bridge.call('host.newLibrary', {})
    await vi.waitFor(() => expect(window.loaded).toHaveLength(2))
    answerFlushes(openPage(window, electron.standIn.handlers))
    const listed = () => {
      const items = electron.standIn.menuItems()
      const { submenu } = items.find(({ id }) => id === 'library.recent') as {
        submenu: { label: string; click: () => void }[]
      }
      return submenu
    }
    expect(listed().map(({ label }) => label.replaceAll(/[\u2066-\u2069]/g, ''))).toEqual([
      `other – ${join(home, 'other')}`,
      `library – ${library}`,
    ])
    listed()[1]?.click()
    await vi.waitFor(() => expect(window.loaded).toHaveLength(3))
    const fresh = openPage(window, electron.standIn.handlers)
    expect(await fresh.bridge.call('desk.state', {})).toMatchObject({ value: { library } })
    await rename(join(home, 'other'), join(home, 'away'))
    electron.standIn.answers.push(0)
    listed()[1]?.click()
    await vi.waitFor(() => expect(electron.standIn.asked.at(-1)?.options.message).toContain('other'))
    expect(await fresh.bridge.call('desk.state', {})).toMatchObject({ value: { library } })
  })

  test('the present one is moved into a folder that is chosen, and its page stays', async () => {
    const { page, electron, window, home, library } = await startWithPage()
    await page.bridge.call('article.create', { headline: 'هنا' })
    await lay(join(home, 'disk/other.txt'), 'x')
    electron.standIn.answers.push(join(home, 'disk'))
    const place = join(home, 'disk/library')
    expect(await page.bridge.call('host.moveLibrary', {})).toMatchObject({
      value: { library: place, left: null },
    })
    expect(existsSync(library)).toBe(false)
    expect(await page.bridge.call('desk.state', {})).toMatchObject({ value: { library: place } })
    expect(await page.bridge.call('article.list', {})).toMatchObject({ value: { total: 1 } })
    expect(page.heard.map(({ name }) => name)).toContain('library.moved')
    expect(window.loaded).toHaveLength(1)
    expect(JSON.parse(readFileSync(configFile(home), 'utf8'))).toMatchObject({ library: place })
  })

  test.each(['host.newLibrary', 'host.moveLibrary'])('%s takes no path from the page', async (method) => {
    const { page, electron, home } = await startWithPage()
    expect(await page.bridge.call(method, { place: join(home, 'evil') })).toMatchObject({
      error: { code: 'unsupported-here' },
    })
    expect(electron.standIn.asked).toEqual([])
  })
})
