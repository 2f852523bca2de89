import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Input, MethodName, Output } from '../../core/api/contract.ts'
import { nodeEnvironment, nodeFlags } from '../../tools/small-memory.mjs'
import { tokenHeader } from '../../electron/web/gate.ts'

/** Midad's own web host over a library, in a process of its own. */
export interface RunningMidad {
  /** The page with this article open, its interface in English. */
  articleUrl(id: string): string
  /** What a request of the contract answers. @throws Error with what it fails with */
  ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  /** The most memory that the process has held at once since this was asked last; 2^20 bytes, NaN where this system does not tell. */
  mostMb(): number
  close(): Promise<void>
}

/** Starts the built `midad serve`. @throws Error when it is not built, or ends before it has an address */
export async function runMidad(program: string, library: string): Promise<RunningMidad> {
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build`)
  const words = [
    ...nodeFlags,
    program,
    'serve',
    '--library',
    library,
    '--no-open',
    '--plain-host',
    '--port',
    '0',
  ]
  const host = spawn(process.execPath, words, {
    // As `npm start` and `midad` have it.
    env: { ...process.env, ...nodeEnvironment },
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
    async ask(method, input) {
      const { origin, hash } = new URL(url)
      const answer = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { [tokenHeader]: hash.slice('#t='.length), 'content-type': 'application/json', origin },
        body: JSON.stringify(input),
      })
      const told = (await answer.json()) as
        | { ok: true; value: never }
        | { ok: false; error: { message: string } }
      if (!told.ok) throw new Error(`${method}: ${told.error.message}`)
      return told.value
    },
    mostMb: () => mostSince(host.pid ?? 0),
    async close() {
      host.kill('SIGTERM')
      await ended
    },
  }
}

/** Linux keeps it, and begins anew when it is told to (proc(5), clear_refs). */
function mostSince(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return Number(kilobytes) / 1024
}
