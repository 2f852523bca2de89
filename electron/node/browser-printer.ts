import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskError } from '../../core/api/errors.ts'
import type { Printer } from '../../core/desk/ports.ts'
import { inTurn } from './in-turn.ts'
import { installedBrowser } from './installed-browser.ts'

const usual = {
  /** The program of the browser; undefined where there is none. */
  find: (): string | undefined => installedBrowser(),
  /** A browser that takes longer is ended, with all its processes. */
  hungMs: 60_000,
}

/** Prints with an installed browser, without a window, one page after the other: each is a program of some hundred megabytes. */
export function browserPrinter(options: Partial<typeof usual> = {}): Printer {
  const { find, hungMs } = { ...usual, ...options }
  return {
    print: inTurn(async (html) => {
      const browser = find()
      if (browser === undefined) throw new DeskError('no-browser', 'no browser is installed that prints')
      const folder = await mkdtemp(join(placeFor(browser), 'midad-print-'))
      try {
        const [page, printed] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
        await writeFile(page, onPaper(html))
        await run(browser, printing(folder, page, printed), hungMs)
        return await readPdf(printed)
      } finally {
        // On Windows a process that is going still holds its files for a moment.
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }).catch(
          () => undefined,
        )
      }
    }),
  }
}

/** A browser from a snap sees neither the temp folder nor hidden ones. */
function placeFor(browser: string): string {
  const ofSnap = join(homedir(), 'snap/chromium/common')
  return browser.startsWith('/snap/') && existsSync(ofSnap) ? ofSnap : tmpdir()
}

/** Chromium's own paper is that of America; what the page says of paper itself stands later and holds. */
function onPaper(html: Uint8Array): Uint8Array {
  const style = '<style>'
  const bytes = Buffer.from(html.buffer, html.byteOffset, html.byteLength)
  const at = bytes.indexOf(style)
  if (at === -1) return bytes
  const end = at + style.length
  return Buffer.concat([bytes.subarray(0, end), Buffer.from('\n@page{size:A4}'), bytes.subarray(end)])
}

const printing = (folder: string, page: string, printed: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
  // Its own profile, which goes with the folder: a browser that is open is neither asked nor seen.
  `--user-data-dir=${join(folder, 'profile')}`,
  // The page asks for nothing (its policy forbids it); the browser itself shall not either.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  `--print-to-pdf=${printed}`,
  pathToFileURL(page).href,
]

/** Resolves when the program has ended, however it did. @throws DeskError 'not-printed' where it cannot be started or hangs */
function run(program: string, args: readonly string[], hungMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // With a group of its own: the processes that it starts are ended with it.
    const isOwnGroup = process.platform !== 'win32'
    const child = spawn(program, args, { stdio: 'ignore', detached: isOwnGroup, windowsHide: true })
    const end = (): void => {
      try {
        if (isOwnGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It has gone by itself.
      }
    }
    const timer = setTimeout(() => {
      end()
      reject(notPrinted(`${program} was still printing after ${hungMs} ms`))
    }, hungMs)
    const leave = (): void => {
      clearTimeout(timer)
      process.off('exit', end)
    }
    process.once('exit', end)
    child.once('error', (error) => {
      leave()
      reject(notPrinted(`${program} could not be started: ${error.message}`))
    })
    child.once('exit', () => {
      leave()
      end()
      resolve()
    })
  })
}

const notPrinted = (message: string): DeskError => new DeskError('not-printed', message)

/** @throws DeskError 'not-printed' where there is no file, or only a part of one */
async function readPdf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined)
  const isWhole = bytes?.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-32).includes('%%EOF')
  if (!bytes || !isWhole) throw notPrinted('the browser wrote no whole PDF')
  return new Uint8Array(bytes)
}
