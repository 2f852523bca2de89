import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** Midad's own web host over a library, in a process of its own. */
export interface RunningMidad {
  /** The page with this article open, its interface in English. */
  articleUrl(id: string): string
  close(): Promise<void>
}

/** Starts the built `midad serve`. @throws Error when it is not built, or ends before it has an address */
export async function runMidad(program: string, library: string): Promise<RunningMidad> {
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build`)
  const host = spawn(process.execPath, [program, 'serve', '--library', library, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(host, 'exit')
  const line = await Promise.race([
    once(createInterface({ input: host.stdout }), 'line').then(([first]) => String(first)),
    ended.then(([code]) => Promise.reject(new Error(`midad serve ended with ${String(code)}`))),
  ])
  const { url } = JSON.parse(line) as { url: string }
  return {
    articleUrl(id) {
      const address = new URL(url)
      address.searchParams.set('language', 'en')
      address.searchParams.set('article', id)
      return address.href
    },
    async close() {
      host.kill('SIGTERM')
      await ended
    },
  }
}
