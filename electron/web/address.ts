import { randomBytes } from 'node:crypto'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../node/write-whole.ts'

/**
 * Where a host answers, and the secret that opens it. Kept in a file of the library, so that a tab survives
 * a restart of its host and the command line can write through a running one (reliability.md §2 rule 6).
 */
const hostAddress = z.object({
  /** `<16 letters of chance>.localhost`, or `127.0.0.1` for browsers that cannot resolve it. */
  name: z.string().regex(/^(?:[a-z2-7]{16}\.localhost|127\.0\.0\.1)$/),
  port: z.number().int().min(1).max(65_535),
  /** 256 bits, base64url. */
  token: z.string().regex(/^[\w-]{43}$/),
  /** The process that answers there; null once it has ended in good order. */
  pid: z.number().int().positive().nullable(),
})
export type HostAddress = z.infer<typeof hostAddress>

export const plainName = '127.0.0.1'
const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** A name and a secret that nobody can guess. */
export function newAddress(isPlain: boolean): Pick<HostAddress, 'name' | 'token'> {
  const letters = [...randomBytes(16)].map((byte) => base32[byte % base32.length]).join('')
  return {
    name: isPlain ? plainName : `${letters}.localhost`,
    token: randomBytes(32).toString('base64url'),
  }
}

/** The library's file for it. */
export const addressFile = (library: string): string => join(library, 'desk', 'host.json')

/**
 * What the file says; undefined where there is none, where it says nothing that this version understands, and where
 * others than its owner may read it: then its secret is none.
 */
export async function recallAddress(file: string): Promise<HostAddress | undefined> {
  try {
    if (!(await isOwnersAlone(file))) return undefined
    const read = hostAddress.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** Replaces the file; only its owner can read it (mode 0600). @throws DeskError 'disk-full' | 'unwritable' */
export async function rememberAddress(file: string, address: HostAddress): Promise<void> {
  // writeWhole keeps the rights of a file that it replaces, and these may be too wide for a secret.
  if (!(await isOwnersAlone(file))) await rm(file, { force: true })
  await writeWhole(file, JSON.stringify(address), { mode: 0o600 })
}

const rightsOfOthers = 0o077

// Windows has no such bits: a library in the user's own folder is closed to other users by its inherited rights.
async function isOwnersAlone(file: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  const about = await stat(file).catch(() => undefined)
  return about === undefined || (about.mode & rightsOfOthers) === 0
}
