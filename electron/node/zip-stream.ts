import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  path: string
  bytes: Uint8Array
  mtimeMs: number
}

/**
 * Writes a zip of entries that come one by one, and holds no more than two of them at a time. Names are UTF-8; JSON is
 * deflated, everything else is packed already and stored as it is.
 */
export async function writeZip(
  entries: AsyncIterable<ZipEntry>,
  put: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const stop = new AbortController()
  let failure: { error: unknown } | undefined
  const fail = (error: unknown): void => {
    failure ??= { error }
    stop.abort()
    output.destroy()
  }
  zip.on('error', fail)
  // What is still on its way when it is destroyed is no news.
  output.on('error', fail)
  await Promise.all([addAll(zip, entries, stop.signal).catch(fail), drain(output, put).catch(fail)])
  if (failure) throw failure.error
}

async function addAll(zip: ZipFile, entries: AsyncIterable<ZipEntry>, stop: AbortSignal): Promise<void> {
  // yazl keeps its function for each entry until the end: through this one place it keeps no bytes with it.
  let next: Readable | undefined
  const take = (answer: (error: unknown, stream: Readable) => void): void => {
    const taken = next ?? Readable.from([])
    next = undefined
    answer(undefined, taken)
  }
  for await (const { path, bytes, mtimeMs } of entries) {
    stop.throwIfAborted()
    const compress = await isWorthPacking(path, bytes)
    const stream = Readable.from(piecesOf(bytes))
    const isTaken = finished(stream, { signal: stop })
    next = stream
    const options = { size: bytes.length, compress, mtime: new Date(mtimeMs), mode: ownersFile }
    zip.addReadStreamLazy(path, options, take)
    await isTaken
  }
  zip.end()
}

/** A regular file for its owner alone. */
const ownersFile = 0o100600
const pieceBytes = 64 * 1024

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes)
}

/** Beyond this ratio a packed file is taken for a bomb (reliability.md §5): a reader refuses it, a writer stores it as it is. */
export const mostRatio = 200
/** Smaller files may be packed as tightly as they can. */
export const ratioCountsFrom = 1024 * 1024
const deflated = promisify(deflateRaw)

async function isWorthPacking(path: string, bytes: Uint8Array): Promise<boolean> {
  if (!/\.(?:json|log)$/.test(path)) return false
  if (bytes.length < ratioCountsFrom) return true
  return bytes.length <= (await deflated(bytes)).length * mostRatio
}

const writeBytes = 256 * 1024

/** yazl gives each header on its own: they are written together. */
async function drain(output: Readable, put: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const part of output as AsyncIterable<Uint8Array>) {
    waiting.push(part)
    length += part.length
    if (length < writeBytes) continue
    await put(Buffer.concat(waiting))
    waiting = []
    length = 0
  }
  if (length > 0) await put(Buffer.concat(waiting))
}
