import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Settings } from '../core/model/settings.ts'
import { charactersOf } from './corpus/story.ts'
import type { BenchTools } from './bench-tools.ts'
import { launchBrowser } from './measure/browser.ts'
import { measureEdit } from './measure/measure-edits.ts'
import { measureTyping } from './measure/measure-typing.ts'
import { median } from './measure/numbers.ts'
import { runMidad, type RunningMidad } from './midad/run-host.ts'
import { writeLibrary } from './midad/write-library.ts'
import { buildPeerPages, needsPeers, servePeerPages } from './pages/serve.ts'
import { installPeers } from './peers/install.ts'
import { goalLines } from './report/goals.ts'
import { editTables, summariseEdits } from './report/edit-summary.ts'
import { keepResults } from './report/keep-results.ts'
import { machineLines } from './report/machine.ts'
import { summarise, type Sample } from './report/summary.ts'
import { tables } from './report/table.ts'
import type { MeasurePlace } from './rows.ts'
import { turnsOf, type Turn } from './turns.ts'
import { readTypingPlan, typingHelp, type TypingPlan } from './typing-options.ts'

const root = join(import.meta.dirname, '..')
const program = join(root, 'out/node/midad.js')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run bench -- typing`; resolves with the exit code. */
export async function benchTyping(args: readonly string[], { chromium, build }: BenchTools): Promise<number> {
  const wished = readTypingPlan(args)
  if (!wished) {
    process.stdout.write(typingHelp)
    return 0
  }
  const arePeersAsked = turnsOf(wished).some(({ row }) => row.page && needsPeers(row.page))
  const plan = !arePeersAsked || (await installPeers()) ? wished : withoutPeers(wished)
  const turns = turnsOf(plan)
  const pages = [...new Set(turns.flatMap(({ row }) => row.page ?? []))]
  await buildPeerPages(pages)
  const isMidadAsked = turns.some(({ row }) => row.id.startsWith('midad'))
  if (isMidadAsked && (await build()) !== 0) throw new Error('Midad could not be built: --rows leaves it out')

  const folder = await mkdtemp(join(tmpdir(), 'midad-bench-'))
  const peers = await servePeerPages(pages)
  try {
    // An article for each turn, a peer's too: the number of a turn is then the number of its article.
    const host = async (name: string, settings?: Partial<Settings>): Promise<RunningMidad> => {
      const library = join(folder, name)
      const sizes = turns.map(({ words }) => words)
      await writeLibrary(library, { wordCounts: sizes, leastArticles: plan.articles, settings })
      return runMidad(program, library)
    }
    const midad = isMidadAsked ? await host('library') : undefined
    const isUnspelledAsked = turns.some(({ row }) => row.id === 'midad-unspelled')
    const unspelled = isUnspelledAsked ? await host('unspelled', { spelling: false }) : undefined
    try {
      return await run(plan, turns, chromium, {
        peerOrigin: peers.origin,
        midadUrl: (id) => midad?.articleUrl(id) ?? '',
        unspelledUrl: (id) => unspelled?.articleUrl(id) ?? '',
      })
    } finally {
      await midad?.close()
      await unspelled?.close()
    }
  } finally {
    await peers.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const withoutPeers = (plan: TypingPlan): TypingPlan => ({
  ...plan,
  rows: plan.rows.filter(({ page }) => !page || !needsPeers(page)),
})

async function run(
  plan: TypingPlan,
  turns: readonly Turn[],
  chromium: string,
  places: Pick<MeasurePlace, 'peerOrigin' | 'midadUrl' | 'unspelledUrl'>,
): Promise<number> {
  const samples: Sample[] = []
  let browser = await launchBrowser(chromium)
  const about = machineLines(browser.version())
  try {
    for (const [article, turn] of turns.entries()) {
      const previous = turns[article - 1]
      // A browser of its own for each round: the peers of a round share it, and no round inherits another's memory.
      if (previous && (previous.round !== turn.round || previous.words !== turn.words)) {
        await browser.close()
        browser = await launchBrowser(chromium)
      }
      const sample = await measureTurn(browser, turn, plan, { ...places, words: turn.words, article })
      samples.push(sample)
      say(progressLine(sample))
    }
  } finally {
    await browser.close()
  }
  const summaries = summarise(samples)
  const edits = summariseEdits(samples)
  const file = await keepResults('typing', {
    about,
    plan: { ...plan, rows: plan.rows.map(({ id }) => id) },
    samples,
  })
  const { rounds, keys, pauseMs, articles } = plan
  say(
    [
      '',
      `Medians of ${rounds} rounds of ${keys} keys, at least ${pauseMs} ms apart. CPU: the page's own thread, less the tools of the browser.`,
      `Midad's library holds ${Math.max(articles, samples.length)} articles; its list is shown beside the story.`,
      'TipTap is @tiptap/core with StarterKit and no React (@tiptap/react is not installed): a little less than the TipTap with React of performance.md.',
      '',
      tables(summaries),
      '',
      ...(plan.edits ? [editTables(edits), ''] : []),
      'goals (performance.md §9; mount is from navigation to editable, so the whole of Midad is in it):',
      ...goalLines(summaries, edits),
      'The part of goal 3 about each feature alone is not measured here.',
      '',
      ...about,
      `load at the end ${loadavg()[0]?.toFixed(1)}; raw figures: ${file}`,
    ].join('\n'),
  )
  return samples.some(({ failure }) => failure) ? 1 : 0
}

async function measureTurn(
  browser: Browser,
  { row, words, round, work }: Turn,
  plan: TypingPlan,
  place: MeasurePlace,
): Promise<Sample> {
  const sample = { row: row.id, words, round, work }
  const { keys, pauseMs } = plan
  try {
    const editor = row.editor(place)
    const options = { pauseMs, characters: charactersOf(words) }
    const measured =
      work === 'typing'
        ? { measure: await measureTyping(browser, editor, { ...options, keys }) }
        : { edit: await measureEdit(browser, editor, options, work) }
    return { ...sample, load: loadavg()[0] ?? 0, ...measured }
  } catch (thrown) {
    const failure = thrown instanceof Error ? thrown.message : String(thrown)
    return { ...sample, load: loadavg()[0] ?? 0, failure }
  }
}

function progressLine({ row, words, round, work, load, measure, edit, failure }: Sample): string {
  const head = `${words} words, round ${round + 1}, ${row}${work === 'typing' ? '' : `, ${work}`}`
  const faults = measure?.faults ?? edit?.faults ?? []
  const ending = `(load ${load.toFixed(1)})${faults.length > 0 ? `; the page threw: ${faults.join(' | ')}` : ''}`
  if (measure) {
    const { cpuMs, scriptMs, paintMs, mountMs } = measure
    return `${head}: CPU ${cpuMs.toFixed(2)}, script ${scriptMs.toFixed(2)}, paint ${median(paintMs).toFixed(1)}, mount ${mountMs.toFixed(0)} ms ${ending}`
  }
  if (edit) {
    const { ms, firstMs, cpuMs, heapMb } = edit
    return `${head}: ${ms.toFixed(0)} ms (first paint ${firstMs.toFixed(0)}), CPU ${cpuMs.toFixed(0)}, heap ${heapMb.toFixed(1)} MB ${ending}`
  }
  return `${head}: FAILED: ${failure}`
}
