import { statSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { restoreMidadIndex } from '../midad/desk.ts'
import type { searchJobs } from './job-results.ts'
import { Postings } from './postings.ts'
import { wordsIn, type SearchDocument } from './words.ts'

/** An index of all articles, as the jobs drive it; `undefined` where it cannot do a thing. */
export interface Searcher {
  build(documents: readonly SearchDocument[]): Promise<void> | void
  /** How many articles it answers with. */
  find(query: string, isPrefix: boolean): Promise<number> | number
  /** Takes in one article that was changed. */
  update?: (document: SearchDocument) => void
  /** Writes it to the disk; answers the bytes. */
  save?: () => Promise<number>
  close?: () => Promise<void> | void
}

/** Limit of hits that are ranked and answered. */
const limit = 20

/** Our own postings, as little as an index can be. */
export function postingsIn(scratch: string): Searcher {
  const file = join(scratch, 'postings')
  const index = new Postings()
  return {
    build(documents) {
      for (const document of documents) index.add(document)
      index.freeze()
    },
    find: (query, isPrefix) => index.find(query, isPrefix).total,
    async save() {
      const bytes = index.toBytes()
      await writeFile(file, bytes, { flush: true })
      return bytes.byteLength
    },
  }
}

const inOrder = `select rowid from articles where articles match ? order by rank limit ${limit}`

/** SQLite's FTS5, as Node carries it; words come folded, so that it finds what the others find. */
export function fts5In(scratch: string): Searcher {
  const file = join(scratch, 'fts5.db')
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = normal')
  database.exec(
    `create virtual table articles using fts5(headline, byline, text, content='', contentless_delete=1,
     tokenize='unicode61 remove_diacritics 0', prefix='2 3 4')`,
  )
  const insert = database.prepare('insert into articles(rowid, headline, byline, text) values (?, ?, ?, ?)')
  const remove = database.prepare('delete from articles where rowid = ?')
  const select = database.prepare(inOrder)
  const put = ({ number, ...words }: SearchDocument): void => {
    const folded = [words.headline, words.byline, words.text].map((text) => wordsIn(text).join(' '))
    insert.run(number + 1, ...folded)
  }
  const inOne = (work: () => void): void => {
    database.exec('begin')
    work()
    database.exec('commit')
  }
  return {
    build(documents) {
      inOne(() => documents.forEach(put))
      database.exec('pragma wal_checkpoint(truncate)')
    },
    find(query, isPrefix) {
      const words = wordsIn(query)
      const asked = words.map((word, at) => `"${word}"${isPrefix && at === words.length - 1 ? '*' : ''}`)
      return select.all(asked.join(' AND ')).length
    },
    update: (document) =>
      inOne(() => {
        remove.run(document.number + 1)
        put(document)
      }),
    async save() {
      database.exec('pragma wal_checkpoint(truncate)')
      return statSync(file).size
    },
    close: () => database.close(),
  }
}

/** What bench/peers/searchers.js exports: libraries with their own idea of what an index is. */
interface PeerSearchers {
  miniSearch(words: typeof wordsIn): PeerIndex
  flexSearch(words: typeof wordsIn): PeerIndex
}
interface PeerIndex {
  addAll(documents: readonly SearchDocument[]): void
  find(query: string, isPrefix: boolean): number
  update(document: SearchDocument): void
  toText(): string
  fromText(text: string): unknown
}

/** MiniSearch or FlexSearch from bench/peers. */
export async function peerIn(name: keyof PeerSearchers, scratch: string): Promise<Searcher> {
  const index = await peerIndex(name)
  const file = join(scratch, name)
  return {
    build: (documents) => index.addAll(documents),
    find: (query, isPrefix) => index.find(query, isPrefix),
    update: (document) => index.update(document),
    async save() {
      await rm(file, { force: true })
      await writeFile(file, index.toText(), { flush: true })
      return statSync(file).size
    },
  }
}

async function peerIndex(name: keyof PeerSearchers): Promise<PeerIndex> {
  // Not as a static import: without the peers' packages there is nothing that could be read.
  const module = pathToFileURL(join(import.meta.dirname, '../peers/searchers.js')).href
  return ((await import(module)) as PeerSearchers)[name](wordsIn)
}

/** What reads a kept index into a new one, once all that it needs is loaded; by the job that has kept it there. */
export const reloaders = {
  postings: async (scratch: string) => async () =>
    Postings.fromBytes(await readFile(join(scratch, 'postings'))),
  'midad-index': async (scratch: string) => async () =>
    restoreMidadIndex(await readFile(join(scratch, 'midad-index'))),
  fts5: async (scratch: string) => async () => {
    const opened = new DatabaseSync(join(scratch, 'fts5.db'))
    opened.prepare(inOrder).all('"يوم"')
    opened.close()
  },
  minisearch: async (scratch: string) =>
    reloaderOf(await peerIndex('miniSearch'), join(scratch, 'miniSearch')),
  flexsearch: async (scratch: string) =>
    reloaderOf(await peerIndex('flexSearch'), join(scratch, 'flexSearch')),
} satisfies Partial<Record<(typeof searchJobs)[number], (scratch: string) => Promise<() => Promise<unknown>>>>

const reloaderOf = (index: PeerIndex, file: string) => async () =>
  index.fromText(await readFile(file, 'utf8'))
