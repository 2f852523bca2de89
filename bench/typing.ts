import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Settings } from '../core/model/settings.ts'
import { charactersOf } from './corpus/story.ts'
import type { BenchTools } from './bench-tools.ts'
import { launchBrowser } from './measure/browser.ts'
import { measureTyping } from './measure/measure-typing.ts'
import { median } from './measure/numbers.ts'
import { runMidad, type RunningMidad } from './midad/run-host.ts'
import { writeLibrary } from './midad/write-library.ts'
import { buildPeerPages, servePeerPages } from './pages/serve.ts'
import { goalLines } from './report/goals.ts'
import { machineLines } from './report/machine.ts'
import { summarise, type Sample } from './report/summary.ts'
import { tables } from './report/table.ts'
import type { MeasurePlace, Row } from './rows.ts'
import { readTypingPlan, typingHelp, type TypingPlan } from './typing-options.ts'

const root = join(import.meta.dirname, '..')
const program = join(root, 'out/node/midad.js')
const results = join(import.meta.dirname, 'results')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** A measurement that is to be made, in the order in which they are made. */
interface Turn {
  row: Row
  words: number
  round: number
}

// There and back: whatever warms up or tires during a round does so for everyone.
function turnsOf({ wordCounts, rounds, rows }: TypingPlan): Turn[] {
  return wordCounts.flatMap((words) => {
    const here = rows.filter(({ leastWords = 0 }) => words >= leastWords)
    return Array.from({ length: rounds }, (_, round) =>
      (round % 2 === 0 ? here : here.toReversed()).map((row) => ({ row, words, round })),
    ).flat()
  })
}

/** `npm run bench -- typing`; resolves with the exit code. */
export async function benchTyping(args: readonly string[], { chromium, build }: BenchTools): Promise<number> {
  const plan = readTypingPlan(args)
  if (!plan) {
    process.stdout.write(typingHelp)
    return 0
  }
  await buildPeerPages()
  const turns = turnsOf(plan)
  const isMidadAsked = turns.some(({ row }) => row.id.startsWith('midad'))
  if (isMidadAsked && (await build()) !== 0) throw new Error('Midad could not be built: --rows leaves it out')

  const folder = await mkdtemp(join(tmpdir(), 'midad-bench-'))
  const peers = await servePeerPages()
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
  const file = await keep({ about, plan, samples })
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
      'goals (performance.md §9; mount is from navigation to editable, so the whole of Midad is in it):',
      ...goalLines(summaries),
      'The parts of goal 2 about CKEditor, Quill and Slate, and of goal 3 about each feature alone, are not measured here.',
      '',
      ...about,
      `load at the end ${loadavg()[0]?.toFixed(1)}; raw figures: ${file}`,
    ].join('\n'),
  )
  return samples.some(({ failure }) => failure) ? 1 : 0
}

async function measureTurn(
  browser: Browser,
  { row, words, round }: Turn,
  plan: TypingPlan,
  place: MeasurePlace,
): Promise<Sample> {
  const sample = { row: row.id, words, round }
  const { keys, pauseMs } = plan
  try {
    const editor = row.editor(place)
    const measure = await measureTyping(browser, editor, { keys, pauseMs, characters: charactersOf(words) })
    return { ...sample, load: loadavg()[0] ?? 0, measure }
  } catch (thrown) {
    const failure = thrown instanceof Error ? thrown.message : String(thrown)
    return { ...sample, load: loadavg()[0] ?? 0, failure }
  }
}

function progressLine({ row, words, round, load, measure, failure }: Sample): string {
  const head = `${words} words, round ${round + 1}, ${row}`
  if (!measure) return `${head}: FAILED: ${failure}`
  const { cpuMs, scriptMs, paintMs, mountMs, faults } = measure
  const line = `${head}: CPU ${cpuMs.toFixed(2)}, script ${scriptMs.toFixed(2)}, paint ${median(paintMs).toFixed(1)}, mount ${mountMs.toFixed(0)} ms (load ${load.toFixed(1)})`
  return faults.length > 0 ? `${line}; the page threw: ${faults.join(' | ')}` : line
}

async function keep(result: { about: string[]; plan: TypingPlan; samples: Sample[] }): Promise<string> {
  await mkdir(results, { recursive: true })
  const name = `typing-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`
  const plan = { ...result.plan, rows: result.plan.rows.map(({ id }) => id) }
  await writeFile(join(results, name), `${JSON.stringify({ ...result, plan })}\n`)
  return `bench/results/${name}`
}
