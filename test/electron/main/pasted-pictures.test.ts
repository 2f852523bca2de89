import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { startWithPage } from '../../support/electron/start-main.ts'
import { tinyPng } from '../../support/drawn-picture.ts'
import { builtMidad } from '../../support/midad.ts'

beforeAll(builtMidad)

async function copied() {
  const folder = await mkdtemp(join(tmpdir(), 'midad-clip-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'clip_image001.png'), tinyPng())
  const address = pathToFileURL(join(folder, 'clip_image001.png')).href
  const started = await startWithPage()
  started.electron.standIn.copied = `<p>قبل</p><img src="${address}">`
  const ask = (file = address) => started.page.bridge.call('host.readPastedPicture', { address: file })
  return { ...started, ask }
}
const nothing = { ok: true, value: { picture: null } }

test('a picture that the clipboard names comes to the page', async () => {
  const { ask } = await copied()
  expect(await ask()).toEqual({
    ok: true,
    value: { picture: { mime: 'image/png', base64: tinyPng().toString('base64') } },
  })
})
test('another file does not, nor one while the clipboard holds something else', async () => {
  const { ask, electron } = await copied()
  expect(await ask('file:///etc/passwd')).toEqual(nothing)
  electron.standIn.copied = null
  expect(await ask()).toEqual(nothing)
})
test('a window that nobody works in reads nothing', async () => {
  const { ask, window } = await copied()
  window.inFront = false
  expect(await ask()).toEqual(nothing)
})
test('an address of anything but a file is refused', async () => {
  const { ask } = await copied()
  expect(await ask('https://example.org/a.png')).toMatchObject({ error: { code: 'bad-request' } })
})
