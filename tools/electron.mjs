import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { newestNode, root } from './steps.mjs'

/** Electron's program: as MIDAD_ELECTRON names it, else where its package keeps what it has downloaded; undefined: nowhere. */
export function findElectron(folder = join(root, 'node_modules/electron')) {
  const { MIDAD_ELECTRON: own } = process.env
  if (own) return existsSync(own) ? own : undefined
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist')
  const program = join(dist, readFileSync(named, 'utf8'))
  return existsSync(program) ? program : undefined
}

/** For a download of some 110 MB; whoever has less waits no longer for a window. */
const limitMs = 90_000
/** After a try that failed the next one waits, so that no start without a network waits for it again. */
const notAgainMs = 24 * 60 * 60_000
const failedStamp = join(root, 'node_modules/.cache/midad/electron-not-had')

/**
 * Electron's program as `{ program }`, downloaded where it is missing and can be had; else `{ why }`, which follows
 * "because". Asked for by name (`host`), it is tried however lately it failed.
 */
export async function electronFor(host, say) {
  const why = whyNever()
  if (why) return { why }
  const program = findElectron()
  if (program) return { program }
  if (process.env.MIDAD_ELECTRON) return { why: 'MIDAD_ELECTRON names no file' }
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { why: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' }
  if (host !== 'electron' && failedLately()) {
    return { why: 'the program of Electron could not be downloaded today' }
  }
  say(`downloading the program of Electron (some 110 MB, once; ${limitMs / 1000} s at most)`)
  const isHad = await download(limitMs)
  const downloaded = isHad ? findElectron() : undefined
  if (downloaded) {
    rmSync(failedStamp, { force: true })
    return { program: downloaded }
  }
  mkdirSync(dirname(failedStamp), { recursive: true })
  writeFileSync(failedStamp, '')
  return { why: 'the program of Electron is not there and could not be downloaded' }
}

/** Why no Electron of ours can run here at all. */
export function whyNever(platform = process.platform, userId = process.getuid?.()) {
  return platform === 'linux' && userId === 0 && !process.env.MIDAD_ELECTRON
    ? 'the sandbox of the Electron window does not run as root'
    : undefined
}

function failedLately() {
  const stamp = statSync(failedStamp, { throwIfNoEntry: false })
  return stamp !== undefined && Date.now() - stamp.mtimeMs < notAgainMs
}

/** Electron's own script, which checks what it gets against the sums in its package. */
function download(withinMs) {
  const script = join(root, 'node_modules/electron/install.js')
  if (!existsSync(script)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(newestNode(), [script], { cwd: root, stdio: ['ignore', 'ignore', 'ignore'] })
    const limit = setTimeout(() => child.kill('SIGKILL'), withinMs)
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve(code === 0)
    })
  })
}
