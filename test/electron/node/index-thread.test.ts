import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Archive } from '../../../core/search/archive.ts'
import { readQuery } from '../../../core/search/query.ts'
import { stemsOf } from '../../../core/search/stems.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { makeIndex } from '../../../electron/node/index-thread.ts'
import { LibraryPaths } from '../../../electron/node/library-folder.ts'
import { SearchFile } from '../../../electron/node/search-file.ts'
import { article, idOf, lay, tempFolder } from '../../support/temp-library.ts'

/** As many files; the second is damaged, the third holds another article, the fourth is not there. */
async function files(count: number): Promise<{ id: string; path: string }[]> {
  const folder = await tempFolder()
  const articles = Array.from({ length: count }, (_, index) => idOf(index + 1)).map((id) => ({
    id,
    path: join(folder, id, 'article.json'),
  }))
  for (const [index, { id, path }] of articles.entries()) {
    const text = JSON.stringify(article(index === 2 ? idOf(999) : id, { headline: `خبر رقم${index + 1}` }))
    if (index !== 3) await lay(path, index === 1 ? text.slice(0, 100) : text)
  }
  return articles
}

test('a thread makes what the articles are known by, with the stamps of their files, and leaves out what it cannot read', async () => {
  const articles = await files(12)
  const bytes = await makeIndex(articles).done
  const archive = new Archive(stemsOf)
  archive.restore(bytes ?? new Uint8Array())
  const { index, used } = archive
  expect([...index.ids()].toSorted()).toEqual(
    articles.filter((_, at) => ![1, 2, 3].includes(at)).map(({ id }) => id),
  )
  expect(index.find(readQuery('رقم7 '), { nowMs: 0, limit: 9 }).ids).toEqual([idOf(7)])
  expect(index.stampOf(idOf(7))?.size).toBeGreaterThan(100)
  expect(used.counted('place')).toEqual([])
})

test('one that needs more memory than it may have ends without an answer, and harms nobody', async () => {
  expect(await makeIndex(await files(400), { maxOldGenerationSizeMb: 4 }).done).toBeUndefined()
})

test('one that is stopped ends without an answer', async () => {
  const making = makeIndex(await files(12))
  making.stop()
  expect(await making.done).toBeUndefined()
})

describe('the index of a library that is made', () => {
  async function store(count: number): Promise<{ file: SearchFile; ids: string[] }> {
    const folder = await tempFolder()
    const ids = Array.from({ length: count }, (_, index) => idOf(index + 1))
    for (const id of ids) await lay(join(folder, 'articles', id, 'article.json'), JSON.stringify(article(id)))
    const paths = new LibraryPaths(folder)
    return { file: new SearchFile({ disk: nodeDisk, paths, isReadOnly: () => false }), ids }
  }

  test('comes in parts, each of other articles, five of a large one at the most', async () => {
    const { file, ids } = await store(1200)
    const sizes: number[] = []
    const archive = new Archive(stemsOf)
    for await (const part of file.make([
      ...ids,
      ...Array.from({ length: 6000 }, (_, index) => idOf(index + 3000)),
    ])) {
      const before = archive.index.size
      archive.restore(part)
      sizes.push(archive.index.size - before)
    }
    expect(sizes).toEqual([1200, 0, 0, 0, 0])
    expect([...archive.index.ids()].toSorted()).toEqual(ids)
  })

  test('that is stopped between two of them makes no other', async () => {
    const { file, ids } = await store(1100)
    let parts = 0
    for await (const _ of file.make(ids)) {
      parts += 1
      file.stop()
    }
    expect(parts).toBe(1)
    for await (const _ of file.make(ids)) parts += 1
    expect(parts).toBe(1)
  })
})
