import { copyFileSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Article, ArticleRow } from '../../core/model/article.ts'
import { benchArticleId } from '../corpus/article.ts'
import { openBenchDesk } from '../midad/desk.ts'
import type { saveJobs, SaveResult } from './job-results.ts'
import { articlePaths, readArticleAt, type LibraryPlace } from './library-files.ts'

/** Articles that are saved by turns: nobody saves one text a hundred times a minute. */
const savedArticles = 20
const saves = 100
/** Saves before them, of other articles: a desk at which somebody has worked for some minutes, and not one that opens. */
const warmUp = 100
/** A file of a hundred megabytes is not written a hundred times. */
const savesOfAll = 20

type Job = (place: LibraryPlace) => Promise<SaveResult>

/** The jobs that save one article, by name. */
export const savingJobs: Record<(typeof saveJobs)[number], Job> = {
  'midad-save': async ({ library, scratch, size }) => {
    const desk = await openBenchDesk(library, scratch)
    const opened = async (from: number): Promise<(turn: number) => Promise<void>> => {
      const articles: Article[] = []
      for (let number = from; number < Math.min(from + savedArticles, size); number += 1)
        articles.push(await desk.article(benchArticleId(number)))
      return async (turn) => {
        const article = changed(articles[turn % articles.length] as Article, turn)
        articles[turn % articles.length] = { ...article, revision: await desk.save(article) }
      }
    }
    if (size > savedArticles) await timeSaves(warmUp, await opened(savedArticles))
    // The first save of each keeps what it said when it was opened as a version: a fifth of them do.
    const timed = await timeSaves(saves, await opened(0))
    await desk.close()
    return { ...timed, bytes: statSync(join(library, 'articles', benchArticleId(0), 'article.json')).size }
  },
  file: (place) => timeFiles(place, (path, article) => writeWhole(path, article)),
  // The least that a save which survives a power cut asks of the disk: its new name too, and a journal that knows of it.
  'file-told': async (place) => {
    const journal = await open(join(place.scratch, 'journal'), 'a')
    const told = await timeFiles(place, async (path, article) => {
      const noted = journal.write(`${article.id}\n`).then(() => journal.datasync())
      await writeWhole(path, article, noted)
      const folder = await open(place.scratch, 'r')
      await folder.sync()
      await folder.close()
    })
    await journal.close()
    return told
  },
  'lowdb-rows': async ({ metadata, scratch }) => {
    const file = join(scratch, 'rows.json')
    copyFileSync(metadata, file)
    const low = new Low<{ rows: ArticleRow[] }>(new JSONFile(file), { rows: [] })
    await low.read()
    const save = async (turn: number): Promise<void> => {
      const row = low.data.rows[(turn * 97) % low.data.rows.length]
      if (row) row.updatedAt = new Date().toISOString()
      await low.write()
    }
    await timeSaves(savesOfAll, save)
    const timed = await timeSaves(saves, save)
    return { ...timed, bytes: statSync(file).size }
  },
  'lowdb-all': async (place) => {
    const file = join(place.scratch, 'all.json')
    const rows = articlePaths(place).map(readArticleAt)
    const low = new Low<{ rows: Article[] }>(new JSONFile(file), { rows })
    const timed = await timeSaves(savesOfAll, async (turn) => {
      const at = (turn * 97) % rows.length
      low.data.rows[at] = changed(rows[at] as Article, turn)
      await low.write()
    })
    return { ...timed, bytes: statSync(file).size }
  },
}

const changed = (article: Article, turn: number): Article => ({
  ...article,
  fields: { ...article.fields, subheadline: `تعديل ${turn}` },
})

/** The least that keeps a file whole: under another name first, on the disk, then in its place. */
async function writeWhole(path: string, article: Article, before?: Promise<void>): Promise<void> {
  const beside = `${path}.part`
  const file = await open(beside, 'w')
  await file.writeFile(JSON.stringify(article))
  await file.sync()
  await file.close()
  await before
  await rename(beside, path)
}

async function timeFiles(
  place: LibraryPlace,
  write: (path: string, article: Article) => Promise<void>,
): Promise<SaveResult> {
  const article = readArticleAt(articlePaths(place)[0] ?? '')
  const fileOf = (turn: number): string => join(place.scratch, `${turn % savedArticles}.json`)
  const save = (turn: number): Promise<void> => write(fileOf(turn), changed(article, turn))
  await timeSaves(warmUp, save)
  const timed = await timeSaves(saves, save)
  return { ...timed, bytes: statSync(fileOf(0)).size }
}

async function timeSaves(
  count: number,
  save: (turn: number) => Promise<void>,
): Promise<Omit<SaveResult, 'bytes'>> {
  const totalMs: number[] = []
  const busyMs: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    // A turn of the loop before: it has then counted all that lies behind.
    await new Promise((resolve) => setImmediate(resolve))
    const before = performance.eventLoopUtilization()
    const begin = performance.now()
    await save(turn)
    totalMs.push(performance.now() - begin)
    busyMs.push(performance.eventLoopUtilization(before).active)
  }
  return { kind: 'save', totalMs, busyMs }
}
