import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readArticleBytes } from '../../electron/node/article-bytes.ts'
import { readLines } from '../../electron/node/journal-lines.ts'
import { parseStrictly } from '../../electron/node/read-strictly.ts'
import type { Begun, Scene } from './fault-operations.ts'
import { pathsUnder } from './temp-library.ts'

/** All words that can be read again, of one article where one is named: JSON files as a whole, journals line by line. */
function readable(folder: string, id: string | undefined): string {
  const journals = ['library/journals', 'library-elsewhere', 'elsewhere']
  const places =
    id === undefined ? ['library/articles'] : [`library/articles/${id}`, `library/trash/${id}`, ...journals]
  const parts: string[] = []
  for (const place of places.map((each) => join(folder, '..', each)).filter(existsSync)) {
    for (const path of pathsUnder(place)) {
      const isMine = id === undefined || path.includes(id) || place.includes(id)
      if (!isMine && path.endsWith('.log')) continue
      const bytes = readFileSync(join(place, path))
      if (path.endsWith('.log')) parts.push(JSON.stringify(readLines(bytes).lines))
      else if (path.endsWith('.json') && parseStrictly(bytes).kind === 'json')
        parts.push(bytes.toString('utf8'))
    }
  }
  return parts.join('\n')
}

/** Every article is one of the two texts, whole, and in one place, which is the answer. */
export function expectWhole({ paths }: Scene, { id, oldOrNew, written }: Begun, where: string): string {
  const ids = id === undefined ? readdirSync(paths.articles) : [id]
  let place = 'nowhere'
  for (const each of ids) {
    for (const root of ['articles', 'trash'] as const) {
      const path = join(paths.root, root, each, 'article.json')
      if (!existsSync(path)) continue
      const bytes = readFileSync(path)
      if (id !== undefined) expect(place, where).toBe('nowhere')
      place = root
      const text = bytes.toString('utf8')
      // The damaged file that is to be rebuilt lies there still.
      if (text.startsWith('تالف')) continue
      expect(readArticleBytes(parseStrictly(bytes)), where).toMatchObject({ kind: 'article' })
      if (id !== undefined)
        expect(
          [...oldOrNew, ...written].some((words) => text.includes(words)),
          where,
        ).toBe(true)
    }
  }
  return place
}

/** These words can be read again. */
export function expectFound(
  folder: string,
  { id, words }: { id: string | undefined; words: readonly string[] },
  where: string,
): void {
  if (words.length === 0) return
  const text = readable(folder, id)
  for (const each of words) expect(text.includes(each), `${where}: ${each}`).toBe(true)
}

/** What it was refused with; undefined where it was done. */
export const attempt = (run: () => Promise<unknown>) =>
  run().then(
    () => undefined,
    (thrown: unknown) => thrown as Error & { code?: string },
  )
