import { beforeAll, expect, test, vi } from 'vitest'
import type { OpenArticle } from '../../../core/api/contract.ts'
import type { ExportedFile } from '../../../core/api/files.ts'
import type { Result } from '../../../core/api/errors.ts'
import { builtMidad } from '../../support/midad.ts'
import { startWithPage } from '../../support/electron/start-main.ts'

beforeAll(builtMidad)

async function start() {
  const started = await startWithPage()
  const call = <T>(method: string, input: unknown) =>
    started.page.bridge.call(method, input) as Promise<Result<T>>
  const made = await call<OpenArticle>('article.create', { headline: 'Floods in Basra', language: 'en' })
  const id = made.ok ? made.value.article.id : ''
  const print = () => call<ExportedFile>('article.export', { id, format: 'pdf' })
  return { ...started, print }
}

test('a page is printed in a window that nobody sees, which runs nothing and is gone afterwards', async () => {
  const { print, electron } = await start()
  const before = electron.standIn.made.length
  const printed = await print()
  const text = printed.ok ? Buffer.from(printed.value.base64, 'base64').toString() : ''
  expect(printed).toMatchObject({
    ok: true,
    value: { name: expect.stringMatching(/^\d{4}-\d\d-\d\d-floods-in-basra\.pdf$/), mime: 'application/pdf' },
  })
  expect(text).toMatch(/^%PDF-1\.4 of app:\/\/desk\/page\/[\w-]{43}\n%%EOF$/)
  const window = electron.standIn.made[before]
  expect(window?.visible).toBe(false)
  expect(window?.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    javascript: false,
  })
  expect(window?.options.webPreferences).not.toHaveProperty('preload')
  expect(window?.contents.printed[0]?.options).toMatchObject({ pageSize: 'A4', generateTaggedPDF: true })
  expect(window?.destroyed).toBe(true)
})

test('several are printed one after the other', async () => {
  const { print, electron } = await start()
  const printed = await Promise.all([print(), print(), print()])
  expect(printed.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(electron.standIn.open).toHaveLength(1)
})

test('where Chromium cannot, the export says so, and the window is gone all the same', async () => {
  const { print, electron } = await start()
  const { standIn } = electron
  const fetched = vi.spyOn(standIn, 'fetch').mockRejectedValueOnce(new Error('planted'))
  expect(await print()).toMatchObject({ ok: false, error: { code: 'not-printed' } })
  fetched.mockRestore()
  expect(standIn.open).toHaveLength(1)
  expect(await print()).toMatchObject({ ok: true })
})
