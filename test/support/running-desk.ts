import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Article } from '../../core/model/article.ts'

const checkout = join(import.meta.dirname, '../..')
/** The built command line: what `npx midad` runs. */
export const midadProgram = join(checkout, 'out/node/midad.js')

const firstStart = join(checkout, 'out/node/first-start.js')

/** A web host over a library of its own, in a process that can be killed. */
export interface RunningDesk {
  library: string
  url: string
  /** The address with these parameters in its query. */
  at(query: Record<string, string>): string
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>
  /** Starts again on the same library; the address may change. */
  start(): Promise<void>
  /** The article files as they stand on the disk. */
  articles(): Promise<Article[]>
  /** SIGTERM, and the library is deleted. */
  close(): Promise<void>
}

/** No host outlives its tests, whatever became of them. */
function endWithUs(host: ChildProcess): void {
  const end = () => host.kill('SIGKILL')
  process.once('exit', end)
  host.once('exit', () => process.off('exit', end))
}

/** Founds a library with the sample articles in `library`, as the first `npm start` does. */
export function foundLibrary(library: string): void {
  const env = { ...process.env, MIDAD_LIBRARY: library }
  const { status, stderr } = spawnSync(process.execPath, [firstStart], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`no library was founded: ${stderr}`)
}

/** Starts the built host on an empty library, or on the one that is given. */
export async function runDesk(options: { library?: string; args?: string[] } = {}): Promise<RunningDesk> {
  if (!existsSync(midadProgram)) throw new Error('not built: run npm run build first')
  const library = options.library ?? join(await mkdtemp(join(tmpdir(), 'midad-desk-')), 'library')
  const home = `${library}-home`
  let host: ChildProcess
  const desk: RunningDesk = {
    library,
    url: '',
    at: (query) => {
      const url = new URL(desk.url)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      return url.href
    },
    async start() {
      host = spawn(
        process.execPath,
        [midadProgram, 'serve', '--library', library, '--no-open', ...(options.args ?? [])],
        {
          // What it remembers of a person is this test's own.
          env: { ...process.env, HOME: home, USERPROFILE: home, APPDATA: home, XDG_CONFIG_HOME: undefined },
          // A pipe: a host that is left over holds nobody else's output open.
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      host.stderr?.pipe(process.stderr, { end: false })
      endWithUs(host)
      const lines = createInterface({ input: host.stdout as NodeJS.ReadableStream })
      const first = await Promise.race([
        once(lines, 'line').then(([line]) => String(line)),
        once(host, 'exit').then(([code]) => Promise.reject(new Error(`the host ended with ${String(code)}`))),
      ])
      desk.url = (JSON.parse(first) as { url: string }).url
    },
    async kill() {
      const ended = once(host, 'exit')
      host.kill('SIGKILL')
      await ended
    },
    async articles() {
      const folder = join(library, 'articles')
      const ids = existsSync(folder) ? await readdir(folder) : []
      return Promise.all(
        ids.map(
          async (id) => JSON.parse(await readFile(join(folder, id, 'article.json'), 'utf8')) as Article,
        ),
      )
    },
    async close() {
      if (host.exitCode === null && host.signalCode === null) {
        const ended = once(host, 'exit')
        host.kill('SIGTERM')
        await ended
      }
      for (const folder of [library, home]) await rm(folder, { recursive: true, force: true })
    },
  }
  await desk.start()
  return desk
}
