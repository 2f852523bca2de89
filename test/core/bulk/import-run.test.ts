import { beforeEach, describe, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { runImport, type BulkFile, type ImportReport } from '../../../core/bulk/import-run.ts'
import type { Ask } from '../../../core/bulk/run.ts'
import { byKind, byWarning } from '../../../core/bulk/told.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { callsThrough } from '../../../electron/node/call-desk.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'

let ports: MemoryPorts
let ask: Ask
let asked: string[]
beforeEach(() => {
  ports = memoryPorts()
  const desk = createDesk(ports)
  asked = []
  ask = callsThrough((method, input) => {
    asked.push(`${method} ${(input as { name: string }).name}`)
    return dispatch(desk, method, input)
  })
})

const utf8 = (text: string) => toBase64(new TextEncoder().encode(text))
const file = (path: string, text: string, size = text.length): BulkFile => ({
  path,
  open: () =>
    Promise.resolve({
      name: path.split('/').at(-1) ?? '',
      size,
      head: (bytes) => Promise.resolve(utf8(text.slice(0, bytes))),
      read: () => Promise.resolve({ base64: utf8(text), hash: text }),
    }),
})
const damaged = (path: string): BulkFile => ({
  path,
  open: () => Promise.reject(new DeskError('unreadable', 'planted: the disk does not give it')),
})
const run = (
  files: readonly BulkFile[],
  onProgress: (report: ImportReport) => void = () => undefined,
  signal = { aborted: false },
) => runImport({ files, ask, signal, onProgress })
const story = (path: string) => file(path, `خبر ${path}\n\nفقرة من الخبر.\n`)

describe('many files', () => {
  test('come in one after another in their order, and each failure has its name and its reason', async () => {
    const { articles, failed, done, total, stopped } = await run([
      story('a/1.txt'),
      damaged('a/2.txt'),
      file('a/3.txt', 'x\u0000\u0001'),
      file('a/4.midad', '{"broken'),
      story('a/5.txt'),
    ])
    expect(articles.map(({ source }) => source)).toEqual(['a/1.txt', 'a/5.txt'])
    expect(failed.map(({ source, error }) => [source, error.code])).toEqual([
      ['a/2.txt', 'unreadable'],
      ['a/3.txt', 'unsupported-file'],
      ['a/4.midad', 'unreadable'],
    ])
    expect([done, total, stopped]).toEqual([5, 5, null])
    expect(ports.articles.files.size).toBe(2)
  })

  test('of a kind that Midad does not read are not brought, and are told once', async () => {
    const { failed, articles } = await run([
      file('a.JPG', 'ÿØÿ'),
      file('b.jpg', 'ÿØÿ', 3_000_000_000),
      file('c.mp4', 'ftyp', 3_000_000_000),
      file('page.php', '<!doctype html><title>خبر</title><p>فقرة من الخبر.</p>'),
      file('script.php', '$a = 1'),
    ])
    expect(articles.map(({ source }) => source)).toEqual(['page.php'])
    const { named, kinds } = byKind(failed)
    expect(kinds).toEqual([
      { ending: '.jpg', count: 2 },
      { ending: '.mp4', count: 1 },
    ])
    // One of a kind that was read before is a file like any other.
    expect(named.map(({ source }) => source)).toEqual(['script.php'])
    expect(asked.filter((call) => /article\.import .*(?:jpg|mp4)/i.test(call))).toEqual([])
  })

  test('that are too large are refused before they are read', async () => {
    const { failed } = await run([story('1.txt'), file('2.txt', 'خبر', 25 * 1024 * 1024)])
    expect(failed).toMatchObject([
      { source: '2.txt', error: { code: 'too-large', details: { limit: 'fileBytes' } } },
    ])
    expect(asked.filter((call) => call.startsWith('article.import'))).toHaveLength(1)
  })

  test('that are the same byte for byte come in all, and it is said of the later ones', async () => {
    const { articles } = await run([
      file('a.txt', 'خبر\n\nفقرة.'),
      file('b.txt', 'خبر آخر\n\nفقرة.'),
      file('c.txt', 'خبر\n\nفقرة.'),
    ])
    expect(articles.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([[], [], ['same-file']])
    expect(byWarning(articles.map(({ source, warnings }) => ({ name: source, warnings })))).toEqual([
      { code: 'same-file', of: ['c.txt'] },
    ])
  })

  test('a Midad article that the library has comes in beside it, as one of its own, and it is said', async () => {
    const first = await run([story('1.txt')])
    const id = first.articles[0]?.id ?? ''
    const kept = ports.articles.files.get(id)
    if (kept?.kind !== 'article') throw new Error('not stored')
    const { articles } = await run([file('again.midad', JSON.stringify(kept.article))])
    expect(articles[0]?.id).not.toBe(id)
    expect(articles[0]?.warnings.map(({ code }) => code)).toEqual(['already-here'])
  })
})

describe('a run that is cancelled', () => {
  test('finishes the file at hand, keeps what came in, and tells how many are left', async () => {
    const signal = { aborted: false }
    const names: string[] = []
    const { articles, done, total, stopped } = await runImport({
      files: [1, 2, 3, 4].map((number) => story(`${number}.txt`)),
      ask,
      signal,
      onProgress: (_report, at, _total, name) => {
        names.push(name)
        // While the second is at hand.
        if (at === 1) signal.aborted = true
      },
    })
    expect(names).toEqual(['1.txt', '2.txt'])
    expect(articles.map(({ source }) => source)).toEqual(['1.txt', '2.txt'])
    expect([done, total, stopped]).toEqual([2, 4, { kind: 'cancelled' }])
  })
})

describe('a failure of the desk itself', () => {
  test.each(['disk-full', 'unreachable', 'library-missing'] as const)(
    '%s ends the run: the next file would fail alike',
    async (code) => {
      const failing: Ask = (method, input) => {
        if (method === 'article.import' && (input as { name: string }).name === '2.txt')
          return Promise.reject(new DeskError(code, 'planted'))
        return ask(method, input)
      }
      const report = await runImport({
        files: [1, 2, 3].map((number) => story(`${number}.txt`)),
        ask: failing,
        signal: { aborted: false },
        onProgress: () => undefined,
      })
      expect(report.articles).toHaveLength(1)
      expect(report).toMatchObject({
        done: 1,
        total: 3,
        failed: [],
        stopped: { kind: 'failed', error: { code } },
      })
    },
  )
})
