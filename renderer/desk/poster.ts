import type { Result } from '../../core/api/errors.ts'
import type { PostWorker, Posted } from './post-messages.ts'

type Send = (path: string, headers: Record<string, string>, body: string) => Promise<Result<unknown>>

/** Sends from the page's own thread. @throws where nothing answers */
export const sendHere: Send = async (path, headers, body) => {
  const response = await fetch(path, { method: 'POST', headers, body })
  return (await response.json()) as Result<unknown>
}

/**
 * Sends from a worker: a request takes more than a millisecond of the thread that makes it, a long story's a hundred, and
 * no key is answered meanwhile. All goes from here where no worker runs, and while the page may be about to go: it takes its
 * workers along. @throws where nothing answers
 */
export function createPoster(start: () => PostWorker, isGoing: () => boolean): Send {
  const waiting = new Map<number, (posted: Posted) => void>()
  let worker: PostWorker | null | undefined
  let posts = 0
  const stop = (): void => {
    worker = null
    for (const [number, answer] of waiting) answer({ number, fault: 'the worker that sends has ended' })
  }
  const running = (): PostWorker | null => {
    if (worker !== undefined) return worker
    try {
      worker = start()
      worker.addEventListener('message', ({ data }) => waiting.get(data.number)?.(data))
      worker.addEventListener('error', stop)
    } catch {
      worker = null
    }
    return worker
  }
  return async (path, headers, body) => {
    const sender = isGoing() ? null : running()
    if (!sender) return sendHere(path, headers, body)
    const number = (posts += 1)
    const posted = await new Promise<Posted>((resolve) => {
      waiting.set(number, resolve)
      sender.postMessage({ number, path, headers, body })
    })
    waiting.delete(number)
    if ('fault' in posted) throw new Error(posted.fault)
    return posted.result
  }
}

/** Starts the worker that sends. */
export function startPostWorker(): PostWorker {
  return new Worker(new URL('./post-worker.ts', import.meta.url), { type: 'module', name: 'post' })
}
