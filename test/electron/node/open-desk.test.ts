import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyBody } from '../../../core/model/body.ts'
import type { Article } from '../../../core/model/article.ts'
import { limits } from '../../../core/model/limits.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { article, filesUnder, idOf, lay, story, tempDesk, tempFolder } from '../../support/temp-library.ts'

const draftOf = ({ id, language, status, fields, body, revision }: Article) => ({
  id,
  language,
  status,
  fields,
  body,
  revision,
})
const marker = (folder: string) => join(folder, 'library.json')

describe('a library that is opened', () => {
  test('is created where it was asked for and gives back what was saved after it was closed', async () => {
    const first = await tempDesk()
    const { article } = await first.desk['article.create']({ headline: 'عنوان', language: 'ar' })
    await first.desk['article.save']({ ...draftOf(article), body: story('الفقرة الأولى') })
    await first.close()
    expect(JSON.parse(await readFile(marker(first.folder), 'utf8'))).toMatchObject({
      format: 'midad-library',
      version: 1,
    })
    expect((await stat(first.folder)).mode & 0o777).toBe(0o700)
    const second = await tempDesk({ folder: first.folder, create: false })
    const opened = await second.desk['article.open']({ id: article.id })
    expect(opened.article).toMatchObject({ body: story('الفقرة الأولى'), revision: 1 })
    expect((await second.desk['article.list']({})).articles.map(({ headline }) => headline)).toEqual([
      'عنوان',
    ])
  })

  test('is missing, not new, where it is gone, or its parent is, or it is a folder of other things', async () => {
    const folder = await tempFolder()
    const opened =
      (...path: string[]) =>
      (create: boolean) =>
        tempDesk({ folder: join(folder, ...path), create }).then(
          () => 'opened',
          ({ code }: { code: string }) => code,
        )
    expect(await opened('gone')(false)).toBe('library-missing')
    expect(await opened('disk', 'gone')(true)).toBe('library-missing')
    expect(await readdir(folder)).toEqual([])
    await lay(join(folder, 'photos', 'a.jpg'), 'a')
    expect(await opened('photos')(false)).toBe('library-missing')
    await writeFile(join(folder, 'file'), '')
    expect(await opened('file')(true)).toBe('library-missing')
    expect(Object.keys(await filesUnder(folder)).toSorted()).toEqual(['file', 'photos/a.jpg'])
  })

  test('that somebody copied without its marker is taken as it is, and gets one', async () => {
    const folder = await tempFolder()
    await lay(join(folder, 'articles', idOf(1), 'article.json'), JSON.stringify(article(idOf(1))))
    const { desk } = await tempDesk({ folder, create: false })
    expect((await desk['article.list']({})).total).toBe(1)
    expect(JSON.parse(await readFile(marker(folder), 'utf8'))).toMatchObject({ format: 'midad-library' })
  })

  test('by two names is one library: the second opens read-only', async () => {
    const { folder } = await tempDesk()
    const { symlink } = await import('node:fs/promises')
    await symlink(folder, `${folder}-link`)
    expect((await tempDesk({ folder: `${folder}-link` })).library.readOnly).toBe(true)
  })

  test('with its own house theme and the shipped ones, unless others are handed in', async () => {
    const { desk } = await tempDesk({ themes: undefined, fonts: undefined })
    const { themes } = await desk['desk.state']({})
    expect(themes.map(({ id }) => id)).toContain('classic')
    const { article } = await desk['article.create']({ headline: 'عنوان الخبر' })
    const file = await desk['article.export']({ id: article.id, format: 'html' })
    // The letters travel inside the page.
    expect(Buffer.from(file.base64, 'base64').toString()).toContain('data:font/woff2')
  })

  test('on a disk that takes no files can be read', async () => {
    const { folder, desk, close } = await tempDesk()
    await desk['article.create']({ headline: 'عنوان' })
    await close()
    const before = await filesUnder(folder)
    const disk = new FaultDisk({
      at: 1,
      fault: 'EROFS',
      lasts: 'from-there',
      counts: (call) => /wx|mkdir|rename|unlink/.test(call),
    })
    const again = await tempDesk({ folder, disk, create: false })
    expect(again.library.readOnly).toBe(true)
    expect((await again.desk['article.list']({})).total).toBe(1)
    await again.close()
    expect(await filesUnder(folder)).toEqual(before)
  })
})

