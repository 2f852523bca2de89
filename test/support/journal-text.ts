import type { JournalLine } from '../../core/model/journal.ts'
import { readLine } from '../../electron/node/journal-lines.ts'

const lineFeed = 10

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
