import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenArticle } from '../../../core/api/contract.ts'
import type { OpenedExport } from '../../../core/api/bulk.ts'
import type { Result } from '../../../core/api/errors.ts'
import { builtMidad } from '../../support/midad.ts'
import { unpacked } from '../../support/unpacked.ts'
import { startWithPage } from '../../support/electron/start-main.ts'

beforeAll(builtMidad)

async function start() {
  const started = await startWithPage()
  const { page, home, electron } = started
  const out = join(home, 'out')
  await mkdir(out)
  const call = <T>(method: string, input: unknown) => page.bridge.call(method, input) as Promise<Result<T>>
  const create = async (headline: string) => {
    const made = await call<OpenArticle>('article.create', { headline, language: 'en' })
    return made.ok ? made.value.article.id : ''
  }
  const open = async (answer: string | null) => {
    electron.standIn.answers.push(answer)
    return call<OpenedExport | null>('host.openExport', {})
  }
  return { ...started, out, call, create, open }
}
const runOf = (opened: Result<OpenedExport | null>) => (opened.ok ? (opened.value?.run ?? '') : '')

describe('many articles', () => {
  test('go into a folder that is asked for once, and replace nothing that is there', async () => {
    const { out, call, create, open, electron } = await start()
    const day = new Date().toISOString().slice(0, 10)
    await writeFile(join(out, `${day}-floods-in-basra.html`), 'older')
    const ids = [await create('Floods in Basra'), await create('Floods in Basra')]
    const opened = await open(out)
    expect(opened).toMatchObject({ ok: true, value: { place: out } })
    expect(electron.standIn.asked).toMatchObject([
      { kind: 'open', options: { title: 'A folder for the exported files' } },
    ])
    const run = runOf(opened)
    const names: unknown[] = []
    for (const id of ids) names.push(await call('host.exportInto', { run, id, format: 'html' }))
    expect(names).toMatchObject([
      { ok: true, value: { name: `${day}-floods-in-basra-2.html`, warnings: [] } },
      { ok: true, value: { name: `${day}-floods-in-basra-3.html` } },
    ])
    expect(readFileSync(join(out, `${day}-floods-in-basra.html`), 'utf8')).toBe('older')
    expect(readFileSync(join(out, `${day}-floods-in-basra-3.html`), 'utf8')).toContain('Floods in Basra')
    await call('host.closeExport', { run })
    const after = await call('host.exportInto', { run, id: ids[0], format: 'html' })
    expect(after).toMatchObject({ ok: false, error: { code: 'export-ended' } })
  })

  test('of a destination go to the folder that it had last, unasked as long as that is there', async () => {
    const { out, call, create, open, electron } = await start()
    const id = await create('Floods in Basra')
    const again = (target: string) => call<OpenedExport | null>('host.openExport', { target })
    electron.standIn.answers.push(out)
    expect(await again('site')).toMatchObject({ value: { place: out } })
    expect(await call('host.exportFolders', {})).toMatchObject({
      value: { folders: [{ target: 'site', place: out }] },
    })
    const asked = electron.standIn.asked.length
    const run = runOf(await again('site'))
    expect(electron.standIn.asked).toHaveLength(asked)
    expect(await call('host.exportInto', { run, id, format: 'html' })).toMatchObject({ ok: true })
    await rm(out, { recursive: true })
    electron.standIn.answers.push(null)
    expect(await again('site')).toMatchObject({ value: null })
    expect(electron.standIn.asked).toHaveLength(asked + 1)
    expect(await open(null)).toMatchObject({ value: null })
  })

  test('go into one packed file where their user says so, which is there once it is whole', async () => {
    const { out, call, create, electron } = await start()
    const ids = [await create('Floods in Basra'), await create('Floods in Basra')]
    const file = join(out, 'all.zip')
    electron.standIn.answers.push(file)
    const opened = await call<OpenedExport | null>('host.openExport', { isZip: true })
    expect(opened).toMatchObject({ value: { place: file } })
    const run = runOf(opened)
    await Promise.all(ids.map((id) => call('host.exportInto', { run, id, format: 'html' })))
    expect(readdirSync(out).filter((name) => name.endsWith('.zip'))).toEqual([])
    await call('host.closeExport', { run })
    const names = Object.keys(await unpacked(readFileSync(file)))
    expect(names.map((name) => name.replace(/^[\d-]*/, ''))).toEqual([
      'floods-in-basra.html',
      'floods-in-basra-2.html',
    ])
  })

  test('an item with its pictures is a folder in it, under a name of its own', async () => {
    const { out, call, create, open } = await start()
    const id = await create('Floods in Basra')
    const run = runOf(await open(out))
    const asked = { run, id, format: 'ninjs', options: { packaged: 'folder' } }
    const day = new Date().toISOString().slice(0, 10)
    for (const name of [`${day}-floods-in-basra.ninjs`, `${day}-floods-in-basra-2.ninjs`]) {
      expect(await call('host.exportInto', asked)).toMatchObject({ ok: true, value: { name } })
      expect(readdirSync(join(out, name))).toEqual([`${id}.json`])
    }
  })

  test('stay where they are where their user chooses no folder, or the page makes one up', async () => {
    const { out, call, create, open } = await start()
    const id = await create('Floods in Basra')
    expect(await open(null)).toEqual({ ok: true, value: null })
    const asked = await call('host.exportInto', { run: 'a'.repeat(43), id, format: 'html' })
    expect(asked).toMatchObject({ ok: false, error: { code: 'export-ended' } })
    const path = await call('host.exportInto', { run: out, id, format: 'html' })
    expect(path).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    expect(readdirSync(out)).toEqual([])
  })
})
