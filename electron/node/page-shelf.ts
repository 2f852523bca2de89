import { randomBytes } from 'node:crypto'
import type { PageShelf } from '../../core/desk/ports.ts'

const keptPages = 16
const keptMs = 5 * 60_000
const prefix = '/page/'

/** The desk's PageShelf with its reading side, which the host serves. */
export interface ReadablePageShelf extends PageShelf {
  /** The bytes put under this path; undefined once they have left the shelf. */
  get(path: string): Uint8Array | undefined
}

/**
 * Drawn pages in memory under `/page/<43 base64url letters of chance>`: knowing the path is the right to read it.
 * Holds the newest 16, each for 5 minutes; `now` in milliseconds.
 */
export function createPageShelf(now: () => number = Date.now): ReadablePageShelf {
  const pages = new Map<string, { html: Uint8Array; putAt: number }>()
  return {
    put(html) {
      const path = prefix + randomBytes(32).toString('base64url')
      pages.set(path, { html, putAt: now() })
      for (const oldest of [...pages.keys()].slice(0, -keptPages)) pages.delete(oldest)
      return path
    },
    get(path) {
      const page = pages.get(path)
      if (page && now() - page.putAt >= keptMs) pages.delete(path)
      return pages.get(path)?.html
    },
  }
}
