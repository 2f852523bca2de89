import { beforeEach, expect, test, vi } from 'vitest'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { WindowFiles } from '../../../renderer/app/window-files.ts'
import type { Told } from '../../../renderer/app/window-state.ts'

type Answer = (input: Record<string, unknown>) => unknown
let told: Told[]
let shown: string[]
let opened: string[]
let kept: number
beforeEach(() => {
  told = []
  shown = []
  opened = []
  kept = 0
})

/** Takes text files and nothing else. */
const takesText: Record<string, Answer> = {
  'article.reads': ({ name }) => ({ reads: String(name).endsWith('.txt') }),
  'article.import': ({ name }) => ({
    articles: [{ id: `id of ${String(name)}`, source: name, headline: '', language: 'ar', warnings: [] }],
    failed: [],
  }),
}

function filesOver(answers: Record<string, Answer>) {
  const asked: [string, Record<string, unknown>][] = []
  const desk = {
    call: async (method: string, input: Record<string, unknown>) => {
      asked.push([method, input])
      return answers[method]?.(input)
    },
  } as unknown as DeskClient
  const bulk = new WindowFiles({
    desk,
    keep: async () => void (kept += 1),
    flush: async () => undefined,
    open: async (id) => void opened.push(id),
    tell: (each) => void told.push(each),
  })
  bulk.showWith((dialog) => shown.push(dialog))
  return { bulk, asked }
}
const files = (...names: string[]) => names.map((name) => new File([name], name))
const many = (count: number) => files(...Array.from({ length: count }, (_, at) => `${at + 1}.txt`))

test('a file or two are told in passing, and the first is opened', async () => {
  const { bulk } = filesOver(takesText)
  await bulk.import(files('b.txt', 'a.txt'))
  expect(told).toMatchObject([{ kind: 'imported', count: 2, errors: [] }])
  expect([opened, shown, kept]).toEqual([['id of a.txt'], [], 1])
})

test('a single file that cannot be taken is told in passing, with its reason', async () => {
  const { bulk } = filesOver(takesText)
  await bulk.import(files('bad.exe'))
  expect(told).toMatchObject([{ kind: 'imported', count: 0, errors: [{ code: 'unsupported-file' }] }])
})

test('of several the report says which one could not be taken', async () => {
  const { bulk } = filesOver(takesText)
  await bulk.import(files('good.txt', 'bad.exe'))
  expect([told, shown]).toEqual([[], ['import-many']])
  expect(bulk.imports.state()).toMatchObject({
    phase: 'done',
    report: { articles: [{ source: 'good.txt' }], failed: [{ source: 'bad.exe', kind: '.exe' }] },
  })
})

test('many come in beside the dialog, which does not come back once it was closed; nothing is opened unasked', async () => {
  const { bulk } = filesOver(takesText)
  await bulk.import([...many(12), ...files('.DS_Store', '~$1.txt')])
  expect([shown, opened, told]).toEqual([['import-many'], [], []])
  expect(bulk.imports.state()).toMatchObject({ phase: 'done', done: 12, total: 12, report: { failed: [] } })
})

test('a cancel stops after the file at hand and keeps what came in', async () => {
  const { bulk } = filesOver({
    ...takesText,
    'article.import': (input) => {
      if (input.name === '6.txt') bulk.imports.cancel()
      return takesText['article.import']?.(input)
    },
  })
  await bulk.import(many(12))
  const { report } = bulk.imports.state() ?? {}
  expect(report?.articles.map(({ source }) => source)).toEqual(many(6).map(({ name }) => name))
  expect(report).toMatchObject({ done: 6, total: 12, stopped: { kind: 'cancelled' } })
})

test('what is let go over the window meanwhile is put behind the rest', async () => {
  let more: Promise<void> | undefined
  const { bulk } = filesOver({
    ...takesText,
    'article.import': async (input) => {
      if (input.name === '2.txt') await (more = bulk.import(files('later.txt')))
      return takesText['article.import']?.(input)
    },
  })
  await bulk.import(many(6))
  await more
  expect(bulk.imports.state()).toMatchObject({ done: 7, total: 7, phase: 'done' })
  expect(bulk.imports.state()?.report?.articles.at(-1)?.source).toBe('later.txt')
})

