import { limits } from '../../core/model/limits.ts'
import { errorCode, unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import type { Stamp } from './write-whole.ts'

/** The bytes of a whole file and which they are, or why there are none. */
export type WholeRead =
  | { kind: 'bytes'; bytes: Uint8Array; stamp: Stamp }
  | Extract<StrictRead, { kind: 'missing' | 'failed' }>

/** What a JSON file turned out to be. `damaged`: its bytes are not what Midad writes; `failed`: the disk did not answer. */
export type StrictRead =
  | { kind: 'json'; json: unknown; bytes: Uint8Array }
  | { kind: 'missing' }
  | { kind: 'damaged'; reason: string; bytes: Uint8Array }
  | { kind: 'failed'; reason: string }

/** reliability.md §5, "JSON in". */
const maxFileBytes = limits.storedBytes

/** Reads a JSON file without trust: size, NULs, strict UTF-8, JSON, no keys that reach a prototype. Never throws. */
export async function readStrictly(disk: Disk, path: string, maxBytes = maxFileBytes): Promise<StrictRead> {
  const file = await readWhole(disk, path, maxBytes)
  return file.kind === 'bytes' ? parseStrictly(file.bytes) : file
}

/** The bytes of such a file, not yet looked into. Never throws. */
export async function readWhole(disk: Disk, path: string, maxBytes = maxFileBytes): Promise<WholeRead> {
  try {
    const stat = await unlessMissing(disk.stat(path))
    if (stat === undefined) return { kind: 'missing' }
    if (stat.kind !== 'file') return { kind: 'failed', reason: 'not a file' }
    if (stat.size > maxBytes) return { kind: 'failed', reason: `larger than ${maxBytes} bytes` }
    const bytes = await unlessMissing(disk.readFile(path))
    if (bytes === undefined) return { kind: 'missing' }
    return { kind: 'bytes', bytes, stamp: { size: stat.size, mtimeMs: stat.mtimeMs } }
  } catch (error) {
    return { kind: 'failed', reason: errorCode(error) ?? String(error) }
  }
}

/** The same for bytes in hand. */
export function parseStrictly(bytes: Uint8Array): Extract<StrictRead, { bytes: Uint8Array }> {
  const damaged = (reason: string): StrictRead & { kind: 'damaged' } => ({ kind: 'damaged', reason, bytes })
  if (bytes.length === 0) return damaged('empty')
  if (bytes.includes(0)) return damaged('holds NUL bytes')
  const text = strictUtf8(bytes)
  if (text === undefined) return damaged('not UTF-8')
  try {
    // A reviver is several times slower, so it looks only where such a key can be written, escaped or not.
    const json: unknown = mayNamePrototype(text) ? JSON.parse(text, refusePrototypes) : JSON.parse(text)
    return { kind: 'json', json, bytes }
  } catch (error) {
    return damaged(error instanceof PrototypeKey ? 'holds a key that is refused' : 'not JSON')
  }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

// Not one pattern: texts are looked for many times quicker, one after the other.
const mayNamePrototype = (text: string): boolean =>
  ['__proto__', 'constructor', '\\u00'].some((part) => text.includes(part))
class PrototypeKey extends Error {}
function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new PrototypeKey(key)
  return value
}
