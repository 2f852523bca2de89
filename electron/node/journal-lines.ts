import { crc32 } from 'node:zlib'
import { journalLine, type JournalLine } from '../../core/model/journal.ts'
import { parseStrictly } from './read-strictly.ts'

const lineFeed = 10
const latin1 = new TextDecoder('latin1')

/**
 * `<crc32 of the JSON, 8 hex digits> <JSON>` between line feeds. It begins with one: whatever a torn line left behind ends there.
 */
export function lineBytes({ kind, ...rest }: JournalLine): Uint8Array {
  // The kind first, whatever a line was read from: by it a reader finds the last of each.
  const json = JSON.stringify({ kind, ...rest })
  return new TextEncoder().encode(`\n${checksumOf(json)} ${json}\n`)
}

/**
 * The last edit, the saves after it and the last whole text, in the order they stand: all that a replay needs. Only they are
 * parsed, because the rest of a full journal costs a third of a second, in which nothing else is written. Never throws.
 */
export function readLastLines(bytes: Uint8Array): JournalLine[] {
  const found: JournalLine[] = []
  const missing = new Set(['edit', 'whole'])
  for (let end = bytes.length; end > 0 && missing.size > 0;) {
    const from = bytes.lastIndexOf(lineFeed, end - 1) + 1
    const line = bytes.subarray(from, end)
    const kind = kindOf(line)
    const isWanted = missing.has(kind) || (kind === 'save' && missing.has('edit'))
    const read = isWanted ? readLine(line) : undefined
    if (read) {
      found.unshift(read)
      missing.delete(kind)
    }
    end = from - 1
  }
  return found
}

/** Every line that is whole, in the order they stand; how many others have been written there. Never throws. */
export function readLines(bytes: Uint8Array): { lines: JournalLine[]; damaged: number } {
  const lines: JournalLine[] = []
  let damaged = 0
  for (const part of partsOf(bytes)) {
    const line = readLine(part.bytes)
    if (line) lines.push(line)
    else if (!isNeverWritten(part)) damaged += 1
  }
  return { lines, damaged }
}

/** What stands between two line feeds; `line` where it is one that is whole. */
export interface JournalPart {
  bytes: Uint8Array
  /** False where it was cut off. */
  isEnded: boolean
  line: JournalLine | undefined
}

/** Everything that a journal holds, whole lines and others, in the order in which it stands. Never throws. */
export const journalParts = (bytes: Uint8Array): JournalPart[] =>
  [...partsOf(bytes)].map((part) => ({
    bytes: part.bytes,
    isEnded: part.isEnded,
    line: readLine(part.bytes),
  }))

/** How many lines were written whole and have been spoiled since; those that a crash, a full disk or a power cut cut off do not count. */
export function spoiledLines(bytes: Uint8Array): number {
  let spoiled = 0
  for (const part of partsOf(bytes)) {
    if (readLine(part.bytes)) continue
    const isCutOff = !part.isEnded && cutOff.test(latin1.decode(part.bytes))
    if (!isCutOff && !isNeverWritten(part)) spoiled += 1
  }
  return spoiled
}
const cutOff = /^(?:[0-9a-f]{1,8}|[0-9a-f]{8} (?:\{[^\0]*)?)$/

/**
 * A line that was not synced when the power was cut, or the rest of one. ext4 may keep the length that a write gave the file
 * without its bytes: those of the block in which it began (ext4_da_do_write_end), or of the blocks after that. Then there are NULs
 * to the end, or to the beginning of the line that was added next.
 */
function isNeverWritten({ bytes, from, isEnded }: Part): boolean {
  const nuls = bytes.indexOf(0)
  const isFromBlock = nuls === 0 ? from > 0 : (from + nuls) % blockBytes === 0
  if (isEnded || nuls === -1 || !isFromBlock) return false
  const begun = latin1.decode(bytes.subarray(0, nuls))
  return (begun === '' || cutOff.test(begun)) && bytes.subarray(nuls).every((byte) => byte === 0)
}
/** The smallest that a disk writes at once. */
const blockBytes = 512

interface Part {
  bytes: Uint8Array
  /** Where it stands in the file. */
  from: number
  isEnded: boolean
}
/** What stands between line feeds. A line has one of its own on both sides: where one is missing it was not written to its end. */
function* partsOf(bytes: Uint8Array): Generator<Part> {
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(lineFeed, from)
    const end = found === -1 ? bytes.length : found
    const next = bytes[end + 1] ?? lineFeed
    if (end > from)
      yield { bytes: bytes.subarray(from, end), from, isEnded: found !== -1 && next === lineFeed }
    from = end + 1
  }
}

const kindOf = (line: Uint8Array): string =>
  /^\{"kind":"(\w+)"/.exec(latin1.decode(line.subarray(prefixLength, prefixLength + 24)))?.[1] ?? ''

const prefixLength = 9

/** The line that these bytes are, without its line feeds; undefined where they are torn or turned. */
export function readLine(bytes: Uint8Array): JournalLine | undefined {
  const json = bytes.subarray(prefixLength)
  const prefix = latin1.decode(bytes.subarray(0, prefixLength))
  if (json.length === 0 || prefix !== `${checksumOf(json)} `) return undefined
  const read = parseStrictly(json)
  return read.kind === 'json' ? journalLine.safeParse(read.json).data : undefined
}

const checksumOf = (json: string | Uint8Array): string => crc32(json).toString(16).padStart(8, '0')