test('what comes after a cancel waits for the file at hand, and comes in too', async () => {
  let more: Promise<void> | undefined
  const { bulk } = filesOver({
    ...takesText,
    'article.import': (input) => {
      if (input.name === '2.txt') {
        bulk.imports.cancel()
        more = bulk.import(files('later.txt'))
      }
      return takesText['article.import']?.(input)
    },
  })
  await bulk.import(many(6))
  await more
  expect(told).toMatchObject([{ kind: 'imported', count: 1 }])
  expect(opened).toEqual(['id of later.txt'])
})

const page = { formats: [{ id: 'html' }], options: {}, isZip: false }

test('two presses on Export ask once', async () => {
  const { bulk, asked } = filesOver({ 'host.openExport': () => null })
  bulk.exportArticles(['a'])
  await Promise.all([bulk.startExport(page), bulk.startExport(page)])
  expect(asked.map(([method]) => method)).toEqual(['host.openExport'])
})

test('articles go out one after another into what the host has opened, which is closed in the end', async () => {
  const { bulk, asked } = filesOver({
    'host.openExport': () => ({ run: 'r', place: '/out' }),
    'host.exportInto': ({ id }) => ({ name: `${String(id)}.html`, bytes: 1, warnings: [] }),
    'host.closeExport': () => null,
  })
  bulk.exportArticles(['a', 'b'])
  await bulk.startExport(page)
  expect(shown).toEqual(['export-many'])
  expect(asked.map(([method, { id }]) => [method, id])).toEqual([
    ['host.openExport', undefined],
    ['host.exportInto', 'a'],
    ['host.exportInto', 'b'],
    ['host.closeExport', undefined],
  ])
  expect(bulk.exports.state()?.report).toMatchObject({
    place: '/out',
    files: [{ id: 'a' }, { id: 'b' }],
    failed: [],
  })
})

test('an export that its user thought better of leaves the choice as it was', async () => {
  const { bulk } = filesOver({ 'host.openExport': () => null })
  bulk.exportArticles(['a'])
  await bulk.startExport(page)
  expect([bulk.exports.state(), bulk.chosen()]).toEqual([null, 1])
})

test('a zip that cannot be ended is told as one that broke', async () => {
  vi.stubGlobal('document', { createElement: () => ({ click: () => undefined }) })
  const { bulk } = filesOver({
    'host.openExport': () => ({ run: 'r', download: '/export/r' }),
    'host.exportInto': () => ({ name: 'a.html', bytes: 1, warnings: [] }),
    'host.closeExport': () => Promise.reject(new Error('gone')),
  })
  bulk.exportArticles(['a'])
  await bulk.startExport(page)
  expect(bulk.exports.state()?.report).toMatchObject({ place: null, stopped: { kind: 'failed' } })
  vi.unstubAllGlobals()
})

test('one article goes out in several formats, and it is shown how far once its user has said where', async () => {
  let answer: unknown = null
  const { bulk, asked } = filesOver({
    'host.openExport': () => answer,
    'host.exportInto': ({ format }) => ({ name: `a.${String(format)}`, bytes: 1, warnings: [] }),
    'host.closeExport': () => null,
  })
  const formats = [{ id: 'html' }, { id: 'rss', holdsMany: true }]
  const choice = { formats, options: { html: { theme: 'modern' } }, isZip: true, target: 'site' }
  await bulk.send('a', choice)
  expect([shown, bulk.exports.state()]).toEqual([[], null])
  answer = { run: 'r', place: '/out' }
  await bulk.send('a', choice)
  expect(shown).toEqual(['export-many'])
  expect(asked.slice(1)).toMatchObject([
    ['host.openExport', { isZip: true, target: 'site' }],
    ['host.exportInto', { run: 'r', id: 'a', format: 'html', options: { theme: 'modern' } }],
    ['host.exportInto', { run: 'r', id: 'a', format: 'rss' }],
    ['host.closeExport', { run: 'r' }],
  ])
  expect(bulk.exports.state()?.report).toMatchObject({
    isOfSeveral: true,
    isTried: false,
    files: [{ name: 'a.html' }, { name: 'a.rss' }],
  })
})

test('a look at what would be lost writes nothing and asks for no folder', async () => {
  const lost = { code: 'embargo', message: '' }
  const { bulk, asked } = filesOver({
    'article.tryExport': ({ id }) => ({ name: `${String(id)}.html`, warnings: [lost] }),
  })
  bulk.exportArticles(['a', 'b'])
  await bulk.tryExport(page)
  expect(asked.map(([method]) => method)).toEqual(['article.tryExport', 'article.tryExport'])
  expect(bulk.exports.state()?.report).toMatchObject({ isTried: true, files: [{ warnings: [lost] }, {}] })
})
