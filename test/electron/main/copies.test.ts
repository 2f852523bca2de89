import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openPage } from '../../support/electron/page.ts'
import { startWithPage, type StartedMain } from '../../support/electron/start-main.ts'
import { builtMidad } from '../../support/midad.ts'
import { lay } from '../../support/temp-library.ts'

beforeAll(builtMidad)

/** A page whose library has one article; the person answers the next dialogs so. */
async function startAnswering(answers: (home: string) => (string | null)[]): Promise<StartedMain> {
  const started = await startWithPage()
  await started.page.bridge.call('article.create', { headline: 'خبر' })
  started.electron.standIn.answers.push(...answers(started.home))
  return started
}
const save = ({ page }: StartedMain) => page.bridge.call('host.saveCopy', {})
const open = ({ page }: StartedMain) => page.bridge.call('host.openCopy', {})

describe('a copy of the library', () => {
  test('is saved where its user says, under a name of this day', async () => {
    const started = await startAnswering((home) => [join(home, 'copy.zip')])
    const file = join(started.home, 'copy.zip')
    expect(await save(started)).toEqual({
      ok: true,
      value: { place: file, articles: 1, bytes: readFileSync(file).length },
    })
    expect(started.electron.standIn.asked).toMatchObject([
      {
        kind: 'save',
        options: {
          title: 'Save a copy of the library',
          defaultPath: expect.stringMatching(/Midad \d{4}-\d\d-\d\d\.midad-copy\.zip$/) as string,
          filters: [{ name: 'Midad copies', extensions: ['zip'] }],
        },
      },
    ])
  })

  test('is opened in an empty folder; the page begins anew there', async () => {
    const started = await startAnswering((home) => {
      const copy = join(home, 'copy.zip')
      return [copy, copy, join(home, 'empty')]
    })
    await mkdir(join(started.home, 'empty'))
    await save(started)
    expect(await open(started)).toEqual({ ok: true, value: { library: join(started.home, 'empty') } })
    const { window, electron } = started
    expect(electron.standIn.asked.map(({ kind, options }) => [kind, options.title])).toEqual([
      ['save', 'Save a copy of the library'],
      ['open', 'Open a copy of a library'],
      ['open', 'A new or empty folder for the copy'],
    ])
    await vi.waitFor(() => expect(window.loaded).toHaveLength(2))
    const fresh = openPage(window, electron.standIn.handlers)
    expect(await fresh.bridge.call('article.list', {})).toMatchObject({ value: { total: 1 } })
    expect(existsSync(join(started.library, 'lock.json'))).toBe(false)
  })

  test('in a folder of other things stands in a new folder there, named after the copy', async () => {
    const started = await startAnswering((home) => {
      const copy = join(home, 'Midad 2026-11-26.midad-copy.zip')
      return [copy, copy, join(home, 'work')]
    })
    await lay(join(started.home, 'work/budget.xls'), 'x')
    await save(started)
    expect(await open(started)).toMatchObject({
      value: { library: join(started.home, 'work/Midad 2026-11-26') },
    })
  })

  test.each([
    ['no place for it', (): null[] => [null]],
    ['no copy', (): null[] => [null]],
    ['no folder', (home: string): (string | null)[] => [join(home, 'copy.zip'), null]],
  ])('where its user chooses %s, nothing happens', async (what, answers) => {
    const started = await startAnswering(answers)
    const before = readdirSync(started.home)
    const isSaving = what === 'no place for it'
    expect(await (isSaving ? save(started) : open(started))).toEqual({
      ok: true,
      value: isSaving ? { place: null, articles: 0, bytes: 0 } : { library: null },
    })
    expect(readdirSync(started.home)).toEqual(before)
  })

  test('that is damaged is refused, and everything stays', async () => {
    const started = await startAnswering((home) => [join(home, 'copy.zip'), join(home, 'new')])
    const { page, library, home } = started
    await writeFile(join(home, 'copy.zip'), 'not a zip')
    expect(await open(started)).toMatchObject({ ok: false, error: { code: 'damaged-copy' } })
    expect(await page.bridge.call('desk.state', {})).toMatchObject({ value: { library } })
    expect(existsSync(join(home, 'new'))).toBe(false)
  })

  test('is not saved to, or opened from, a path that the page names', async () => {
    const { page, electron, home } = await startWithPage()
    const place = join(home, 'evil')
    for (const [method, input] of [
      ['host.saveCopy', { place }],
      ['host.openCopy', { copy: place }],
      ['host.openCopy', { place }],
    ] as const) {
      expect(await page.bridge.call(method, input)).toMatchObject({ error: { code: 'unsupported-here' } })
    }
    expect(electron.standIn.asked).toEqual([])
  })
})
