import { expect, test } from 'vitest'
import { DeskError, type DeskErrorCode } from '../../../core/api/errors.ts'
import { runExport, type Sent } from '../../../core/bulk/export-run.ts'

const go = (ids: string[], fails: Record<string, DeskErrorCode> = {}, signal = { aborted: false }) => {
  const written: string[] = []
  const progress: [number, string][] = []
  const report = runExport({
    ids,
    formats: [{ id: 'html' }],
    signal,
    write: ({ id }) => {
      const code = fails[id]
      if (code) return Promise.reject(new DeskError(code, 'planted'))
      written.push(id)
      if (id === 'stop') signal.aborted = true
      return Promise.resolve({ bytes: 1, warnings: [] })
    },
    onProgress: (_report, done, _total, name) => progress.push([done, name]),
  })
  return report.then((value) => ({ ...value, written, progress }))
}

test('articles are written one after another, and one that fails never stops the rest', async () => {
  const { files, failed, written, progress } = await go(['a', 'b', 'c'], { b: 'unreadable' })
  expect(files.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(failed).toMatchObject([{ id: 'b', error: { code: 'unreadable' } }])
  expect(written).toEqual(['a', 'c'])
  expect(progress).toEqual([
    [0, 'a'],
    [1, 'b'],
    [2, 'c'],
    [3, ''],
  ])
})

test('a cancel is heard once the article at hand is written', async () => {
  const { written, done, stopped } = await go(['a', 'stop', 'c'])
  expect([written, done, stopped]).toEqual([['a', 'stop'], 2, { kind: 'cancelled' }])
})

test('a disk that is full ends it', async () => {
  const { done, stopped, failed } = await go(['a', 'b', 'c'], { b: 'disk-full' })
  expect([done, failed, stopped]).toMatchObject([1, [], { kind: 'failed', error: { code: 'disk-full' } }])
})

const settled = { bytes: 1, warnings: [] }

test('several formats are written article by article, and one that holds many once for all of them', async () => {
  const asked: string[] = []
  const formats = [{ id: 'rss', holdsMany: true }, { id: 'html' }, { id: 'text' }]
  const write = ({ id, format, also }: Sent) => {
    asked.push([format, id, ...(also ?? [])].join(' '))
    return Promise.resolve(settled)
  }
  const run = { formats, write, signal: { aborted: false }, onProgress: () => undefined }
  const { total, files } = await runExport({ ids: ['a', 'b'], ...run })
  expect(asked).toEqual(['html a', 'text a', 'html b', 'text b', 'rss a b'])
  expect([total, files.at(-1)]).toEqual([5, { id: 'a', format: 'rss', also: ['b'], ...settled }])
  asked.length = 0
  await runExport({ ids: ['a'], ...run })
  expect(asked).toEqual(['rss a', 'html a', 'text a'])
})

test('several at once are no more than that, told in the order of the articles, and cancelled between two', async () => {
  let underWay = 0
  let most = 0
  const signal = { aborted: false }
  const ids = ['a', 'b', 'c', 'd', 'e']
  const report = await runExport({
    ids,
    formats: [{ id: 'html' }],
    atOnce: 2,
    signal,
    write: async ({ id }) => {
      underWay += 1
      most = Math.max(most, underWay)
      // The first takes longer than the two behind it.
      for (let turn = 0; turn < (id === 'a' ? 9 : 2); turn += 1) await Promise.resolve()
      if (id === 'c') signal.aborted = true
      underWay -= 1
      return settled
    },
    onProgress: () => undefined,
  })
  expect(most).toBe(2)
  expect(report.files.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect([report.done, report.stopped]).toEqual([3, { kind: 'cancelled' }])
})
