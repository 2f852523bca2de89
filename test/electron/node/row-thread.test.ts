import { stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ArticleRow } from '../../../core/model/article.ts'
import { readRows, readRowsWithin } from '../../../electron/node/row-thread.ts'
import type { StampedRows } from '../../../electron/node/stamped-row.ts'
import { layLargeLibrary } from '../../support/large-library.ts'
import { article, idOf, lay, tempDesk, tempFolder } from '../../support/temp-library.ts'

/** What is told of these files, by id. */
async function told(read: (take: (rows: StampedRows) => void) => Promise<void>) {
  const found = new Map<string, { row: ArticleRow; size?: number; mtimeMs?: number }>()
  await read(({ rows, sizes, times }) => {
    for (const [at, row] of rows.entries()) found.set(row.id, { row, size: sizes[at], mtimeMs: times[at] })
  })
  return found
}

describe('threads that read the rows of a library', () => {
  test('tell each with the stamp of its file, and nothing of what is damaged, of another article, or not there', async () => {
    const folder = await tempFolder()
    const places = Array.from({ length: 5 }, (_, index) => idOf(index + 1)).map((id) => ({
      id,
      path: join(folder, id, 'article.json'),
    }))
    const [first, second, third, , fifth] = places
    if (!first || !second || !third || !fifth) throw new Error('there are five')
    await lay(
      first.path,
      JSON.stringify(article(first.id, { translatedFrom: { id: idOf(9), revision: 1, version: 'v' } })),
    )
    await lay(second.path, '{"schemaVersion":')
    await lay(third.path, JSON.stringify(article(idOf(77))))
    await lay(fifth.path, JSON.stringify(article(fifth.id)))
    const found = await told((take) => readRows(places, take))
    expect([...found.keys()].toSorted()).toEqual([first.id, fifth.id])
    const { size, mtimeMs } = await stat(first.path)
    expect(found.get(first.id)).toMatchObject({
      size,
      mtimeMs,
      row: { translatedFrom: idOf(9), headline: 'عنوان' },
    })
  })

  test('of nothing tell nothing, and with no memory end without harm', async () => {
    expect((await told((take) => readRows([], take))).size).toBe(0)
    const folder = await tempFolder()
    layLargeLibrary(folder, { count: 300, newestMs: 0 })
    const places = Array.from({ length: 300 }, (_, index) => ({
      id: idOf(index),
      path: join(folder, 'articles', idOf(index), 'article.json'),
    }))
    await readRowsWithin(places, () => undefined, { maxOldGenerationSizeMb: 4 })
  })
})

describe('a large library that was never opened', () => {
  const count = 2100
  async function large(): Promise<string> {
    const folder = join(await tempFolder(), 'library')
    layLargeLibrary(folder, { count, newestMs: Date.parse('2026-11-23T09:00:00Z') })
    return folder
  }
  const listed = async (folder: string) => {
    const { desk, close, told: events } = await tempDesk({ folder })
    const { rows, total } = await desk['article.rows']({
      order: 'newest',
      filter: {},
      language: 'ar',
      from: 0,
      count: 400,
    })
    await close()
    return { rows, total, events }
  }

  test('is listed as it is after the next opening, and what is damaged is told of', async () => {
    const folder = await large()
    await lay(join(folder, 'articles', idOf(5000), 'article.json'), '{"schemaVersion":1,"id"')
    const first = await listed(folder)
    expect(first.total).toBe(count)
    expect(JSON.stringify(first.events)).toContain(idOf(5000))
    const again = await listed(folder)
    expect(again.rows).toEqual(first.rows)
  })

  test('is listed as its files say when many of them were changed by another program', async () => {
    const folder = await large()
    const { rows } = await listed(folder)
    const id = rows.at(-1)?.id ?? ''
    await lay(
      join(folder, 'articles', id, 'article.json'),
      JSON.stringify(
        article(id, {
          updatedAt: '2026-11-24T09:00:00Z',
          fields: { ...article(id).fields, headline: 'جاء من الخارج' },
        }),
      ),
    )
    for (const row of rows.slice(0, 300)) {
      const path = join(folder, 'articles', row.id, 'article.json')
      await utimes(path, new Date(), new Date())
    }
    const after = await listed(folder)
    expect([after.total, after.rows[0]?.headline]).toEqual([count, 'جاء من الخارج'])
  })
})
