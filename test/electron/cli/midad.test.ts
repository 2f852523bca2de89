import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtMidad, midad, midadJson, testFolder } from '../../support/midad.ts'

let folder: string
let library: string
let remove: () => void
beforeAll(builtMidad)
beforeEach(() => {
  ;({ folder, remove } = testFolder())
  library = join(folder, 'library')
})
afterEach(() => remove())

const inLibrary = (...args: string[]) => midadJson([...args, '--library', library])
async function newArticle(headline: string, language = 'ar'): Promise<string> {
  const { json } = await inLibrary('new', '--headline', headline, '--language', language)
  return (json as { id: string }).id
}
const isoWithZone = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/
const articleId = /^[0-9A-HJKMNP-TV-Z]{26}$/

describe('new', () => {
  test('starts an article, and a library where there is none, and adds nothing else', async () => {
    const { code, stdout, stderr, json } = await inLibrary('new', '--headline', 'خبر', '--language', 'ckb')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(json).toEqual({ id: expect.stringMatching(articleId) as string })
    expect(stdout).toBe(`${JSON.stringify(json)}\n`)
    expect(await readdir(join(library, 'articles'))).toEqual([(json as { id: string }).id])
  })

  test('without --json prints the id alone', async () => {
    const { stdout } = await midad(['new', '--library', library])
    expect(stdout.trim()).toMatch(articleId)
  })
})

describe('list', () => {
  test('has exactly the promised columns', async () => {
    const id = await newArticle('أول')
    const { json } = await inLibrary('list')
    expect(json).toEqual({
      articles: [
        {
          id,
          headline: 'أول',
          language: 'ar',
          status: 'draft',
          date: null,
          updatedAt: expect.stringMatching(isoWithZone) as string,
          words: 0,
        },
      ],
      total: 1,
    })
  })

  test('--limit cuts the list and not the total, --status chooses', async () => {
    for (const headline of ['a', 'b', 'c']) await newArticle(headline, 'en')
    const limited = (await inLibrary('list', '--limit', '2')).json as { articles: unknown[]; total: number }
    expect([limited.articles.length, limited.total]).toEqual([2, 3])
    expect((await inLibrary('list', '--status', 'published')).json).toEqual({ articles: [], total: 0 })
  })

  test('of a library that is not there says so, and founds none', async () => {
    const { code, json, stderr } = await inLibrary('list')
    expect(code).toBe(1)
    expect(json).toMatchObject({ error: { code: 'library-missing' } })
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
    expect(existsSync(library)).toBe(false)
  })
})

describe('search', () => {
  test('finds a word whatever the spelling of its letters, with the promised columns', async () => {
    const id = await newArticle('إعادة إعمار المدرسة')
    await newArticle('نشرة الطقس')
    const { json } = await inLibrary('search', 'اعمار')
    expect(json).toEqual({
      hits: [{ id, headline: 'إعادة إعمار المدرسة', excerpt: expect.any(String) as string, language: 'ar' }],
      total: 1,
      ms: expect.any(Number) as number,
    })
  })

  test('takes several words as one query, and a limit', async () => {
    await newArticle('solar ferry one', 'en')
    await newArticle('solar ferry two', 'en')
    const { json } = await inLibrary('search', 'solar', 'ferry', '--limit', '1')
    expect(json).toMatchObject({ hits: [{ language: 'en' }], total: 2 })
  })
})

describe('show', () => {
  test('prints the article as its file has it', async () => {
    const id = await newArticle('كما هو')
    const { json } = await inLibrary('show', id)
    const file = await readFile(join(library, 'articles', id, 'article.json'), 'utf8')
    expect(json).toEqual(JSON.parse(file))
  })

  test('prints a file of a newer Midad whole, unknown parts too', async () => {
    const id = await newArticle('من الغد')
    const path = join(library, 'articles', id, 'article.json')
    const stored = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    const body = { type: 'doc', content: [{ type: 'hologram', attrs: { seed: 7 } }] }
    await writeFile(path, JSON.stringify({ ...stored, schemaVersion: 99, body }))
    const { json } = await inLibrary('show', id)
    expect(json).toMatchObject({ schemaVersion: 99, body })
  })

  test('an article that is not there is a failure with its code', async () => {
    await newArticle('x')
    const { code, json, stderr } = await inLibrary('show', '01HZZZZZZZZZZZZZZZZZZZZZZZ')
    expect(code).toBe(1)
    expect(json).toMatchObject({ error: { code: 'not-found' } })
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
  })
})

