import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { MethodName } from '../../../core/api/contract.ts'
import type { Result } from '../../../core/api/errors.ts'
import type { Carrier } from '../../../renderer/desk/client.ts'
import { addressOf } from '../midad.ts'
import { midadProgram } from '../running-desk.ts'
import type { PowerDisk } from './power.ts'

/** A library that outlives its hosts, with a folder of its own for what they remember of their user. */
export interface TortureLibrary {
  library: string
  /** A folder beside it for what measures the machine; where there is a disk of its own, on another one like it. */
  folder: string
  /** What the hosts and the commands see of the machine. */
  env: Record<string, string | undefined>
  /** The disk that all of it lies on, where its rounds end with a power cut. */
  disk?: PowerDisk
  remove(): Promise<void>
}

export function tortureLibrary(): TortureLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'midad-torture-'))
  const env = { XDG_CONFIG_HOME: join(folder, 'config'), MIDAD_LIBRARY: undefined, DISPLAY: undefined }
  return {
    library: join(folder, 'library'),
    folder,
    env,
    remove: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

export interface HostProcess {
  url: URL
  pid: number
  carrier: Carrier
  /** SIGKILL; resolves when the process is gone and its last answers have been read. */
  kill(): Promise<void>
  /** SIGTERM. */
  stop(): Promise<void>
}

/** `midad serve --no-open` over this library. */
export async function startHostProcess({ library, env }: TortureLibrary): Promise<HostProcess> {
  const child = spawnHost({ library, env })
  const { url, pid } = await addressOf(child)
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const ended = once(child, 'close')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await ended
    agent.destroy()
  }
  return { url, pid, carrier: carrierTo(url, agent), kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** A host that is killed while it opens the library, its disk without power by then. */
export async function killWhileStarting(library: TortureLibrary, afterMs: number): Promise<void> {
  const child = spawnHost(library)
  const ended = once(child, 'close')
  await pause(afterMs)
  await library.disk?.cut()
  child.kill('SIGKILL')
  await ended
  await library.disk?.mountAgain()
}

type Spawning = Pick<TortureLibrary, 'library' | 'env'>
function spawnHost({ library, env }: Spawning): ChildProcess {
  const child = spawn(process.execPath, [midadProgram, 'serve', '--library', library, '--no-open'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

/** What the page's own carrier does, over connections that stay, as a browser keeps them. */
function carrierTo(url: URL, agent: Agent): Carrier {
  const headers = {
    host: url.host,
    origin: url.origin,
    'x-midad-token': url.hash.slice('#t='.length),
    'content-type': 'application/json',
  }
  return {
    on: () => () => undefined,
    call: (method: MethodName, input: unknown) =>
      new Promise((resolve) => {
        const unreachable = (error: Error): void =>
          resolve({ ok: false, error: { code: 'unreachable', message: error.message, details: {} } })
        const path = `/api/${method}`
        const asking = request({ agent, host: '127.0.0.1', port: url.port, method: 'POST', path, headers })
        asking.on('error', unreachable)
        asking.on('response', (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => (text += part))
          response.on('error', unreachable)
          response.on('end', () => {
            if (response.complete) resolve(JSON.parse(text) as Result<unknown>)
          })
        })
        asking.end(JSON.stringify(input))
      }),
  }
}
