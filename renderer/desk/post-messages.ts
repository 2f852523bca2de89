import type { Result } from '../../core/api/errors.ts'

/** A POST that a worker is to make. */
export interface Post {
  number: number
  path: string
  headers: Record<string, string>
  body: string
}

/** What came of it: the desk's answer, or the words of what kept it from answering. */
export type Posted = { number: number } & ({ result: Result<unknown> } | { fault: string })

/** The part of a worker that is used. */
export interface PostWorker {
  postMessage(post: Post): void
  addEventListener(name: 'message', listener: (event: { data: Posted }) => void): void
  addEventListener(name: 'error', listener: () => void): void
}
