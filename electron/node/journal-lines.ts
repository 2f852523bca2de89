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
