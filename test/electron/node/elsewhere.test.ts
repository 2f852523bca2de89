import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { elsewhereFolder } from '../../../electron/node/elsewhere.ts'
import { saveCopy } from '../../../electron/node/library-copy.ts'
import { lineBytes } from '../../../electron/node/journal-lines.ts'
import { openCopy } from '../../../electron/node/open-copy.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { quickDisk } from '../../support/quick-disk.ts'
import { article, filesUnder, idOf, lay, tempDesk } from '../../support/temp-library.ts'
import { p, story } from '../../support/story.ts'

const saved = story(p('المحفوظ'))
const patch = (words: string) => ({ story: { from: 0, remove: 1, insert: [p(words)] } })

/** A library with an article whose last words it could not take: they lie elsewhere on this computer. */
async function library() {
  const disk = new FaultDisk(undefined, quickDisk)
  const { desk, folder, close } = await tempDesk({ disk })
  const { article: made } = await desk['article.create']({ headline: 'عنوان' })
  const { id, language, status, fields } = made
  await desk['article.save']({ id, language, status, fields, body: saved, revision: 0 })
  const write = (words: string) => desk['article.journal']({ id, on: [{ revision: 1, patch: patch(words) }] })
  const writeElsewhere = async (words: string) => {
    const counts = (_call: string, path: string) => path.startsWith(join(folder, 'journals'))
    disk.arm({ at: 1, fault: 'ENOSPC', lasts: 'from-there', counts })
    expect(await write(words)).toEqual({ keptIn: 'elsewhere' })
    disk.arm(undefined)
  }
  const marker = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')) as { id: string }
  const keepIn = `${folder}-elsewhere`
  return {
    id,
    desk,
    folder,
    close,
    write,
    writeElsewhere,
    keepIn,
    there: join(keepIn, 'journals', marker.id),
  }
}
type Made = Awaited<ReturnType<typeof library>>

/** What a person sees of the article in a library that was made of a copy. */
async function throughCopy({ folder, keepIn, id }: Made) {
  const file = `${folder}.zip`
  const other = `${folder}-other`
  await saveCopy({ library: folder, file, keepIn })
  await openCopy({ file, library: other })
  const { desk } = await tempDesk({ folder: other, disk: quickDisk, create: false })
  const { body } = (await desk['article.open']({ id })).article
  return { body, desk, other }
}

describe('journals that are kept elsewhere on this computer', () => {
  test('go into a copy of their library, and are read there as its own', async () => {
    const made = await library()
    await made.writeElsewhere('آخر كلمات')
    const { body, desk, other } = await throughCopy(made)
    expect(body).toEqual(story(p('آخر كلمات')))
    expect(await readdir(join(other, 'journals'))).toEqual([`${made.id}.log`])
    expect(await desk['library.verify']({})).toMatchObject({ ok: true, problems: [] })
  })

  test('in a copy are one with those of the library, and the last words count', async () => {
    const made = await library()
    await made.write('أولا')
    await made.writeElsewhere('ثانيا')
    const { body, other } = await throughCopy(made)
    expect(body).toEqual(story(p('ثانيا')))
    expect(await readFile(join(other, 'journals', `${made.id}.log`), 'utf8')).toContain('أولا')
  })

  test('in a copy do not cover later words of the library', async () => {
    const made = await library()
    await made.writeElsewhere('أولا')
    await made.write('ثانيا')
    expect((await throughCopy(made)).body).toEqual(story(p('ثانيا')))
  })

  test('of an article that is nowhere are copied too, and one that cannot be read ends the copy', async () => {
    const made = await library()
    await lay(join(made.there, `${idOf(7)}.log`), 'words')
    const { other } = await throughCopy(made)
    expect(await readFile(join(other, 'journals', `${idOf(7)}.log`), 'utf8')).toBe('words')
    const path = join(made.there, `${idOf(7)}.log`)
    const counts = (call: string, at: string) => call === 'readFile' && at === path
    const disk = new FaultDisk({ at: 1, fault: 'EIO', lasts: 'from-there', counts }, quickDisk)
    const { folder, keepIn } = made
    await expect(saveCopy({ disk, library: folder, file: `${folder}.zip`, keepIn })).rejects.toMatchObject({
      code: 'unreadable',
      details: { path },
    })
  })

  test('are checked with the library: what is damaged is named by its whole path, and repair loses no byte', async () => {
    const made = await library()
    const { id, desk, there, folder } = made
    await made.writeElsewhere('أولا')
    await made.writeElsewhere('ثانيا')
    expect(await desk['library.verify']({})).toEqual({ ok: true, articles: 1, problems: [] })
    const path = join(there, `${id}.log`)
    const spoiled = await readFile(path)
    spoiled[20] = 0
    await writeFile(path, spoiled)
    const whole = {
      kind: 'whole' as const,
      seq: 1,
      at: '2026-11-23T09:00:00.000Z',
      article: article(idOf(8)),
    }
    await lay(join(there, `${idOf(7)}.log`), lineBytes(whole))
    const { problems } = await desk['library.verify']({})
    expect(new Map(problems.map((problem) => [problem.path, problem.code]))).toEqual(
      new Map([path, join(there, `${idOf(7)}.log`)].map((each) => [each, 'damaged-journal'])),
    )
    expect(await desk['library.verify']({ repair: true })).toMatchObject({ ok: true })
    const aside = Object.values(await filesUnder(join(folder, 'set-aside')))
    expect(aside).toContain(spoiled.toString('latin1'))
    expect(await readFile(path, 'utf8')).toContain('ثانيا')
    expect(await desk['library.verify']({})).toEqual({ ok: true, articles: 1, problems: [] })
  })

  test('leave no temp file behind that nobody is at work on', async () => {
    const made = await library()
    const { id, folder, there, close } = made
    await made.writeElsewhere('كلمات')
    const temp = (pid: number) => join(there, `.${id}.log.${pid}.0123456789ab.tmp`)
    await lay(temp(99_999_999), 'torn')
    await lay(temp(process.ppid), 'somebody writes')
    expect((await made.desk['library.verify']({})).problems).toMatchObject([
      { code: 'left-over', path: temp(99_999_999) },
    ])
    await close()
    await writeFile(join(folder, 'lock.json'), '{}')
    const again = await tempDesk({ folder, disk: quickDisk, create: false })
    expect((await readdir(there)).toSorted()).toEqual([basename(temp(process.ppid)), `${id}.log`])
    expect((await again.desk['article.open']({ id })).article.body).toEqual(story(p('كلمات')))
  })
})

test('a library whose id would lead somewhere else keeps its journals nowhere else', () => {
  const inside = join('keep', 'journals', 'unnamed')
  for (const id of ['../../home', '..', 'a/b', 'a\\b', '', undefined])
    expect(elsewhereFolder('keep', id)).toBe(inside)
  expect(elsewhereFolder('keep', '0b7c-11')).toBe(join('keep', 'journals', '0b7c-11'))
})
