import { loadavg } from 'node:os'
import type { Article } from '../core/model/article.ts'
import { makeArticle } from './corpus/article.ts'
import { storyMarkdown } from './corpus/story-markdown.ts'
import { exportGoals, exportTables, summariseExport, type ExportSample } from './export/export-report.ts'
import {
  exportRows,
  isOwnRow,
  type ExportRow,
  type ExportRowId,
  type ExportSource,
} from './export/export-rows.ts'
import { likeness } from './export/same-html.ts'
import { measureFormats } from './export-formats.ts'
import { exportHelp, readExportPlan, type ExportPlan } from './export-options.ts'
import { median, quantile } from './measure/numbers.ts'
import { installPeers } from './peers/install.ts'
import { keepResults } from './report/keep-results.ts'
import { machineLines } from './report/machine.ts'

/** Different articles of a size, so that no row is measured with one text that it has learnt by heart. */
const articlesOfASize = 20
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run bench -- export`; resolves with the exit code. */
export async function benchExport(args: readonly string[]): Promise<number> {
  const plan = readExportPlan(args)
  if (!plan) {
    say(exportHelp)
    return 0
  }
  const about = machineLines()
  const story = plan.parts.includes('story') ? await measureStory(plan) : undefined
  const formats = plan.parts.includes('formats') ? await measureFormats(plan, say) : undefined
  const raw = {
    samples: story?.samples ?? [],
    likenesses: story?.likenesses ?? [],
    formats: formats?.samples ?? [],
  }
  const file = await keepResults('export', { about, plan, ...raw })
  say(
    [
      ...(story?.lines ?? []),
      '',
      ...(formats?.lines ?? []),
      '',
      ...about,
      `load at the end ${loadavg()[0]?.toFixed(1)}; raw figures: ${file}`,
    ].join('\n'),
  )
  return 0
}

/** The story's HTML, and the page, beside what others make of the same story. */
async function measureStory(plan: ExportPlan) {
  const arePeersThere = plan.rows.every(isOwnRow) || (await installPeers())
  const rows = await exportRows(arePeersThere ? plan.rows : plan.rows.filter(isOwnRow))
  const samples: ExportSample[] = []
  let likenesses = new Map<ExportRowId, string>()
  for (const words of plan.wordCounts) {
    const sources = sourcesOf(words)
    likenesses = await likenessesOf(rows, sources[0] as ExportSource)
    samples.push(...(await rounds(plan, rows, words, sources)))
  }
  const summaries = summariseExport(samples)
  const lines = [
    '',
    `Medians of ${plan.rounds} rounds of ${plan.ms} ms over ${articlesOfASize} different articles; HTML: beside that of the hand renderer.`,
    "Midad's story isolates phones, dates and Latin names for the direction, which no other row does; its page has metadata, styles and house theme.",
    '',
    exportTables(summaries, likenesses),
    '',
    'goal (performance.md §9):',
    ...exportGoals(summaries),
  ]
  return { samples, likenesses: [...likenesses], lines }
}

const sourcesOf = (words: number): ExportSource[] =>
  Array.from({ length: articlesOfASize }, (_, number) => {
    // As it comes from the disk: V8 keeps what a generator has joined as trees, and whoever reads letters pays for them.
    const article = JSON.parse(JSON.stringify(makeArticle(number, words))) as Article
    return { article, markdown: storyMarkdown(article.body) }
  })

async function likenessesOf(
  rows: readonly ExportRow[],
  source: ExportSource,
): Promise<Map<ExportRowId, string>> {
  const [hand] = await exportRows(['hand'])
  const limit = String(await hand?.render(source))
  const said = new Map<ExportRowId, string>()
  for (const row of rows) {
    const html = await row.render(source)
    if (typeof html === 'string') said.set(row.id, likeness(html, limit))
  }
  return said
}

// There and back: whatever warms up or tires during a round does so for everyone.
async function rounds(
  { rounds, ms }: ExportPlan,
  rows: readonly ExportRow[],
  words: number,
  sources: readonly ExportSource[],
): Promise<ExportSample[]> {
  const samples: ExportSample[] = []
  for (const row of rows) await work(row, sources, ms / 2)
  for (let round = 0; round < rounds; round += 1) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
      const load = loadavg()[0] ?? 0
      const sample = { row: row.id, words, round, load, ...(await work(row, sources, ms)) }
      samples.push(sample)
      say(
        `${words} words, round ${round + 1}, ${row.id}: ${sample.perSecond.toFixed(0)} articles/s (load ${load.toFixed(1)})`,
      )
    }
  }
  return samples
}

/** What is put together only when somebody reads it counts when it is put together: V8 keeps joined strings as trees until then. */
function sizeOf(html: string | Uint8Array): number {
  if (typeof html === 'string') html.charCodeAt(html.length - 1)
  return html.length
}

type Worked = Omit<ExportSample, 'row' | 'words' | 'round' | 'load'>

async function work(row: ExportRow, sources: readonly ExportSource[], ms: number): Promise<Worked> {
  const times: number[] = []
  let size = 0
  const cpuBefore = process.cpuUsage()
  const begin = performance.now()
  let now = begin
  while (now - begin < ms) {
    const made = row.render(sources[times.length % sources.length] as ExportSource)
    // A promise costs a turn of the queue: only who makes one pays it.
    const html = made instanceof Promise ? await made : made
    size += sizeOf(html)
    const after = performance.now()
    times.push(after - now)
    now = after
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    articles: times.length,
    perSecond: (times.length / (now - begin)) * 1000,
    medianMs: median(times),
    p95Ms: quantile(times, 0.95),
    cpuMs: (user + system) / 1000 / times.length,
    size: size / times.length,
  }
}
