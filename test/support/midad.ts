import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { whyBuild } from '../../tools/freshness.mjs'

export const checkout = join(import.meta.dirname, '../..')
const program = join(checkout, 'out/node/midad.js')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Builds Midad if its sources are newer than what is built: the tests run the real command. Test files take turns. */
export async function builtMidad(): Promise<void> {
  const turn = join(checkout, 'out/building')
  while (whyBuild(checkout)) {
    if (!mayBuild(turn)) {
      await pause(200)
      continue
    }
    try {
      const { code, stderr } = await runNode([join(checkout, 'tools/build.mjs'), '--quiet'])
      if (code !== 0) throw new Error(`the build failed: ${stderr}`)
      return
    } finally {
      rmSync(turn, { recursive: true, force: true })
    }
  }
}

const longestBuildMs = 120_000

function mayBuild(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    // A builder that died leaves its turn behind.
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > longestBuildMs) rmSync(turn, { recursive: true, force: true })
    return false
  }
}

export interface RunOptions {
  env?: Record<string, string | undefined>
  cwd?: string
  /** Lets the host open a browser. */
  opens?: boolean
  /** What is on its stdin: nothing where it is left out. Of a process that is only started stdin stays open. */
  input?: string | Uint8Array
}

/** Runs a script in Node to its end. */
export function runNode(args: string[], options: RunOptions = {}): Promise<Ended> {
  const child = startNode(args, options)
  return new Promise((resolve) => {
    let stdout = ''
    let stderr = ''
    // One that ends at once, over wrong usage, does not read it.
    child.stdin?.on('error', () => undefined).end(options.input)
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** What Midad remembers of a person is not what it learns from tests, where they have no home of their own. */
const ownMemory = ({ HOME }: Record<string, string | undefined>) =>
  HOME === undefined ? { XDG_CONFIG_HOME: join(tmpdir(), `midad-config-${process.pid}`) } : {}

function startNode(args: string[], { env = {}, cwd, input }: RunOptions): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: cwd ?? tmpdir(),
    env: {
      ...process.env,
      ...ownMemory(env),
      MIDAD_LIBRARY: undefined,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      ...env,
    },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
}

/** Runs one `midad` command line to its end. */
export const midad = (args: string[], options: RunOptions = {}): Promise<Ended> =>
  runNode([program, ...args], options)

/** Starts one `midad` command line, for a test that does not let it come to its end. */
export const startMidad = (args: string[], options: RunOptions = {}): ChildProcess =>
  startNode([program, ...args], options)

/** The same with --json; answers what stdout says. */
export async function midadJson(args: string[], options: RunOptions = {}) {
  const ended = await midad([...args, '--json'], options)
  return { ...ended, json: JSON.parse(ended.stdout) as unknown }
}

export interface Serving {
  url: URL
  pid: number
  /** Everything on stdout so far. */
  stdout: () => string
  /** Sends the signal and waits for the end; answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** `midad serve`, once it has said its address. Rejects with its stderr where it ends before. */
export function serving(args: string[], options: RunOptions = {}): Promise<Serving> {
  return addressOf(startNode([program, 'serve', ...(options.opens ? [] : ['--no-open']), ...args], options))
}

/** The host that this process runs, once a line of its stdout is `{"url":…}`. */
export function addressOf(child: ChildProcess): Promise<Serving> {
  let stdout = ''
  let stderr = ''
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const line = stdout.split('\n').find((each) => each.startsWith('{"url":'))
      if (!line || !stdout.includes('\n')) return
      const { url } = JSON.parse(line) as { url: string }
      resolve({
        url: new URL(url),
        pid: child.pid ?? 0,
        stdout: () => stdout,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal)
          return ended
        },
      })
    })
    void ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`)))
  })
}

/** A folder of its own for a test, and how to remove it. */
export function testFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'midad-cli-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
