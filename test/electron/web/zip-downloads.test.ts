import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HostApi } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { zipDownloads, type DownloadLimits } from '../../../electron/web/zip-downloads.ts'
import { runningHost, type TestHost } from '../../support/running-host.ts'
import { idOf } from '../../support/temp-library.ts'
import { unpacked } from '../../support/unpacked.ts'

let host: TestHost
let calls: Pick<HostApi, 'host.openExport' | 'host.exportInto' | 'host.closeExport'>
const texts = new Map([
  [idOf(1), 'الأول'],
  [idOf(2), 'الثاني'],
  [idOf(3), 'x'.repeat(3_000_000)],
])
async function start(limits?: DownloadLimits) {
  const downloads = zipDownloads(async ({ id, format }) => {
    const text = texts.get(id)
    if (text === undefined) throw new DeskError('unreadable', 'planted')
    const bytes = new TextEncoder().encode(text)
    if (format === 'ninjs') {
      const inFolder = { item: 'item.json', beside: [{ path: 'media/a.png', bytes }] }
      return { name: 'story.ninjs', mime: 'application/json', bytes, warnings: [], inFolder }
    }
    return { name: 'story.html', mime: 'text/html', bytes, warnings: [] }
  }, limits)
  ;({ calls } = downloads)
  host = await runningHost({}, { downloads })
}
beforeEach(() => start())
afterEach(() => host.close())

async function open() {
  const opened = await calls['host.openExport']({})
  if (!opened || !('download' in opened)) throw new Error('no download')
  return opened
}
const put = (run: string, number: number, format = 'html') =>
  calls['host.exportInto']({ run, id: idOf(number), format })
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as DeskError).code,
  )

/** What the host answers to a GET of this path under its own name. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{
    status: number
    headers: Record<string, unknown>
    body: Promise<Buffer>
    stop: () => void
  }>((resolve, reject) => {
    const asking = request({
      host: '127.0.0.1',
      port: host.port,
      path,
      headers: { Host: host.hostName, ...headers },
    })
    asking.on('error', reject)
    asking.on('response', (response) => {
      const body = new Promise<Buffer>((done) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('close', () => done(Buffer.concat(chunks)))
      })
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body,
        stop: () => asking.destroy(),
      })
    })
    asking.end()
  })
}

describe('a zip that is downloaded while it is written', () => {
  test('holds each article under a name of its own, and what failed is not in it', async () => {
    const { run, download } = await open()
    const answer = await get(download)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="midad-\d{4}-\d\d-\d\d\.zip"$/,
    )
    expect([await put(run, 1), await put(run, 2)].map(({ name }) => name)).toEqual([
      'story.html',
      'story-2.html',
    ])
    expect(await code(put(run, 9))).toBe('unreadable')
    await put(run, 3)
    await calls['host.closeExport']({ run })
    const files = await unpacked(await answer.body)
    expect(Object.keys(files)).toEqual(['story.html', 'story-2.html', 'story-3.html'])
    expect(files['story-2.html']?.toString()).toBe('الثاني')
    expect(files['story-3.html']).toHaveLength(3_000_000)
    expect(await code(put(run, 1))).toBe('export-ended')
  })

  test('holds a folder with an item behind its pictures', async () => {
    const { run, download } = await open()
    const answer = await get(download)
    expect((await put(run, 1, 'ninjs')).name).toBe('story.ninjs')
    expect((await put(run, 2, 'ninjs')).name).toBe('story-2.ninjs')
    await calls['host.closeExport']({ run })
    expect(Object.keys(await unpacked(await answer.body))).toEqual([
      'story.ninjs/media/a.png',
      'story.ninjs/item.json',
      'story-2.ninjs/media/a.png',
      'story-2.ninjs/item.json',
    ])
  })

  test('waits for its download before anything is put in', async () => {
    const { run, download } = await open()
    const first = put(run, 1)
    const answer = await get(download)
    await first
    await calls['host.closeExport']({ run })
    expect(Object.keys(await unpacked(await answer.body))).toEqual(['story.html'])
  })

  test('is whole with what it holds where it is closed early', async () => {
    const { run, download } = await open()
    const answer = await get(download)
    await put(run, 1)
    await calls['host.closeExport']({ run })
    expect(Object.keys(await unpacked(await answer.body))).toEqual(['story.html'])
  })

  test('is answered once, only to its path, and to no other site', async () => {
    const { run, download } = await open()
    expect((await get(`${download}x`)).status).toBe(404)
    expect((await get(download, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(404)
    const answer = await get(download, { 'Sec-Fetch-Site': 'same-origin' })
    expect(answer.status).toBe(200)
    expect((await get(download)).status).toBe(404)
    await calls['host.closeExport']({ run })
  })

  test('whose reader stops it ends the export', async () => {
    const { run, download } = await open()
    const answer = await get(download)
    await put(run, 1)
    answer.stop()
    await expect.poll(() => code(put(run, 2))).toBe('export-ended')
  })

  test('that nobody downloads ends the export', async () => {
    await host.close()
    await start({ attachMs: 30, restMs: 60_000 })
    const { run } = await open()
    expect(await code(put(run, 1))).toBe('export-ended')
  })

  test('whose page is gone is ended, and can be opened', async () => {
    await host.close()
    await start({ attachMs: 60_000, restMs: 200 })
    const { run, download } = await open()
    const answer = await get(download)
    await put(run, 1)
    expect(Object.keys(await unpacked(await answer.body))).toEqual(['story.html'])
  })
})
