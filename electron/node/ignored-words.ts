import { z } from 'zod'
import { Lines } from '../../core/desk/lines.ts'
import { articleId, type ArticleId } from '../../core/model/article.ts'
import type { Disk } from './disk.ts'
import { readStrictly } from './read-strictly.ts'
import { writeWhole } from './write-whole.ts'

const kept = z.record(articleId, z.array(z.string().max(140)).max(2000))
const mostArticles = 2000
const mostWords = 2000

/**
 * The words that somebody said not to mark in an article. Losing them costs a press again, so a file that cannot be read is
 * an empty one; beyond 2,000 articles those that were added to longest ago go.
 */
export class IgnoredWords {
  readonly #disk: Disk
  readonly #path: string
  readonly #makeReady: () => Promise<void>
  readonly #line = new Lines<'file'>()

  constructor(disk: Disk, path: string, makeReady: () => Promise<void>) {
    this.#disk = disk
    this.#path = path
    this.#makeReady = makeReady
  }

  /** Those of the article, with one more where it is given. @throws DeskError 'disk-full' | 'unwritable' | 'library-locked' */
  of(id: ArticleId, add?: string): Promise<string[]> {
    return this.#line.run('file', async () => {
      const all = await this.#read()
      const words = all[id] ?? []
      if (add === undefined || words.includes(add)) return words
      const more = [...words, add].slice(-mostWords)
      const { [id]: _, ...others } = all
      const rest = Object.entries(others).slice(1 - mostArticles)
      await this.#makeReady()
      const text = `${JSON.stringify(Object.fromEntries([...rest, [id, more]]))}\n`
      await writeWhole(this.#path, text, { disk: this.#disk })
      return more
    })
  }

  async #read(): Promise<Record<ArticleId, string[]>> {
    const read = await readStrictly(this.#disk, this.#path)
    return (read.kind === 'json' && kept.safeParse(read.json).data) || {}
  }
}
