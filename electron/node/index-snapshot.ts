import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Disk } from './disk.ts'
import { emptyIndex, readIndex, type IndexFile } from './index-file.ts'
import { readStrictly } from './read-strictly.ts'
import { columnOf, rowParts } from './stamped-row.ts'
import { makeFolder, writeWholeFrom } from './write-whole.ts'

/** As many values are made to JSON at once: less than half a millisecond. */
const valuesAtOnce = 2000

/** lowdb over `desk/index.json`, written whole and in pieces, so that a library of any size never holds up who is typing. */
export class IndexSnapshot implements Adapter<IndexFile> {
  readonly #disk: Disk
  readonly #path: string
  /** Set by `read` where there was a file that could not be used. */
  damage: string | undefined
  /** How large the file is; undefined where there is none that can be added to. */
  bytes: number | undefined

  constructor(disk: Disk, path: string) {
    this.#disk = disk
    this.#path = path
  }

  /** null where there is no file, or none that can be used; that of an older Midad reads as empty. Never throws. */
  async read(): Promise<IndexFile | null> {
    const file = await readStrictly(this.#disk, this.#path)
    if (file.kind === 'missing') return null
    const index = file.kind === 'json' ? readIndex(file.json) : null
    if (index === 'older') return emptyIndex()
    if (index === null) this.damage = file.kind === 'json' ? 'not what it should hold' : file.reason
    else if ('bytes' in file) this.bytes = file.bytes.length
    return index
  }

  async write({ version, rows }: IndexFile): Promise<void> {
    await makeFolder(this.#disk, dirname(this.#path))
    const written = await writeWholeFrom(
      this.#path,
      async (take) => {
        const encoder = new TextEncoder()
        const put = (text: string): Promise<void> => take(encoder.encode(text))
        const known: string[] = []
        await put(`{"version":${version},"rows":{"values":{`)
        for (const [at, part] of rowParts.entries()) {
          const column = columnOf(rows, part)
          if (column.known) known.push(`"${part}":${JSON.stringify(column.known)}`)
          await put(`${at > 0 ? '],' : ''}\n"${part}":[`)
          for (let from = 0; from < rows.rows.length; from += valuesAtOnce) {
            const values = JSON.stringify(column.values.slice(from, from + valuesAtOnce))
            await put(`${from > 0 ? ',' : ''}\n${values.slice(1, -1)}`)
          }
        }
        await put(`]},\n"known":{\n${known.join(',\n')}}}}\n`)
      },
      { disk: this.#disk },
    )
    this.bytes = written.size
    this.damage = undefined
  }
}
