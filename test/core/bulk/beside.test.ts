import { beforeEach, describe, expect, test } from 'vitest'
import { besideEachOther } from '../../../core/bulk/beside.ts'
import { runImport, type BulkFile } from '../../../core/bulk/import-run.ts'
import type { Ask } from '../../../core/bulk/run.ts'
import { partOfSavedPage } from '../../../core/bulk/saved-pages.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { toBase64 } from '../../../core/model/base64.ts'
import { storyPictures } from '../../../core/model/map-story.ts'
import { callsThrough } from '../../../electron/node/call-desk.ts'
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports.ts'
import { png } from '../export/story.ts'

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

const file = (path: string, content: string | Uint8Array = png, size?: number): BulkFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    path,
    open: () =>
      Promise.resolve({
        name: path.split('/').at(-1) ?? '',
        size: size ?? bytes.length,
        head: (count) => Promise.resolve(toBase64(bytes.subarray(0, count))),
        read: () => Promise.resolve({ base64: toBase64(bytes), hash: path }),
      }),
  }
}
const page = (path: string, ...pictures: string[]) =>
  file(
    path,
    `<!doctype html><html lang="ar"><article><h1>خبر</h1><p>فقرة من الخبر.</p>${pictures.map((src) => `<img src="${src}">`).join('')}</article>`,
  )
const run = (...files: BulkFile[]) =>
  runImport({
    files: besideEachOther(files.map((each) => ({ path: each.path, file: each }))),
    ask,
    signal: { aborted: false },
    onProgress: () => undefined,
  })
const pictures = () =>
  [...ports.articles.files.values()].map((read) =>
    read.kind === 'article' ? storyPictures(read.article.body).length : -1,
  )

describe('a folder', () => {
  test('gives a saved page the pictures of its folder, and takes nothing of that for a story', async () => {
    const report = await run(
      page('وارد/خبر.html', './%D8%AE%D8%A8%D8%B1_files/a.png', 'خبر_files/b.png'),
      file('وارد/خبر_files/a.png'),
      file('وارد/خبر_files/b.png', Uint8Array.from([...png, 0])),
      page('وارد/خبر_files/advert.html'),
      file('وارد/خبر_files/page.css', 'p{}'),
    )
    expect(report).toMatchObject({ articles: [{ source: 'وارد/خبر.html' }], failed: [], total: 1, done: 1 })
    expect(pictures()).toEqual([2])
  })

  test('tells of its pictures only where no story has them, whichever comes first', async () => {
    const report = await run(
      file('media/1.png'),
      file('media/2.png'),
      page('story.html', 'media/1.png', '../media/2.png'),
      page('z.html', 'zz.png'),
      file('zz.png'),
    )
    expect(report.failed.map(({ source, kind }) => [source, kind])).toEqual([['media/2.png', '.png']])
    expect(pictures()).toEqual([1, 1])
    expect(report.done).toBe(5)
  })

  test('without pictures asks nothing about what lies beside, nor does a kind that holds its own', async () => {
    await run(page('a.html'), file('b.txt', 'خبر\n\nفقرة.'))
    await run(file('b.txt', 'خبر\n\nفقرة.'), file('c.jpg'))
    expect(asked.filter((call) => call.startsWith('article.beside'))).toEqual([])
  })

  test('whose pictures are more than goes with one file brings as many as do, and says so', async () => {
    const large = new Uint8Array(13 * 1024 * 1024)
    large.set(png)
    const report = await run(page('a.html', '1.png', '2.png'), file('1.png', large), file('2.png', large))
    expect(report.articles[0]?.warnings.map(({ code }) => code)).toEqual(['picture-elsewhere'])
    expect(pictures()).toEqual([1])
  })
})

test('a folder is a saved page’s only beside that page', () => {
  const isPart = partOfSavedPage([
    'a/page.HTM',
    'a/page_files/1.js',
    'page_files/story.txt',
    'a/news.html',
    'a/news/b.txt',
  ])
  expect(['a/page_files/1.js', 'a/Page_Files/deep/1.js'].map(isPart)).toEqual([true, true])
  expect(['page_files/story.txt', 'a/news/b.txt', 'a/page.HTM', 'a/page_files'].map(isPart)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
