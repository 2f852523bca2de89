import { expect, test } from 'vitest'
import { DeskError, type DeskErrorCode } from '../../../core/api/errors.ts'
import { runExport } from '../../../core/bulk/export-run.ts'

const go = (ids: string[], fails: Record<string, DeskErrorCode> = {}, signal = { aborted: false }) => {
  const written: string[] = []
  const progress: [number, string][] = []
  const report = runExport({
    ids,
    signal,
    write: (id) => {
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