describe('what a killed process left', () => {
  const temp = (folder: string, id: string) =>
    join(folder, 'articles', id, '.article.json.99999.0123456789ab.tmp')
  async function left(content: string) {
    const { folder, desk, close } = await tempDesk()
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    await close()
    await writeFile(join(folder, 'lock.json'), '{}')
    await lay(temp(folder, article.id), content.replaceAll('ID', article.id))
    await lay(join(folder, 'desk', '.index.json.99999.0123456789ab.tmp'), '{')
    await lay(join(folder, 'articles', article.id, '.hidden'), 'not ours')
    const again = await tempDesk({ folder })
    const files = Object.keys(await filesUnder(join(folder, 'articles', article.id))).toSorted()
    expect((await again.desk['article.open']({ id: article.id })).article).toEqual(article)
    expect(await readdir(join(folder, 'desk'))).not.toContain('.index.json.99999.0123456789ab.tmp')
    return files
  }
  test('is removed where it was cut', async () => {
    expect(await left('{"schemaVersion":1,"id":"ID"')).toEqual(['.hidden', 'article.json'])
  })
  test('is removed where it says the same as the article', async () => {
    const same = JSON.stringify(article('ID', { revision: 1, body: emptyBody }))
    expect(await left(same)).toEqual(['.hidden', 'article.json'])
  })
  // A synchroniser may have brought that revision, or a later one, made from other words.
  test.each([0, 1])(
    'is kept among the conflicts where it is whole and says more, as revision %i',
    async (revision) => {
      expect(await left(JSON.stringify(article('ID', { revision })))).toEqual([
        '.hidden',
        'article.json',
        expect.stringMatching(/^conflicts\/.*\.json$/),
      ])
    },
  )

  test('becomes the article where that has no file yet, and nothing is the matter', async () => {
    const { folder, close } = await tempDesk()
    await close()
    await writeFile(join(folder, 'lock.json'), '{}')
    await lay(temp(folder, idOf(1)), JSON.stringify(article(idOf(1), { headline: 'لم يكتمل' })))
    // Two that have come no further than to their folders.
    await mkdir(join(folder, 'articles', idOf(2)))
    await lay(temp(folder, idOf(3)), '{"schemaVersion":1,')
    const { desk } = await tempDesk({ folder })
    expect(await desk['article.list']({})).toMatchObject({ articles: [{ headline: 'لم يكتمل' }], total: 1 })
    expect(await readdir(join(folder, 'articles'))).toEqual([idOf(1)])
    expect(await readdir(join(folder, 'articles', idOf(1)))).toEqual(['article.json'])
    expect(await desk['library.verify']({})).toEqual({ ok: true, articles: 1, problems: [] })
  })
})

