import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtMidad, midad, midadJson, testFolder } from '../../support/midad.ts'
import { article, idOf, lay } from '../../support/temp-library.ts'
import { unpacked } from '../../support/unpacked.ts'

let folder: string
let remove: () => void
let library: string
beforeAll(builtMidad)
beforeEach(async () => {
  ;({ folder, remove } = testFolder())
  library = join(folder, 'library')
  await mkdir(library)
  for (const number of [1, 2, 3]) {
    const fields = { slug: `story-${number}`, date: '2026-11-27T09:00:00+03:00' }
    const laid = article(idOf(number), { headline: `خبر ${number}` })
    await lay(
      join(library, 'articles', idOf(number), 'article.json'),
      JSON.stringify({ ...laid, fields: { ...laid.fields, ...fields } }),
    )
  }
})
afterEach(() => remove())

interface Json {
  files: { id: string; format: string; path: string; bytes: number; warnings: unknown[] }[]
  failed: { id: string; format: string; code: string }[]
  error?: { code: string; message: string }
}
const out = () => join(folder, 'out')
const run = async (...words: string[]) => {
  const { code, json } = await midadJson(['export', ...words, '--out', out(), '--library', library])
  return { code, ...(json as Json) }
}

describe('midad export', () => {
  test('writes several formats, said with commas or one after the other, each once and in the order of the articles', async () => {
    const { code, files, failed } = await run('--all', '--format', 'html,zip', '--format', 'html')
    expect([code, failed]).toEqual([0, []])
    expect(files.map(({ id, format }) => `${id} ${format}`)).toEqual(
      [3, 2, 1].flatMap((number) => [`${idOf(number)} html`, `${idOf(number)} zip`]),
    )
    for (const { path, bytes } of files) expect((await readFile(path)).length).toBe(bytes)
    expect((await readdir(out())).toSorted()).toEqual(
      [1, 2, 3].flatMap((number) => [`2026-11-27-story-${number}.html`, `2026-11-27-story-${number}.zip`]),
    )
  })

  test('takes options of the formats, said to all that have them or to one', async () => {
    const sizes = async (...options: string[]) =>
      (await run(idOf(1), '--format', 'html,zip', ...options)).files
    const [plain] = await sizes()
    const [modern, zip] = await sizes('--option', 'theme=modern', '--option', 'zip.pictures=no')
    expect(modern?.bytes).not.toBe(plain?.bytes)
    const page = (await unpacked(await readFile(zip?.path ?? '')))['story-1.html']
    expect(String(page)).toContain('class="modern"')
    const [same] = await sizes('--option', 'zip.theme=modern')
    expect(same?.bytes).toBe(plain?.bytes)
  })

  test('lays an item in a folder of its own, and beside an older one where that is there', async () => {
    const lay = () => run(idOf(1), '--format', 'ninjs', '--option', 'packaged=folder')
    expect((await lay()).files.map(({ path }) => path)).toEqual([join(out(), '2026-11-27-story-1.ninjs')])
    const [again] = (await lay()).files
    expect(again?.path).toBe(join(out(), '2026-11-27-story-1-2.ninjs'))
    expect(await readdir(again?.path ?? '')).toEqual([`${idOf(1)}.json`])
  })

  test('names files by a pattern, and packs all of them into one', async () => {
    const { files } = await run('--all', '--pattern', '{slug}_{language}', '--zip')
    const zips = await readdir(out())
    expect(zips).toEqual([expect.stringMatching(/^midad-\d{4}-\d\d-\d\d\.zip$/)])
    const packed = await unpacked(await readFile(join(out(), zips[0] ?? '')))
    expect(Object.keys(packed)).toEqual([3, 2, 1].map((number) => `story-${number}_ar.html`))
    expect(files.map(({ path }) => path)).toEqual(
      Object.keys(packed).map((name) => join(out(), zips[0] ?? '', name)),
    )
  })

  test('takes the formats and options that are remembered under a name', async () => {
    const target = {
      id: 't',
      name: 'الموقع',
      formats: ['zip', 'hologram'],
      options: { zip: { html: false } },
      isZip: false,
    }
    await mkdir(join(library, 'desk'), { recursive: true })
    await writeFile(join(library, 'desk', 'settings.json'), JSON.stringify({ exportTargets: [target] }))
    const { files } = await run(idOf(1), '--target', 'الموقع')
    expect(files.map(({ format }) => format)).toEqual(['zip'])
    expect(
      Object.keys(await unpacked(await readFile(files[0]?.path ?? ''))).some((name) =>
        name.endsWith('.html'),
      ),
    ).toBe(false)
    const { code, error } = await run(idOf(1), '--target', 'Website')
    expect([code, error]).toMatchObject([
      2,
      { code: 'wrong-usage', message: expect.stringContaining('الموقع') },
    ])
  })

  test('says which format failed of an article, and goes on with the rest', async () => {
    await writeFile(join(library, 'articles', idOf(2), 'article.json'), '{"schemaVersion":1')
    const { code, files, failed } = await run(idOf(1), idOf(2), '--format', 'html,zip')
    expect(code).toBe(1)
    expect(files.map(({ format }) => format)).toEqual(['html', 'zip'])
    expect(failed.map(({ id, format }) => [id, format])).toEqual([
      [idOf(2), 'html'],
      [idOf(2), 'zip'],
    ])
  })

  test.each([
    ['an option that no chosen format has', ['--option', 'columns=72']],
    ['an option without a value', ['--option', 'theme']],
    ['a switch that is neither yes nor no', ['--format', 'zip', '--option', 'pictures=maybe']],
    ['a format that there is not among others', ['--format', 'html,pdf2']],
    ['a pattern that tells no articles apart', ['--pattern', '{date}']],
    ['a pattern with a part that there is not', ['--pattern', '{slug}-{author}']],
  ])('%s is wrong usage, and nothing is written', async (_what, words) => {
    const { code } = await run('--all', ...words)
    expect(code).toBe(2)
    await expect(readdir(out())).rejects.toThrow('ENOENT')
  })

  test('a theme that there is not fails each article with its code', async () => {
    const { code, failed } = await run(idOf(1), '--option', 'theme=baroque')
    expect([code, failed]).toMatchObject([1, [{ code: 'unknown-theme' }]])
  })

  test('names the options of every format in its help', async () => {
    const { stdout } = await midad(['export', '--help'])
    expect(stdout).toMatch(/html\.theme=THEME .*house theme/)
    expect(stdout).toMatch(/zip\.pictures=yes\|no /)
  })
})
