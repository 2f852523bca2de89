import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Archive } from '../../../core/search/archive.ts'
import { readQuery } from '../../../core/search/query.ts'
import { stemsOf } from '../../../core/search/stems.ts'
import { makeIndex } from '../../../electron/node/index-thread.ts'
import { unsqueezed } from '../../../electron/node/search-bytes.ts'
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
  const { index, used } = Archive.restored(stemsOf, await unsqueezed(bytes ?? new Uint8Array()))
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
