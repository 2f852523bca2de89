import { crc32 } from 'node:zlib'
import { journalLine, type JournalLine } from '../../core/model/journal.ts'
import { parseStrictly } from './read-strictly.ts'

const lineFeed = 10

/**
 * `<crc32 of the JSON, 8 hex digits> <JSON>` between line feeds. It begins with one: whatever a torn line left behind ends there.
 */
export function lineBytes(line: JournalLine): Uint8Array {
  const json = JSON.stringify(line)
  return new TextEncoder().encode(`\n${checksumOf(json)} ${json}\n`)
}

/** Every line that is whole, in the order they stand; how many others there are. Never throws. */
export function readLines(bytes: Uint8Array): { lines: JournalLine[]; damaged: number } {
  const lines: JournalLine[] = []
  let damaged = 0
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(lineFeed, from)
    const end = found === -1 ? bytes.length : found
    if (end > from) {
      const line = readLine(bytes.subarray(from, end))
      if (line) lines.push(line)
      else damaged += 1
    }
    from = end + 1
  }
  return { lines, damaged }
}

const prefixLength = 9
function readLine(bytes: Uint8Array): JournalLine | undefined {
  const json = bytes.subarray(prefixLength)
  const prefix = new TextDecoder('latin1').decode(bytes.subarray(0, prefixLength))
  if (json.length === 0 || prefix !== `${checksumOf(json)} `) return undefined
  const read = parseStrictly(json)
  return read.kind === 'json' ? journalLine.safeParse(read.json).data : undefined
}

const checksumOf = (json: string | Uint8Array): string => crc32(json).toString(16).padStart(8, '0')
