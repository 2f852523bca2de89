import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeskApi } from '../../core/api/contract.ts'
import { createBroadcast, type Broadcast } from '../../electron/node/broadcast.ts'
import { startHost, type HostOptions, type RunningHost } from '../../electron/web/host.ts'
import { createPageShelf, type ReadablePageShelf } from '../../electron/node/page-shelf.ts'
import { standInDesk } from './stand-in-desk.ts'

export interface TestHost {
  host: RunningHost
  url: URL
  /** `<name>:<port>` */
  hostName: string
  port: number
  origin: string
  token: string
  pages: ReadablePageShelf
  broadcast: Broadcast
  /** A folder that goes with the host. */
  folder: string
  close(): Promise<void>
}

/** A host on a free port over a stand-in desk and a small page. */
export async function runningHost(
  parts: Partial<DeskApi> = {},
  options: Partial<HostOptions> = {},
  keptFolder?: string,
): Promise<TestHost> {
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'midad-host-')))
  const rendererFolder = join(folder, 'renderer')
  await mkdir(join(rendererFolder, 'assets'), { recursive: true })
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Midad</title><p>desk</p>')
  await writeFile(join(rendererFolder, 'assets', 'app-D3adB33f.js'), 'export const here = 1\n')
  await writeFile(join(rendererFolder, 'notes.md'), 'not part of the page')
  await writeFile(join(folder, 'secret.txt'), 'outside of the page')
  const broadcast = createBroadcast()
  const pages = createPageShelf()
  const host = await startHost({ desk: standInDesk(parts), broadcast, pages, rendererFolder, ...options })
  const url = new URL(host.url)
  return {
    host,
    url,
    hostName: url.host,
    port: Number(url.port),
    origin: url.origin,
    token: url.hash.slice('#t='.length),
    pages,
    broadcast,
    folder,
    async close() {
      await host.close()
      if (!keptFolder) await rm(folder, { recursive: true, force: true })
    },
  }
}
