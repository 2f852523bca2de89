import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What a host takes of its machine at one moment. */
export interface HostSample {
  /** Seconds since the soak began. */
  second: number
  rssMegabytes: number
  /** Open file descriptors. */
  files: number
  journalBytes: number
  libraryBytes: number
  versions: number
  /** The page's own heap after a collection, where there is a page. */
  pageMegabytes?: number
}

/** Linux alone: /proc. */
export const canWatch = process.platform === 'linux'

export async function sampleHost(
  pid: number,
  { library, id, begunAt }: { library: string; id: string; begunAt: number },
): Promise<HostSample> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const files = (await readdir(`/proc/${pid}/fd`)).length
  const versions = await readdir(join(library, 'articles', id, 'versions')).catch(() => [])
  return {
    second: Math.round((Date.now() - begunAt) / 1000),
    rssMegabytes: Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024),
    files,
    journalBytes: await sizeOf(join(library, 'journals', `${id}.log`)),
    libraryBytes: await sizeUnder(library),
    versions: versions.filter((name) => name !== 'labels.json').length,
  }
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0

async function sizeUnder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(({ parentPath, name }) => sizeOf(join(parentPath, name))))
  return sizes.reduce((sum, size) => sum + size, 0)
}
