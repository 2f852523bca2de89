import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchTools } from './bench-tools.ts'
import { benchArticleId } from './corpus/article.ts'
import { charactersOf } from './corpus/story.ts'
import { launchBrowser, launchProfile, openFreshPage, openPage, type FreshPage } from './measure/browser.ts'
import { measureStart } from './measure/measure-start.ts'
import { scriptSize, scriptsNamedIn } from './measure/script-size.ts'
import type { MeasuredEditor } from './measure/typing-page.ts'
import { runMidad } from './midad/run-host.ts'
import { writeLibrary } from './midad/write-library.ts'
import { buildPeerPages, needsPeers, peerFolder, servePeerPages, type PeerPage } from './pages/serve.ts'
import { installPeers } from './peers/install.ts'
import { keepResults } from './report/keep-results.ts'
import { machineLines } from './report/machine.ts'
import {
  sizeLines,
  startGoals,
  startRowIds,
  startTables,
  type Cache,
  type StartRowId,
  type StartSample,
  type StartSizes,
} from './report/start-report.ts'
import { peerEditor } from './rows.ts'
import { readStartPlan, startHelp, type StartPlan } from './start-options.ts'

const root = join(import.meta.dirname, '..')
const program = join(root, 'out/node/midad.js')
const rendererFolder = join(root, 'out/renderer')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Editors = ReadonlyMap<StartRowId, MeasuredEditor>
type PeerRow = Exclude<StartRowId, 'midad' | 'midad-large'>
const isPeerRow = (row: StartRowId): row is PeerRow & PeerPage => !row.startsWith('midad')
/** Opens that do not count: the browser's own start, and in the warm profile what V8 needs to keep its code. */
const warmUps: Record<Cache, number> = { cold: 1, warm: 4 }

/** `npm run bench -- start`; resolves with the exit code. */
export async function benchStart(args: readonly string[], { chromium, build }: BenchTools): Promise<number> {
  const wished = readStartPlan(args)
  if (!wished) {
    process.stdout.write(startHelp)
    return 0
  }
  const arePeersThere = !wished.rows.filter(isPeerRow).some(needsPeers) || (await installPeers())
  const rows = wished.rows.filter((row) => arePeersThere || !isPeerRow(row) || !needsPeers(row))
  const plan = { ...wished, rows }
  const pages = rows.filter(isPeerRow)
  await buildPeerPages(pages)
  if ((await build()) !== 0) throw new Error('Midad could not be built')
  const folder = await mkdtemp(join(tmpdir(), 'midad-bench-'))
  const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const peers = await servePeerPages(pages)
    closing.push(() => peers.close())
    const editors = new Map<StartRowId, MeasuredEditor>(
      pages.map((page) => [page, peerEditor(page, peers.origin, plan.words)]),
    )
    const libraries = { midad: plan.articles.few, 'midad-large': plan.articles.many }
    for (const [row, articles] of Object.entries(libraries) as [keyof typeof libraries, number][]) {
      if (!rows.includes(row)) continue
      const library = join(folder, row)
      await writeLibrary(library, { wordCounts: [plan.words], leastArticles: articles })
      const midad = await runMidad(program, library)
      closing.push(() => midad.close())
      editors.set(row, { url: midad.articleUrl(benchArticleId(0)), selector: '.ProseMirror' })
    }
    return await run(plan, chromium, join(folder, 'profile'), editors)
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

async function run(plan: StartPlan, chromium: string, profile: string, editors: Editors): Promise<number> {
  const browser = await launchBrowser(chromium)
  const about = machineLines(browser.version())
  const samples: StartSample[] = []
  try {
    samples.push(...(await openings('cold', plan, editors, () => openFreshPage(browser))))
  } finally {
    await browser.close()
  }
  const context = await launchProfile(chromium, profile)
  try {
    samples.push(...(await openings('warm', plan, editors, () => openPage(context))))
  } finally {
    await context.close()
  }
  const sizes = await sizesOf(samples)
  const file = await keepResults('start', { about, plan, samples, sizes })
  const { words, rounds, articles } = plan
  say(
    [
      '',
      `From navigation to the letter of a key that is pressed as soon as ${words} words can be edited; medians of ${rounds} rounds.`,
      `Cold: a profile that has read nothing. Warm: one that has opened each page ${warmUps.warm} times. Midad's libraries hold ${articles.few} and ${articles.many} articles.`,
      '',
      startTables(samples),
      '',
      ...sizeLines(sizes),
      '',
      'goal (performance.md §9):',
      ...startGoals(samples, sizes),
      '',
      ...about,
      `load at the end ${loadavg()[0]?.toFixed(1)}; raw figures: ${file}`,
    ].join('\n'),
  )
  return samples.some(({ failure }) => failure) ? 1 : 0
}

// There and back: whatever warms up or tires during a round does so for everyone.
async function openings(
  cache: Cache,
  { words, rounds, rows }: StartPlan,
  editors: Editors,
  open: () => Promise<FreshPage>,
): Promise<StartSample[]> {
  const samples: StartSample[] = []
  for (let round = -warmUps[cache]; round < rounds; round += 1) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
      const about = { row, cache, round, load: loadavg()[0] ?? 0 }
      const sample = { ...about, ...(await opening(editors.get(row), words, open)) }
      if (round >= 0 || sample.failure) samples.push(sample)
      for (const fault of sample.measure?.faults ?? []) say(`${row}: the page threw: ${fault}`)
      if (sample.failure) say(`${cache}, round ${round + 1}, ${row}: FAILED: ${sample.failure}`)
    }
  }
  return samples
}

async function opening(
  editor: MeasuredEditor | undefined,
  words: number,
  open: () => Promise<FreshPage>,
): Promise<Pick<StartSample, 'measure' | 'failure'>> {
  if (!editor) return { failure: 'it has no page' }
  try {
    return { measure: await measureStart(await open(), editor, charactersOf(words)) }
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

/** Of each row: the scripts its page names, and those that were asked for in most openings from nothing. */
async function sizesOf(samples: readonly StartSample[]): Promise<StartSizes> {
  const sizes: StartSizes = {}
  for (const row of startRowIds) {
    const measures = samples.flatMap((one) =>
      one.row === row && one.cache === 'cold' && one.measure ? [one.measure] : [],
    )
    if (measures.length === 0) continue
    const isMidad = row.startsWith('midad')
    const folder = isMidad ? rendererFolder : peerFolder
    const times = new Map<string, number>()
    for (const path of measures.flatMap(({ scripts }) => scripts)) times.set(path, (times.get(path) ?? 0) + 1)
    const asked = [...times].filter(([, count]) => count > measures.length / 2).map(([path]) => path)
    const named = isMidad ? scriptsNamedIn(await readFile(join(folder, 'index.html'), 'utf8')) : asked
    sizes[row] = { named: await scriptSize(folder, named), asked: await scriptSize(folder, asked) }
  }
  return sizes
}
