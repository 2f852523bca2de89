import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { png } from '../../support/pictures.ts'
import { builtMidad, midad, midadJson, startMidad, testFolder } from '../../support/midad.ts'

let folder: string
let remove: () => void
let library: string[]
let inbox: string
beforeAll(builtMidad)
beforeEach(async () => {
  ;({ folder, remove } = testFolder())
  library = ['--library', join(folder, 'library')]
  inbox = join(folder, 'وارد')
  await mkdir(join(inbox, '2024/.git'), { recursive: true })
})
afterEach(() => remove())

const put = (name: string, text: string | Uint8Array) => writeFile(join(inbox, name), text)
const story = (name: string, number: number) => put(name, `خبر ${number}\n\nفقرة من الخبر ${number}.\n`)
interface Json {
  articles: { source: string; warnings: { code: string }[] }[]
  failed: { source: string; code: string }[]
}

describe('a folder', () => {
  test('comes in with all that is in it in its natural order, without what systems leave, and names what it could not take', async () => {
    for (const number of [10, 2, 1]) await story(`2024/story ${number}.txt`, number)
    await story('b.txt', 4)
    await put('c.txt', 'خبر 4\n\nفقرة من الخبر 4.\n')
    await put('damaged.midad', '{"schemaVersion":1,"id":')
    await put('two.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    await put('one.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$b.docx', '2024/.git/config'])
      await put(name, 'x')
    const { code, json, stderr } = await midadJson(['import', inbox, ...library])
    const { articles, failed } = json as Json
    expect(articles.map(({ source }) => source)).toEqual(
      ['2024/story 1.txt', '2024/story 2.txt', '2024/story 10.txt', 'b.txt', 'c.txt'].map((name) =>
        join(inbox, name),
      ),
    )
    expect(articles.map(({ warnings }) => warnings.map((each) => each.code).join())).toEqual([
      '',
      '',
      '',
      '',
      'same-file',
    ])
    expect(failed.map(({ source, code: why }) => [source, why])).toEqual([
      [join(inbox, 'damaged.midad'), 'unreadable'],
      [join(inbox, 'one.JPG'), 'unsupported-file'],
      [join(inbox, 'two.jpg'), 'unsupported-file'],
    ])
    expect([code, stderr.split('\n').length]).toEqual([1, 2])
  })

  test('gives pages the pictures beside them, takes nothing that was saved with one for a story, and refuses what is too large unread', async () => {
    const picture = Buffer.from(png(2, 1))
    const page = (src: string) =>
      `<!doctype html><html lang="ar"><article><h1>خبر</h1><p>فقرة من الخبر.</p><img src="${src}"></article>`
    await mkdir(join(inbox, 'صفحة_files'))
    await mkdir(join(inbox, 'media'))
    await put('صفحة.html', page('./%D8%B5%D9%81%D8%AD%D8%A9_files/1.png'))
    await put('صفحة_files/1.png', picture)
    await put('صفحة_files/advert.html', page(''))
    await put('media/2.png', Buffer.concat([picture, Buffer.from([0])]))
    await put('second.html', page('media/2.png'))
    await put('large.txt', '')
    await truncate(join(inbox, 'large.txt'), 500 * 1024 * 1024)
    const { json } = await midadJson(['import', inbox, ...library])
    const { articles, failed } = json as Json
    expect(articles.map(({ source, warnings }) => [basename(source), warnings.length])).toEqual([
      ['second.html', 0],
      ['صفحة.html', 0],
    ])
    expect(failed.map(({ source, code }) => [basename(source), code])).toEqual([['large.txt', 'too-large']])
    const alone = (await midadJson(['import', join(inbox, 'صفحة.html'), ...library])).json as Json
    expect(alone.articles[0]?.warnings).toEqual([])
  })

  test('of many files of a kind that Midad does not read is told in one line', async () => {
    for (let number = 0; number < 30; number += 1) await put(`${number}.jpg`, Buffer.from([0xff, 0xd8]))
    await story('a.txt', 1)
    const { stdout } = await midad(['import', inbox, ...library])
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('30 × .jpg')
  })

  test('that is interrupted keeps what came in, finishes the file at hand, and says how many are left', async () => {
    for (let number = 0; number < 2000; number += 1) await story(`${number}.txt`, number)
    const { stdout, code } = await interrupted(['import', inbox, ...library, '--json'], () =>
      articlesIn(folder),
    )
    const said = JSON.parse(stdout) as Json & { left: number; stopped: unknown }
    expect(code).toBe(1)
    expect(said.stopped).toEqual({ code: 'stopped' })
    expect(said.articles.length + said.left).toBe(2000)
    expect(said.left).toBeGreaterThan(0)
    const { json } = await midadJson(['verify', ...library])
    expect(json).toEqual({ ok: true, articles: said.articles.length, problems: [] })
  })
})

test('an export that is interrupted keeps whole files, and says how many are left', async () => {
  for (let number = 0; number < 60; number += 1) await story(`${number}.txt`, number)
  await midad(['import', inbox, ...library])
  const out = join(folder, 'out')
  const args = ['export', '--all', '--out', out, ...library, '--json']
  const { stdout, code } = await interrupted(args, () =>
    readdir(out).then(
      (names) => names.length,
      () => 0,
    ),
  )
  const said = JSON.parse(stdout) as { files: unknown[]; left: number; stopped: unknown }
  expect([code, said.stopped]).toEqual([1, { code: 'stopped' }])
  expect(said.files.length + said.left).toBe(60)
  expect(said.left).toBeGreaterThan(0)
  expect(await readdir(out)).toHaveLength(said.files.length)
})

const articlesIn = (place: string) =>
  readdir(join(place, 'library/articles')).then(
    (names) => names.length,
    () => 0,
  )

/** Runs it and sends one SIGINT once something is done. */
async function interrupted(args: string[], countDone: () => Promise<number>) {
  const child = startMidad(args)
  let stdout = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  while ((await countDone()) < 3 && child.exitCode === null) await pause(5)
  child.kill('SIGINT')
  return { code: await ended, stdout }
}
