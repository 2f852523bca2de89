import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { readIndexLine, type IndexLine } from './index-file.ts'
import { parseStrictly } from './read-strictly.ts'
import { writeAll } from './write-whole.ts'

/** More than this is none of ours: a fresh snapshot is written long before. */
const readAtMost = 64 * 1024 * 1024
/** As many are made to JSON at once: half a millisecond. */
const linesAtOnce = 500
const lineFeed = 0x0a

/**
 * `desk/index.log`: what has become of rows since the snapshot, a line each. A line that a crash has torn, or that is damaged, is
 * passed over: its article's file then differs from what the snapshot says, and is read again.
 */
export class IndexJournal {
  readonly #disk: Disk
  readonly #path: string
  /** How large the file is. */
  bytes = 0
  /** Set by `read` where something in it could not be used. */
  isDamaged = false

  constructor(disk: Disk, path: string) {
    this.#disk = disk
    this.#path = path
  }

  /** Its lines in their order. Never throws. */
  async read(): Promise<IndexLine[]> {
    try {
      const stat = await unlessMissing(this.#disk.stat(this.#path))
      if (stat === undefined) return []
      this.bytes = stat.size
      if (stat.kind !== 'file' || stat.size > readAtMost) throw new Error('not a journal')
      return this.#linesOf(await this.#disk.readFile(this.#path))
    } catch {
      this.isDamaged = true
      return []
    }
  }

  #linesOf(bytes: Uint8Array): IndexLine[] {
    const lines: IndexLine[] = []
    for (let from = 0; from < bytes.length;) {
      const feed = bytes.indexOf(lineFeed, from)
      const to = feed === -1 ? bytes.length : feed
      const parsed = to > from ? parseStrictly(bytes.subarray(from, to)) : undefined
      const line = parsed?.kind === 'json' ? readIndexLine(parsed.json) : null
      if (line) lines.push(line)
      else if (parsed) this.isDamaged = true
      from = to + 1
    }
    return lines
  }

  /** Adds lines, without waiting until a disk holds them: what is lost in a power cut is read again. @throws Node's own errors */
  async append(lines: readonly IndexLine[]): Promise<void> {
    const encoder = new TextEncoder()
    const file = await this.#disk.open(this.#path, 'a', 0o600)
    try {
      for (let at = 0; at < lines.length; at += linesAtOnce) {
        // The line feed comes first: it ends a line that was torn.
        const piece = lines.slice(at, at + linesAtOnce).map((line) => `\n${JSON.stringify(line)}`)
        const bytes = encoder.encode(piece.join(''))
        await writeAll(file, bytes)
        this.bytes += bytes.length
      }
    } finally {
      await file.close()
    }
  }

  /** What it says is in the snapshot by now. @throws Node's own errors */
  async clear(): Promise<void> {
    await unlessMissing(this.#disk.unlink(this.#path))
    this.bytes = 0
    this.isDamaged = false
  }
}
