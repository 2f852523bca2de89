import { fold } from '../language/fold.ts'

/** The words of a query as they are compared: folded, each once. All of them must be found. */
export function queryWords(query: string): string[] {
  const words = fold(query)
    .split(/[\s\p{P}\p{S}]+/u)
    .filter(Boolean)
  return [...new Set(words)]
}
