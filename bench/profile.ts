import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, CDPSession } from 'playwright-core'
import type { BenchTools } from './bench-tools.ts'
import { charactersOf, makeKeys } from './corpus/story.ts'
import { launchBrowser } from './measure/browser.ts'
import { profile, type FunctionTime } from './measure/cpu-profile.ts'
import { trace, type WorkTimes } from './measure/trace.ts'
import { openForTyping, type MeasuredEditor } from './measure/typing-page.ts'
import { buildReadable, readableFolder } from './midad/build-readable.ts'
import { runMidad } from './midad/run-host.ts'
import { writeLibrary } from './midad/write-library.ts'
import { buildPeerPages, needsPeers, peerFolder, servePeerPages } from './pages/serve.ts'
import { installPeers } from './peers/install.ts'
import { rowIds, rows, type Row } from './rows.ts'

const help = `npm run bench -- profile [options]: where the time goes, by function and line

  --words N    size of the story (50000)
  --keys N     keys that are profiled (100)
  --pause MS   between two keys, and up to a frame more (12)
  --articles N in Midad's library at least, for the list beside the story (300)
  --row ID     ${rowIds.join(', ')} (midad)
  --mount      the opening of the story instead of the typing
  --lines N    functions shown in each list (25)
`

interface ProfilePlan {
  words: number
  keys: number
  pauseMs: number
  articles: number
  row: Row
  isMount: boolean
  lines: number
}

function readPlan(args: readonly string[]): ProfilePlan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      words: { type: 'string', default: '50000' },
      keys: { type: 'string', default: '100' },
      pause: { type: 'string', default: '12' },
      articles: { type: 'string', default: '300' },
      row: { type: 'string', default: 'midad' },
      lines: { type: 'string', default: '25' },
      mount: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const row = rows.find(({ id }) => id === values.row)
  if (!row) throw new TypeError(`--row is one of ${rowIds.join(', ')}`)
  const count = (name: 'words' | 'keys' | 'pause' | 'articles' | 'lines'): number => {
    const value = Number(values[name])
    if (!Number.isInteger(value) || value < 1) throw new TypeError(`--${name} wants a whole number from 1 on`)
    return value
  }
  return {
    words: count('words'),
    keys: count('keys'),
    pauseMs: count('pause'),
    articles: count('articles'),
    lines: count('lines'),
    row,
    isMount: values.mount,
  }
}

/** `npm run bench -- profile`; resolves with the exit code. */
export async function benchProfile(
  args: readonly string[],
  { chromium, build }: BenchTools,
): Promise<number> {
  const plan = readPlan(args)
  if (!plan) {
    process.stdout.write(help)
    return 0
  }
  const isMidad = plan.row.id.startsWith('midad')
  if (isMidad && (await build()) !== 0) throw new Error('Midad could not be built')
  const pages = plan.row.page ? [plan.row.page] : []
  if (pages.some(needsPeers) && !(await installPeers())) return 1
  await (isMidad ? buildReadable() : buildPeerPages(pages))
  const folder = await mkdtemp(join(tmpdir(), 'midad-bench-'))
  const library = join(folder, 'library')
  const settings = plan.row.id === 'midad-unspelled' ? { spelling: false } : undefined
  await writeLibrary(library, { wordCounts: [plan.words], leastArticles: plan.articles, settings })
  const midad = isMidad ? await runMidad(join(readableFolder, 'node/midad.js'), library) : undefined
  const peers = await servePeerPages(pages)
  const browser = await launchBrowser(chromium)
  try {
    const editor = plan.row.editor({
      words: plan.words,
      article: 0,
      peerOrigin: peers.origin,
      midadUrl: (id) => midad?.articleUrl(id) ?? '',
      unspelledUrl: (id) => midad?.articleUrl(id) ?? '',
    })
    await profileEditor(plan, browser, editor, isMidad ? join(readableFolder, 'renderer') : peerFolder)
  } finally {
    await browser.close()
    await peers.close()
    await midad?.close()
    await rm(folder, { recursive: true, force: true })
  }
  return 0
}

async function profileEditor(
  { words, keys, pauseMs, lines, isMount }: ProfilePlan,
  browser: Browser,
  editor: MeasuredEditor,
  built: string,
): Promise<void> {
  let opening: FunctionTime[] = []
  const watchOpening = async (tools: CDPSession, open: () => Promise<number>): Promise<number> => {
    let mountMs = 0
    opening = await profile(tools, built, async () => {
      mountMs = await open()
    })
    return mountMs
  }
  const options = { pauseMs, characters: charactersOf(words) }
  const page = await openForTyping(browser, editor, options, isMount ? watchOpening : undefined)
  try {
    if (isMount) return print(`opening ${words} words, ${page.mountMs.toFixed(0)} ms`, opening, 1, lines)
    const letters = makeKeys(15 + 2 * keys)
    await page.typist.type(letters.slice(0, 15))
    const typing = await profile(page.tools, built, () => page.typist.type(letters.slice(15, 15 + keys)))
    const work = await trace(browser, () => page.typist.type(letters.slice(15 + keys)))
    print(`${keys} keys in ${words} words, ms a key`, typing, keys, lines)
    printWork(work, keys)
  } finally {
    await page.close()
  }
}

const isOurs = ({ place }: FunctionTime): boolean => / (?:core|renderer)\//.test(place)

function print(title: string, times: readonly FunctionTime[], share: number, lines: number): void {
  const busiest = (key: 'selfMs' | 'totalMs', row: readonly FunctionTime[]): string[] =>
    row
      .filter(({ place }) => place !== '(idle)' && place !== '(root)')
      .toSorted((one, other) => other[key] - one[key])
      .slice(0, lines)
      .map((time) => `${(time[key] / share).toFixed(3).padStart(10)}  ${time.place}`)
  const list = [
    title,
    '\nour own functions, with all that they call:',
    ...busiest('totalMs', times.filter(isOurs)),
    '\nany function, itself alone ((program) is the browser: style, layout, paint):',
    ...busiest('selfMs', times),
  ]
  process.stdout.write(`${list.join('\n')}\n`)
}

function printWork(work: WorkTimes, keys: number): void {
  const busiest = [...work]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 25)
    .map(([name, ms]) => `${(ms / keys).toFixed(3).padStart(10)}  ${name}`)
  process.stdout.write(`\nthe work of the browser on the page's thread, ms a key:\n${busiest.join('\n')}\n`)
}
