import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runMidad, type RunningMidad } from '../midad/run-host.ts'
import type { HostResult } from './job-results.ts'
import type { LibraryPlace } from './library-files.ts'
import { makeQueries } from './words.ts'

const program = join(import.meta.dirname, '../../out/node/midad.js')
const queries = 200

/** The job of the built host, by its name. */
export const hostingJobs = { 'midad-host': hosted }

async function hosted({ size, library }: LibraryPlace): Promise<HostResult> {
  await rm(join(library, 'desk', 'search.bin'), { force: true })
  const first = await withHost(library, async (host) => {
    const readMs = await searched(host)
    return { readMs, readMb: host.mostMb() }
  })
  const again = await withHost(library, async (host) => {
    const againMs = await searched(host)
    for (const { text, isPrefix } of makeQueries(queries, size))
      await host.ask('article.search', { query: isPrefix ? text : `${text} `, limit: 20 })
    await listed(host, 'headline')
    return { againMs, againMb: host.mostMb() }
  })
  return { kind: 'host', ...first, ...again }
}

async function withHost<T>(library: string, work: (host: RunningMidad) => Promise<T>): Promise<T> {
  const host = await runMidad(program, library)
  try {
    await listed(host, 'newest')
    return await work(host)
  } finally {
    await host.close()
  }
}

const listed = (host: RunningMidad, order: 'newest' | 'headline'): Promise<unknown> =>
  host.ask('article.rows', { order, filter: {}, language: 'ar', from: 0, count: 100 })

async function searched(host: RunningMidad): Promise<number> {
  const begin = performance.now()
  await host.ask('article.search', { query: 'يوم', limit: 20 })
  return performance.now() - begin
}
