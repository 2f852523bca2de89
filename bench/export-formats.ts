import { availableParallelism, loadavg } from 'node:os'
import { makeArticle } from './corpus/article.ts'
import { storyMarkdown } from './corpus/story-markdown.ts'
import { formatGoals, formatTables, summariseFormats, type FormatSample } from './export/format-report.ts'
import { formatRows, pandocRows, type FormatRow } from './export/format-rows.ts'
import type { StoredSource } from './export/export-rows.ts'
import type { ExportPlan } from './export-options.ts'
import { formatWorks } from './midad/writing-formats.ts'

const articlesOfASize = 20
/** More at once than cores: each thread has its next article waiting. */
const waitingEach = 2

/** Measures every format of Midad on one core and on all, beside pandoc; answers what to print, and the raw figures. */
export async function measureFormats(
  { wordCounts, rounds, ms }: ExportPlan,
  say: (line: string) => void,
): Promise<{ lines: string[]; samples: FormatSample[] }> {
  const cores = availableParallelism()
  const peers = await pandocRows()
  const rows = [...formatRows(formatWorks(cores), cores), ...peers]
  const samples: FormatSample[] = []
  for (const words of wordCounts) {
    const sources = sourcesOf(words)
    for (const row of rows) await work(row, sources, ms / 2)
    for (let round = 0; round < rounds; round += 1) {
      for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
        const load = loadavg()[0] ?? 0
        const { id, label } = row
        const worked = await work(row, sources, ms)
        samples.push({ row: id, label, cores: row.cores, words, round, load, ...worked })
        say(
          `${words} words, round ${round + 1}, ${id}, ${row.cores} cores: ${worked.perSecond.toFixed(0)} articles/s (load ${load.toFixed(1)})`,
        )
      }
    }
  }
  const summaries = summariseFormats(samples)
  const without =
    peers.length > 0
      ? []
      : ['pandoc is not installed (Debian: apt-get install pandoc): its columns are empty']
  return { samples, lines: [formatTables(summaries), '', ...without, ...formatGoals(summaries)] }
}

const sourcesOf = (words: number): StoredSource[] =>
  Array.from({ length: articlesOfASize }, (_, number) => {
    const article = makeArticle(number, words)
    return { stored: JSON.stringify(article), markdown: storyMarkdown(article.body) }
  })

type Worked = Pick<FormatSample, 'perSecond' | 'cpuMs' | 'bytes'>

async function work(row: FormatRow, sources: readonly StoredSource[], ms: number): Promise<Worked> {
  let begun = 0
  let done = 0
  let bytes = 0
  const cpuBefore = process.cpuUsage()
  const begin = performance.now()
  const lane = async (): Promise<void> => {
    while (performance.now() - begin < ms) {
      const source = sources[begun % sources.length] as StoredSource
      begun += 1
      bytes += await row.write(source)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: row.cores === 1 ? 1 : row.cores * waitingEach }, lane))
  const tookMs = performance.now() - begin
  const { user, system } = process.cpuUsage(cpuBefore)
  return { perSecond: (done / tookMs) * 1000, cpuMs: (user + system) / 1000 / done, bytes: bytes / done }
}
