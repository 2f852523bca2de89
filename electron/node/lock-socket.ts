import { createHash } from 'node:crypto'
import { unlink, stat, open } from 'node:fs/promises'
import { createServer, connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from './disk-errors.ts'

/** The name that stands for a library on this machine: given back by the system when its holder dies. */
export function socketName(libraryRealPath: string, platform: NodeJS.Platform): string {
  const hash = createHash('sha256').update(libraryRealPath).digest('hex').slice(0, 32)
  if (platform === 'linux') return `\0midad-${hash}`
  if (platform === 'win32') return `\\\\.\\pipe\\midad-${hash}`
  return join(tmpdir(), `midad-${hash}.sock`)
}

/**
 * Listens alone under the name; undefined where somebody else does. A socket file of a dead process is replaced:
 * `isAlive` tells whether anybody answers under a name.
 */
export async function listenAlone(name: string, isAlive = answers): Promise<Server | undefined> {
  const server = await listen(name)
  const isFile = !name.startsWith('\0') && !name.startsWith('\\\\')
  if (server || !isFile || (await isAlive(name))) return server
  return underClaim(`${name}.claim`, async () => {
    // Asked again under the claim: another process may have replaced the dead socket meanwhile.
    if (await isAlive(name)) return undefined
    await unlink(name).catch(() => undefined)
    return listen(name)
  })
}

async function listen(name: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy())
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(true)
      else reject(error)
    })
    server.listen({ path: name, exclusive: true }, () => resolve(false))
  })
  if (taken) return undefined
  server.on('error', () => undefined)
  server.unref()
  return server
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path: name })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(errorCode(error) ?? '')))
  })
}

const claimIsDeadAfterMs = 10_000

/** Of several processes that find the same dead socket only one may replace it. */
async function underClaim(
  path: string,
  work: () => Promise<Server | undefined>,
): Promise<Server | undefined> {
  try {
    await (await open(path, 'wx', 0o600)).close()
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    const made = await stat(path).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > claimIsDeadAfterMs) await unlink(path).catch(() => undefined)
    return undefined
  }
  try {
    return await work()
  } finally {
    await unlink(path).catch(() => undefined)
  }
}
