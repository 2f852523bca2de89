import { readFileSync, rmSync, statSync } from 'node:fs'
import { indexFileOf, openBenchDesk } from '../midad/desk.ts'
import { evict } from './evict.ts'
import type { openJobs, OpenResult } from './job-results.ts'
import { articlePaths, readArticleAt, type LibraryPlace } from './library-files.ts'

/** Rows that a window asks for at first. */
const firstRows = 100

type Job = (place: LibraryPlace) => Promise<OpenResult>

/** The jobs that open a library, by name. */
export const openingJobs: Record<(typeof openJobs)[number], Job> = {
  'midad-open': async (place) => {
    // The index is there as after any day's work.
    await (await openMidad(place)).close()
    return twice(place, { open: openMidad, close: (desk) => desk.close() })
  },
  'midad-first': (place) => {
    const prepare = (): void => rmSync(indexFileOf(place.library), { force: true })
    return twice(place, { prepare, open: openMidad, close: (desk) => desk.close() })
  },
  metadata: (place) =>
    twice(place, {
      open: ({ metadata, size }) => {
        const { rows } = JSON.parse(readFileSync(metadata, 'utf8')) as { rows: unknown[] }
        requireAll(rows.length, size)
      },
    }),
  stat: (place) =>
    twice(place, {
      open: (there) => {
        let newest = 0
        for (const path of articlePaths(there)) newest = Math.max(newest, statSync(path).mtimeMs)
        if (newest === 0) throw new Error('nothing has a time')
      },
    }),
  scan: (place) =>
    twice(place, {
      open: (there) => {
        const paths = articlePaths(there)
        let letters = 0
        for (const path of paths) letters += readArticleAt(path).fields.headline.length
        if (letters < paths.length) throw new Error('some have no headline')
      },
    }),
}

async function openMidad({ library, scratch, size }: LibraryPlace) {
  const desk = await openBenchDesk(library, scratch, 'web')
  try {
    requireAll(await desk.list(firstRows), size)
    return desk
  } catch (error) {
    await desk.close()
    throw error
  }
}

function requireAll(found: number, size: number): void {
  if (found !== size) throw new Error(`${found} of ${size} articles were found`)
}

interface Opening<T> {
  prepare?: () => void
  open: (place: LibraryPlace) => Promise<T> | T
  /** Not timed. */
  close?: (opened: T) => Promise<void>
}

/** Once when the system has forgotten every file, and once more. */
async function twice<T>(place: LibraryPlace, { prepare, open, close }: Opening<T>): Promise<OpenResult> {
  const once = async (): Promise<{ ms: number; cpuMs: number }> => {
    const cpuBefore = process.cpuUsage()
    const begin = performance.now()
    const opened = await open(place)
    const ms = performance.now() - begin
    const { user, system } = process.cpuUsage(cpuBefore)
    await close?.(opened)
    return { ms, cpuMs: (user + system) / 1000 }
  }
  prepare?.()
  const isCold = evict(place.library, place.metadata)
  const { ms } = await once()
  prepare?.()
  const warm = await once()
  return { kind: 'open', coldMs: isCold ? ms : undefined, warmMs: warm.ms, cpuMs: warm.cpuMs }
}
