import { randomFillSync } from 'node:crypto'
import { truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { limits } from '../../../core/model/limits.ts'
import { builtMidad, midadJson, serving, testFolder } from '../../support/midad.ts'
import { png } from '../../support/pictures.ts'
import { zipOf } from '../../support/zip.ts'

let folder: string
let remove: () => void
let library: string[]
beforeAll(builtMidad)
beforeEach(() => {
  ;({ folder, remove } = testFolder())
  library = ['--library', join(folder, 'library')]
})
afterEach(() => remove())

interface Json {
  articles: { source: string; headline: string; warnings: { code: string }[] }[]
  failed: { source: string; code: string }[]
}
const mebibyte = 1024 * 1024

/** Something that a viewer would take for a picture, of so many bytes. */
const picture = (bytes: number) =>
  Buffer.concat([Buffer.from(png(2, 1)), randomFillSync(Buffer.alloc(bytes - png(2, 1).length))])

/** A page with two pictures beside it, packed in more than goes over a border of the desk. */
async function largeZip(): Promise<string> {
  const page =
    '<!doctype html><html lang="ar"><article><h1>خبر كبير</h1><p>فقرة من الخبر.</p><img src="media/1.png"><img src="media/2.png"></article></html>'
  const path = join(folder, 'كبير.zip')
  const files = {
    'page.html': page,
    'media/1.png': picture(14 * mebibyte),
    'media/2.png': picture(13 * mebibyte),
  }
  const zip = await zipOf(files, { compress: false })
  expect(zip.length).toBeGreaterThan(limits.fileBytes)
  await writeFile(path, zip)
  return path
}

test('a file that is larger than what goes over a border of the desk comes in whole from a terminal', async () => {
  const { json, code } = await midadJson(['import', await largeZip(), ...library])
  const { articles, failed } = json as Json
  expect(failed).toEqual([])
  expect(articles).toMatchObject([{ headline: 'خبر كبير', warnings: [] }])
  expect(code).toBe(0)
})

test('so does a page whose pictures are written inside it', async () => {
  const inside = (bytes: number) => `<img src="data:image/png;base64,${picture(bytes).toString('base64')}">`
  const path = join(folder, 'كبير.html')
  const page = `<!doctype html><html lang="ar"><article><h1>صفحة كبيرة</h1><p>فقرة من الخبر.</p>${inside(14 * mebibyte)}${inside(13 * mebibyte)}</article></html>`
  await writeFile(path, page)
  const { articles, failed } = (await midadJson(['import', path, ...library])).json as Json
  expect(failed).toEqual([])
  expect(articles).toMatchObject([{ headline: 'صفحة كبيرة', warnings: [] }])
})

test('either is refused where a host holds the library, and the host goes on', async () => {
  const host = await serving(library)
  try {
    const { json } = await midadJson(['import', await largeZip(), ...library])
    expect((json as Json).failed).toMatchObject([{ code: 'too-large' }])
    expect((await midadJson(['list', ...library])).code).toBe(0)
  } finally {
    await host.stop()
  }
})

test('what is more than is read of its kind is refused, and no byte of it read', async () => {
  const sizes = { 'a.zip': limits.archiveBytes + 1, 'b.txt': limits.storedBytes + 1 }
  const paths = Object.entries(sizes).map(([name, size]) => [join(folder, name), size] as const)
  for (const [path, size] of paths) {
    await writeFile(path, '')
    await truncate(path, size)
  }
  const { json } = await midadJson(['import', ...paths.map(([path]) => path), ...library])
  expect((json as Json).failed.map(({ source, code }) => [basename(source), code])).toEqual([
    ['a.zip', 'too-large'],
    ['b.txt', 'too-large'],
  ])
})
