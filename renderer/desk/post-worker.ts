import type { Result } from '../../core/api/errors.ts'
import type { Post, Posted } from './post-messages.ts'

async function make({ number, path, headers, body }: Post): Promise<Posted> {
  try {
    const response = await fetch(path, { method: 'POST', headers, body })
    return { number, result: (await response.json()) as Result<unknown> }
  } catch (thrown) {
    return { number, fault: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Post>) => {
  void make(data).then((posted) => postMessage(posted))
})
