import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Article } from '../../../core/model/article.ts'
import { openDesk } from '../../../electron/node/open-desk.ts'
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

describe('a library that is opened', () => {
  test('is created where it was asked for, with a marker, and gives back what was saved after it was closed', async () => {
    const first = await tempDesk()
    const { article } = await first.desk['article.create']({ headline: 'عنوان', language: 'ar' })
    await first.desk['article.save']({ ...draftOf(article), body: story('الفقرة الأولى') })
    await first.close()
    expect(JSON.parse(await readFile(join(first.folder, 'library.json'), 'utf8'))).toMatchObject({
      format: 'midad-library',
      version: 1,
    })
    const second = await tempDesk({ folder: first.folder, create: false })
    const opened = await second.desk['article.open']({ id: article.id })
    expect(opened.article.body).toEqual(story('الفقرة الأولى'))
    expect(opened.article.revision).toBe(1)
    expect((await second.desk['article.list']({})).articles.map(({ headline }) => headline)).toEqual([
      'عنوان',
    ])
  })

  test('a folder that is gone is missing, not new, and so is one whose parent is gone', async () => {
    const folder = await tempFolder()
    await expect(tempDesk({ folder: join(folder, 'gone'), create: false })).rejects.toMatchObject({
      code: 'library-missing',
    })
    await expect(tempDesk({ folder: join(folder, 'disk', 'gone'), create: true })).rejects.toMatchObject({
      code: 'library-missing',
    })
    expect(await readdir(folder)).toEqual([])
  })
})
