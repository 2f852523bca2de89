import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowOf } from '../../core/desk/rows.ts'
import type { Article, ArticleRow } from '../../core/model/article.ts'
import { makeArticle } from '../corpus/article.ts'

/** What a job finds: a library as Midad keeps it, and beside it the rows of its list in one file. */
export interface LibraryPlace {
  /** How many articles it holds. */
  size: number
  library: string
  metadata: string
  /** For what a job writes itself; empty at its start. */
  scratch: string
}

/** Words of an article, on average: a news story. */
export const articleWords = 400

/** The place under this folder, whether or not anything is there. */
export const libraryPlace = (folder: string, size: number): LibraryPlace => ({
  size,
  library: join(folder, 'library'),
  metadata: join(folder, 'metadata.json'),
  scratch: join(folder, 'scratch'),
})

/** Writes as many articles, each of another text, and their rows. */
export function writeLibraryFiles({ size, library, metadata }: LibraryPlace): void {
  const rows: ArticleRow[] = []
  for (let number = 0; number < size; number += 1) {
    const article = makeArticle(number, articleWords)
    const folder = join(library, 'articles', article.id)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'article.json'), `${JSON.stringify(article)}\n`)
    rows.push(rowOf(article))
  }
  writeFileSync(metadata, JSON.stringify({ rows }))
  // What is still on its way to the disk would be in the way of the first job.
  if (process.platform === 'linux') execFileSync('sync', ['-f', library])
}

/** The path of every article.json, oldest first. */
export function articlePaths({ library }: LibraryPlace): string[] {
  const folder = join(library, 'articles')
  return readdirSync(folder)
    .toSorted()
    .map((id) => join(folder, id, 'article.json'))
}

export const readArticleAt = (path: string): Article => JSON.parse(readFileSync(path, 'utf8')) as Article
