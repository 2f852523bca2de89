import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export type Order =
  | { open: string; requireWrite?: boolean }
  | { call: string; input: unknown }
  | { saves: number; library: string; id: string; name: string }
  | { close: true }
export interface OtherDesk {
  ask(order: Order): Promise<unknown>
}

/** Node runs the process's TypeScript itself. */
export const runsTypeScript = Boolean(process.features.typescript)

/** A desk in another process, ended with the test; `uid` gives it the rights of another user (root on Linux alone can). */
export async function otherDesk(keepIn: string, uid?: number): Promise<OtherDesk> {
  const script = join(import.meta.dirname, 'desk-process.ts')
  const args = [script, keepIn]
  const rights = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', process.execPath]
  const child =
    uid === undefined
      ? spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
      : spawn('setpriv', [...rights, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  let problem = ''
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()))
  const ended = once(child, 'close').then(() => {
    throw new Error(`the other desk ended: ${problem.slice(0, 2000)}`)
  })
  ended.catch(() => undefined)
  onTestFinished(async () => {
    child.stdin.end()
    await ended.catch(() => undefined)
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (order: Order): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(order)}\n`)
    const { value } = (await Promise.race([lines.next(), ended])) as { value?: string }
    if (value === undefined) throw new Error(`the other desk has no answer: ${problem.slice(0, 2000)}`)
    return JSON.parse(value) as unknown
  }
  return { ask }
}
