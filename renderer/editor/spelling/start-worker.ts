import type { SpellingWorker } from './speller.ts'

/** Starts the worker that holds the dictionaries; its own policy, and no other, lets it run WebAssembly (docs/spelling.md). */
export function startSpellingWorker(): SpellingWorker {
  return new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module', name: 'spelling' })
}
