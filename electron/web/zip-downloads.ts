import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { HostApi } from '../../core/api/contract.ts'
import { DeskError } from '../../core/api/errors.ts'
import type { WriteFile, WrittenFile } from '../../core/desk/exporting.ts'
import { filesOf, freeNames } from '../node/export-place.ts'
import { putInTurn } from '../node/put-in-turn.ts'
import { dataPolicy, securityHeaders } from '../node/headers.ts'
import { writeZip, type ZipEntry } from '../node/zip-writer.ts'

/** How long a download is waited for, and a page that does not ask for its next article. */
export interface DownloadLimits {
  attachMs: number
  restMs: number
}
const usualLimits: DownloadLimits = { attachMs: 60_000, restMs: 5 * 60_000 }
const mostOpen = 4

type DownloadCalls = Pick<
  HostApi,
  'host.openExport' | 'host.exportInto' | 'host.closeExport' | 'host.exportFolders'
>

/** Zips that browsers download while they are written. */
export interface ZipDownloads {
  calls: DownloadCalls
  /** Answers a download with the zip of this path, once: knowing the path is the right to it. False where there is none. */
  answer(path: string, response: ServerResponse): boolean
}

/**
 * Bulk export for a browser: the page asks for one article after another, and each goes straight into a download that its browser
 * writes to the disk. No more than those few articles are in memory that it asks for at once, the page never holds a byte, and any browser can do it.
 */
export function zipDownloads(writeFile: WriteFile, limits: DownloadLimits = usualLimits): ZipDownloads {
  const open = new Map<string, ZipDownload>()
  const end = async (run: string): Promise<void> => {
    const zip = open.get(run)
    open.delete(run)
    await zip?.end()
  }
  return {
    calls: {
      'host.openExport': () => {
        const [oldest] = open.keys()
        if (open.size >= mostOpen && oldest !== undefined) void end(oldest)
        const run = randomBytes(32).toString('base64url')
        open.set(run, new ZipDownload(limits, () => void end(run)))
        return Promise.resolve({ run, download: `${prefix}${run}` })
      },
      'host.exportInto': async ({ run, ...asked }) => {
        const zip = open.get(run)
        if (!zip) throw ended()
        return zip.putInTurn(writeFile(asked), async (file) => ({
          ...(await zip.put(file)),
          warnings: file.warnings,
        }))
      },
      // What the browser has downloaded is its own matter.
      'host.exportFolders': async () => ({ folders: [] }),
      'host.closeExport': async ({ run }) => {
        await end(run)
        return null
      },
    },
    answer(path, response) {
      const zip = path.startsWith(prefix) ? open.get(path.slice(prefix.length)) : undefined
      return zip?.attach(response) ?? false
    },
  }
}

const prefix = '/export/'
const ended = () => new DeskError('export-ended', 'the download has ended')

interface Waiting {
  entry: ZipEntry
  written: () => void
  failed: (reason: unknown) => void
}

/** One zip on its way to a browser. */
class ZipDownload {
  readonly putInTurn = putInTurn()
  readonly #limits: DownloadLimits
  readonly #onRest: () => void
  readonly #nameOf = freeNames()
  readonly #entries: Waiting[] = []
  #response: ServerResponse | undefined
  #attachTimer: NodeJS.Timeout | undefined
  #restTimer: NodeJS.Timeout | undefined
  #wake: () => void = () => undefined
  #isEnded = false
  #writing: Promise<void> = Promise.resolve()

  constructor(limits: DownloadLimits, onRest: () => void) {
    this.#limits = limits
    this.#onRest = onRest
    this.#attachTimer = setTimeout(() => this.#giveUp(), limits.attachMs).unref()
    this.#rest()
  }

  /** False where somebody downloads it already. */
  attach(response: ServerResponse): boolean {
    if (this.#response || this.#isEnded) return false
    clearTimeout(this.#attachTimer)
    this.#response = response
    response.on('close', () => this.#giveUp())
    const day = new Date().toISOString().slice(0, 10)
    response.writeHead(200, {
      ...securityHeaders(dataPolicy),
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="midad-${day}.zip"`,
    })
    // The browser is to see at once that there is something to save.
    response.flushHeaders()
    this.#writing = this.#write(response)
    return true
  }

  /** Resolves with its name once the browser has taken it, with all that lies in a folder with it. @throws DeskError 'export-ended' */
  async put(file: WrittenFile): Promise<{ name: string; bytes: number }> {
    if (this.#isEnded) throw ended()
    const name = this.#nameOf(file.name)
    let sum = 0
    for (const { path, bytes } of filesOf(name, file)) {
      await this.#putEntry({ path, bytes, mtimeMs: Date.now() })
      sum += bytes.length
    }
    return { name, bytes: sum }
  }

  async #putEntry(entry: ZipEntry): Promise<void> {
    if (this.#isEnded) throw ended()
    this.#rest()
    await new Promise<void>((written, failed) => {
      this.#entries.push({ entry, written, failed })
      this.#wake()
    })
    this.#rest()
  }

  /** The zip is whole, with all that was put into it. */
  async end(): Promise<void> {
    this.#stop()
    this.#wake()
    if (!this.#response) this.#refuseWaiting()
    await this.#writing
  }

  async #write(response: ServerResponse): Promise<void> {
    try {
      await writeZip(this.#inTurn(), (bytes) => send(response, bytes))
      response.end()
    } catch {
      // Whoever stopped the download knows; the page hears it at its next article.
      this.#giveUp()
      response.destroy()
    }
  }

  async *#inTurn(): AsyncGenerator<ZipEntry> {
    for (;;) {
      const waiting = this.#entries[0]
      if (waiting) {
        yield waiting.entry
        // Asked for the next one: this one is written.
        this.#entries.shift()
        waiting.written()
      } else if (this.#isEnded) return
      else await new Promise<void>((wake) => (this.#wake = wake))
    }
  }

  /** A page that was closed asks no more: its zip is ended so that it can be opened. */
  #rest(): void {
    clearTimeout(this.#restTimer)
    this.#restTimer = setTimeout(this.#onRest, this.#limits.restMs).unref()
  }

  #stop(): void {
    this.#isEnded = true
    clearTimeout(this.#attachTimer)
    clearTimeout(this.#restTimer)
  }

  #giveUp(): void {
    this.#stop()
    this.#refuseWaiting()
    this.#wake()
  }

  #refuseWaiting(): void {
    for (const { failed } of this.#entries.splice(0)) failed(ended())
  }
}

/** Resolves once the browser has room for more. */
function send(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (response.destroyed) return reject(ended())
    if (response.write(bytes)) return resolve()
    const settle = () => {
      response.off('drain', settle)
      response.off('close', settle)
      if (response.destroyed) reject(ended())
      else resolve()
    }
    response.on('drain', settle)
    response.on('close', settle)
    return undefined
  })
}