describe('while it is open', () => {
  test('another program changes an article: both texts are kept', async () => {
    const { folder, desk, told } = await tempDesk()
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    const path = join(folder, 'articles', article.id, 'article.json')
    await writeFile(path, JSON.stringify({ ...article, body: story('لهم') }))
    const mine = desk['article.save']({ ...draftOf(article), body: story('لنا') })
    await expect(mine).rejects.toMatchObject({ code: 'stale-revision', details: { current: 1 } })
    expect((await desk['article.open']({ id: article.id })).article).toMatchObject({
      revision: 1,
      body: story('لهم'),
    })
    const conflicts = join(folder, 'articles', article.id, 'conflicts')
    const [name = ''] = await readdir(conflicts)
    expect(JSON.parse(await readFile(join(conflicts, name), 'utf8'))).toMatchObject({ body: story('لنا') })
    expect(told.filter((event) => event.name === 'notice')).toMatchObject([
      { data: { code: 'save-refused' } },
    ])
    const saved = await desk['article.save']({ ...draftOf(article), revision: 1, body: story('معا') })
    expect(saved.revision).toBe(2)
  })

  test('the disk is unplugged: told, nothing founded, and all goes on when it is back', async () => {
    const { folder, desk, dispatch } = await tempDesk()
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    await rename(folder, `${folder}-gone`)
    const save = { ...draftOf(article), body: story('نص') }
    for (const [name, input] of [
      ['article.save', save],
      ['article.open', { id: article.id }],
      ['article.trash', { id: article.id }],
      ['article.search', { query: 'عنوان' }],
      ['library.verify', {}],
    ] as const) {
      expect(await dispatch(name, input), name).toMatchObject({ error: { code: 'library-missing' } })
    }
    expect((await desk['article.list']({})).total).toBe(1)
    expect(await dispatch('article.create', {})).toMatchObject({ error: { code: 'library-missing' } })
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
    await rename(`${folder}-gone`, folder)
    expect(await dispatch('article.save', save)).toMatchObject({ ok: true, value: { revision: 1 } })
    expect((await desk['article.search']({ query: 'عنوان' })).total).toBe(1)
  })

  test('many articles are saved in turn on a slow disk: none gets the text of another', async () => {
    const slow = {
      ...nodeDisk,
      rename: async (from: string, to: string) => {
        await nodeDisk.pause(Math.random() * 4)
        return nodeDisk.rename(from, to)
      },
    }
    const { desk } = await tempDesk({ disk: slow })
    const articles: Article[] = []
    for (let made = 0; made < 20; made += 1) {
      articles.push((await desk['article.create']({ headline: String(made) })).article)
    }
    const saves = Array.from({ length: 200 }, (_, count) => {
      const article = articles[count % articles.length] as Article
      const revision = Math.floor(count / articles.length)
      return desk['article.save']({
        ...draftOf(article),
        revision,
        body: story(`${article.id} ${revision + 1}`),
      })
    })
    await Promise.all(saves)
    for (const { id, fields } of articles) {
      const opened = await desk['article.open']({ id })
      expect(opened.article).toMatchObject({
        revision: 10,
        body: story(`${id} 10`),
        fields: { headline: fields.headline },
      })
    }
  })

  test('a text of more bytes than a stored file may have is refused by the limit, and what was saved and journaled stays', async () => {
    const { desk, folder, close } = await tempDesk()
    const { article: made } = await desk['article.create']({ headline: 'عنوان' })
    const { id } = made
    await desk['article.save']({ ...draftOf(made), body: story('المحفوظ') })
    const before = await filesUnder(join(folder, 'articles'))
    const patch = { fields: { summary: 'آخر كلمات' } }
    await desk['article.journal']({ id, on: [{ revision: 1, patch }] })
    // Few letters, and much around each of them.
    const href = `https://example.org/${'x'.repeat(4000)}`
    const content = Array.from({ length: limits.storedBytes / href.length }, () => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'x', marks: [{ type: 'link' as const, attrs: { href } }] }],
    }))
    const body = { type: 'doc' as const, content }
    await expect(desk['article.save']({ ...draftOf(made), body, revision: 1 })).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 'storedBytes', most: limits.storedBytes },
    })
    expect(await filesUnder(join(folder, 'articles'))).toMatchObject(before)
    await close()
    const again = await tempDesk({ folder, create: false })
    const { article: read, recovered } = await again.desk['article.open']({ id })
    expect([read.fields.summary, read.body]).toEqual(['آخر كلمات', story('المحفوظ')])
    expect(recovered).toBeDefined()
  })

  test('closing waits for what is under way and lets nobody in after it', async () => {
    const { folder, desk, dispatch, close } = await tempDesk()
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    const saving = desk['article.save']({ ...draftOf(article), body: story('نص') })
    await close()
    expect((await saving).revision).toBe(1)
    expect(await dispatch('article.list', {})).toMatchObject({ error: { code: 'unreachable' } })
    expect(await readFile(join(folder, 'desk', 'index.json'), 'utf8')).toContain(article.id)
    await expect(stat(join(folder, 'lock.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('closing waits for reading too', async () => {
    const disk = new FaultDisk()
    const { readFile } = disk
    disk.readFile = async (path) => {
      if (path.includes('media')) await nodeDisk.pause(50)
      return readFile(path)
    }
    const { desk, dispatch, close } = await tempDesk({ disk })
    const { article } = await desk['article.create']({})
    let answer: unknown
    const reading = dispatch('media.read', { id: article.id, media: `${'a'.repeat(64)}.png` })
    const answered = reading.then((result) => (answer = result))
    await close()
    expect(answer).toMatchObject({ error: { code: 'not-found' } })
    await answered
  })

  test('pictures lie under the hash of their bytes, and damaged ones are not handed out', async () => {
    const { png } = await import('../../support/pictures.ts')
    const { folder, desk } = await tempDesk()
    const { article } = await desk['article.create']({})
    const base64 = Buffer.from(png(20, 10)).toString('base64')
    const { media } = await desk['media.add']({ id: article.id, base64 })
    expect(await desk['media.add']({ id: article.id, base64 })).toMatchObject({ media })
    const place = join(folder, 'articles', article.id, 'media')
    expect(await readdir(place)).toEqual([media])
    expect((await desk['media.read']({ id: article.id, media })).base64).toBe(base64)
    await writeFile(join(place, media), 'spoiled')
    const spoiled = desk['media.read']({ id: article.id, media })
    await expect(spoiled).rejects.toMatchObject({ code: 'not-found' })
    await desk['media.add']({ id: article.id, base64 })
    expect((await desk['media.read']({ id: article.id, media })).base64).toBe(base64)
    await rm(place, { recursive: true })
    await mkdir(place)
    await expect(desk['media.read']({ id: article.id, media })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('verify says what is wrong, and repair makes lists follow', async () => {
    const { folder, desk, told } = await tempDesk()
    const { article } = await desk['article.create']({ headline: 'عنوان' })
    expect(await desk['library.verify']({})).toEqual({ ok: true, articles: 1, problems: [] })
    await writeFile(join(folder, 'articles', article.id, 'article.json'), 'damaged')
    expect(await desk['library.verify']({ repair: true })).toMatchObject({
      ok: true,
      articles: 0,
      problems: [{ code: 'damaged', path: `articles/${article.id}/article.json` }],
    })
    expect((await desk['article.list']({})).total).toBe(0)
    expect(told.at(-1)).toEqual({ name: 'article.removed', data: { id: article.id } })
    expect(await desk['library.verify']({})).toMatchObject({ ok: false, problems: [{ code: 'no-article' }] })
  })
})