describe('import', () => {
  const text = 'عنوان الخبر\n\nالفقرة الأولى من الخبر.\n\nالفقرة الثانية.\n'

  test('takes files and folders in a stable order; one bad file never stops the rest', async () => {
    const inbox = join(folder, 'inbox')
    await mkdir(join(inbox, 'more'), { recursive: true })
    await writeFile(join(inbox, 'b.txt'), text)
    await writeFile(join(inbox, 'a.txt'), text)
    await writeFile(join(inbox, 'more', 'c.txt'), text)
    await writeFile(join(inbox, 'bad.bin'), Buffer.from([0, 1, 2, 255, 0, 0]))
    await writeFile(join(inbox, '.hidden.txt'), text)
    await symlink(inbox, join(inbox, 'more', 'circle'))
    const missing = join(folder, 'missing.txt')
    const { code, json, stderr } = await inLibrary('import', inbox, missing)
    expect(code).toBe(1)
    const result = json as {
      articles: { source: string }[]
      failed: { source: string; code: string; message: string }[]
    }
    expect(result.articles.map(({ source }) => source)).toEqual(
      ['a.txt', 'b.txt', 'more/c.txt'].map((name) => join(inbox, name)),
    )
    expect(result.articles[0]).toEqual({
      id: expect.stringMatching(articleId) as string,
      source: join(inbox, 'a.txt'),
      headline: 'عنوان الخبر',
      language: 'ar',
      warnings: expect.any(Array) as unknown[],
    })
    expect(result.failed.map(({ source }) => source)).toEqual([
      join(inbox, 'bad.bin'),
      join(inbox, 'more/circle'),
      missing,
    ])
    for (const failure of result.failed) {
      expect(Object.keys(failure).sort()).toEqual(['code', 'message', 'source'])
    }
    expect(result.failed.at(-1)?.code).toBe('not-found')
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
    expect((await inLibrary('list')).json).toMatchObject({ total: 3 })
  })

  test('--language is the language of what comes in', async () => {
    await writeFile(join(folder, 'x.txt'), text)
    const { json } = await inLibrary('import', join(folder, 'x.txt'), '--language', 'fa')
    expect(json).toMatchObject({ articles: [{ language: 'fa' }], failed: [] })
  })

  test('a file that is too large is refused without being read', async () => {
    await writeFile(join(folder, 'huge.txt'), Buffer.alloc(25 * 1024 * 1024, 0x61))
    const { code, json } = await inLibrary('import', join(folder, 'huge.txt'))
    expect(code).toBe(1)
    expect(json).toMatchObject({ articles: [], failed: [{ code: 'too-large' }] })
  })
})

describe('export', () => {
  const out = () => join(folder, 'out', 'site')

  test('writes html by default, in a folder that it makes, and says what it wrote', async () => {
    const id = await newArticle('خبر للموقع')
    const { code, json } = await inLibrary('export', id, '--out', out())
    expect(code).toBe(0)
    const { files } = json as { files: { path: string; bytes: number }[] }
    expect(json).toEqual({
      files: [
        {
          id,
          format: 'html',
          path: expect.stringMatching(/\.html$/) as string,
          bytes: expect.any(Number) as number,
          warnings: expect.any(Array) as unknown[],
        },
      ],
      failed: [],
    })
    const content = await readFile(files[0]?.path ?? '')
    expect(content).toHaveLength(files[0]?.bytes ?? 0)
    expect(content.toString('utf8')).toContain('خبر للموقع')
    expect(await readdir(out())).toHaveLength(1)
  })

  test('never writes over a file unasked', async () => {
    const id = await newArticle('same')
    const again = async (...more: string[]) =>
      ((await inLibrary('export', id, '--out', out(), ...more)).json as { files: { path: string }[] })
        .files[0]?.path ?? ''
    const first = await again()
    await writeFile(first, 'edited by hand')
    const second = await again()
    expect(second).toBe(first.replace(/\.html$/, '-2.html'))
    expect(await again()).toBe(first.replace(/\.html$/, '-3.html'))
    expect(await readFile(first, 'utf8')).toBe('edited by hand')
    expect(await again('--overwrite')).toBe(first)
    expect(await readFile(first, 'utf8')).not.toBe('edited by hand')
  }, 120_000)

  test('two articles of one headline never replace each other, not even with --overwrite', async () => {
    await newArticle('twins', 'en')
    await newArticle('twins', 'en')
    const { json } = await inLibrary('export', '--all', '--overwrite', '--out', out())
    const paths = (json as { files: { path: string }[] }).files.map(({ path }) => path)
    expect(new Set(paths).size).toBe(2)
    expect(await readdir(out())).toHaveLength(2)
  })

  test('one that fails does not stop the others', async () => {
    const id = await newArticle('good')
    const missing = '01HZZZZZZZZZZZZZZZZZZZZZZZ'
    const { code, json, stderr } = await inLibrary('export', missing, id, '--out', out())
    expect(code).toBe(1)
    expect(json).toMatchObject({ files: [{ id }], failed: [{ id: missing, code: 'not-found' }] })
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
  })

  test('a folder that cannot be made is a failure', async () => {
    await writeFile(join(folder, 'out'), 'a file stands in the way')
    const id = await newArticle('good')
    const { code, json } = await inLibrary('export', id, '--out', out())
    expect(code).toBe(1)
    expect(json).toMatchObject({ error: { code: 'unwritable' } })
  })
})

