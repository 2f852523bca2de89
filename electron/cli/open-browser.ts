import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** True where a browser window can appear at all. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

const handOverMs = 30_000

/**
 * Opens the address in the default browser, through a page that only its owner can read (0600, in `folder`, gone after
 * 30 s or by the answered function).
 */
// The secret must not stand in the arguments of a program, where `ps` shows it to every user of the computer.
export async function openInBrowser(url: string, folder: string): Promise<() => Promise<void>> {
  const own = await mkdtemp(join(folder, '.open-'))
  const page = join(own, 'midad.html')
  const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const html = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Midad</title><meta http-equiv="refresh" content="0;url=${address}"><p><a href="${address}">Midad</a></p>`
  await writeFile(page, html, { mode: 0o600, flag: 'wx' })
  const opener = spawn(openerOf[process.platform] ?? 'xdg-open', [page], { stdio: 'ignore', detached: true })
  // Without a browser the printed address remains.
  opener.on('error', () => undefined)
  opener.unref()
  const remove = () => rm(own, { recursive: true, force: true })
  const later = setTimeout(() => void remove(), handOverMs)
  later.unref()
  return async () => {
    clearTimeout(later)
    await remove()
  }
}

const openerOf: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' }
