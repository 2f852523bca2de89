import { readFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'

/** A function of the source, with its time in milliseconds of all the samples together. */
export interface FunctionTime {
  /** `name file:line`, the file as the repository has it; the engine's own in brackets. */
  place: string
  selfMs: number
  /** With everything that it called. */
  totalMs: number
}

const sampleEveryMicroseconds = 100

/** Profiles the page's thread while `work` runs. `builtFolder` holds the page's scripts and their source maps. */
export async function profile(
  tools: CDPSession,
  builtFolder: string,
  work: () => Promise<unknown>,
): Promise<FunctionTime[]> {
  await tools.send('Profiler.enable')
  await tools.send('Profiler.setSamplingInterval', { interval: sampleEveryMicroseconds })
  await tools.send('Profiler.start')
  await work()
  const { profile: recorded } = await tools.send('Profiler.stop')
  await tools.send('Profiler.disable')

  const places = await placesOf(recorded.nodes, builtFolder)
  const parentOf = new Map<number, number>()
  for (const { id, children = [] } of recorded.nodes) for (const child of children) parentOf.set(child, id)
  const times = new Map<string, FunctionTime>()
  const timeOf = (place: string): FunctionTime => {
    const known = times.get(place) ?? { place, selfMs: 0, totalMs: 0 }
    times.set(place, known)
    return known
  }
  for (const [index, node] of (recorded.samples ?? []).entries()) {
    const spanMs = (recorded.timeDeltas?.[index] ?? 0) / 1000
    timeOf(places.get(node) ?? '?').selfMs += spanMs
    // A function that calls itself is counted once.
    const above = new Set<string>()
    for (let at: number | undefined = node; at !== undefined; at = parentOf.get(at))
      above.add(places.get(at) ?? '?')
    for (const place of above) timeOf(place).totalMs += spanMs
  }
  return [...times.values()]
}

interface ProfileNode {
  id: number
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }
}

async function placesOf(nodes: readonly ProfileNode[], folder: string): Promise<Map<number, string>> {
  const maps = new Map<string, SourceMap | undefined>()
  const places = new Map<number, string>()
  for (const { id, callFrame } of nodes) {
    const { functionName, url, lineNumber, columnNumber } = callFrame
    if (!url.startsWith('http')) {
      places.set(id, functionName.startsWith('(') ? functionName : `(native ${functionName || 'code'})`)
      continue
    }
    const path = new URL(url).pathname
    if (!maps.has(path)) maps.set(path, await mapOf(join(folder, path)))
    const entry = maps.get(path)?.findEntry(lineNumber, columnNumber)
    const source =
      entry && 'originalSource' in entry
        ? `${inRepository(entry.originalSource)}:${entry.originalLine + 1}`
        : `${path}:${lineNumber + 1}`
    places.set(id, `${functionName || 'anonymous'} ${source}`)
  }
  return places
}

async function mapOf(file: string): Promise<SourceMap | undefined> {
  try {
    return new SourceMap(
      JSON.parse(await readFile(`${file}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
    )
  } catch {
    return undefined
  }
}

// A map names its sources from where it lies.
const inRepository = (source: string): string => source.replace(/^(?:\.\.\/)+/, '')