test('formats are listed without a library', async () => {
  const { code, json } = await midadJson(['formats', '--library', join(folder, 'none')])
  expect(code).toBe(0)
  const { formats } = json as { formats: { id: string }[] }
  expect(formats.find(({ id }) => id === 'html')).toEqual({
    id: 'html',
    label: expect.any(String) as string,
    extension: 'html',
    mime: 'text/html',
  })
  for (const format of formats) expect(Object.keys(format)).toEqual(['id', 'label', 'extension', 'mime'])
})

describe('verify', () => {
  test('a sound library is ok', async () => {
    await newArticle('good')
    const { code, json } = await inLibrary('verify')
    expect([code, json]).toEqual([0, { ok: true, articles: 1, problems: [] }])
  })

  test('a damaged article is a problem and the exit code says so', async () => {
    const id = await newArticle('bad')
    await writeFile(join(library, 'articles', id, 'article.json'), '{"schemaVersion":1,')
    const { code, json, stderr } = await inLibrary('verify')
    expect(code).toBe(1)
    const { ok, problems } = json as { ok: boolean; problems: object[] }
    expect(ok).toBe(false)
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(Object.keys(problem).sort()).toEqual(['code', 'message', 'path'])
    expect(stderr).toMatch(/^midad: [^\n]+\n$/)
  })
})

describe('verify of a damaged article that is kept in a version', () => {
  test('names it and changes nothing; with --repair mends it and says so, and then finds nothing', async () => {
    const id = await newArticle('kept')
    const path = join(library, 'articles', id, 'article.json')
    const good = await readFile(path, 'utf8')
    const versions = join(library, 'articles', id, 'versions')
    await mkdir(versions)
    await writeFile(join(versions, '2026-11-26T10-00-00-000Z-r0-named.json'), good)
    await writeFile(path, good.slice(0, 50))
    const problems = [{ code: 'damaged', path: `articles/${id}/article.json`, message: 'not JSON' }]
    for (let look = 0; look < 2; look += 1) {
      const { code, json } = await inLibrary('verify')
      expect([code, json]).toEqual([1, { ok: false, articles: 0, problems }])
    }
    expect(await readFile(path, 'utf8')).toBe(good.slice(0, 50))
    const repaired = await inLibrary('verify', '--repair')
    expect([repaired.code, repaired.json]).toEqual([0, { ok: true, articles: 1, problems }])
    expect((await inLibrary('verify')).json).toEqual({ ok: true, articles: 1, problems: [] })
    expect((await inLibrary('show', id)).json).toMatchObject({ id, fields: { headline: 'kept' } })
  })
})

describe('the library', () => {
  test('is that of MIDAD_LIBRARY, else Midad in Documents, which is made', async () => {
    const env = { HOME: folder, USERPROFILE: folder }
    await midad(['new'], { env })
    expect(existsSync(join(folder, 'Documents', 'Midad', 'articles'))).toBe(true)
    await midad(['new'], { env: { ...env, MIDAD_LIBRARY: library } })
    expect(existsSync(join(library, 'articles'))).toBe(true)
    const { json } = await midadJson(['list'], { env })
    expect(json).toMatchObject({ total: 1 })
  })

  test('two commands at once wait for each other', async () => {
    await newArticle('first')
    const ended = await Promise.all([1, 2, 3].map((count) => inLibrary('new', '--headline', `n${count}`)))
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0])
    expect((await inLibrary('list')).json).toMatchObject({ total: 4 })
  })
})
