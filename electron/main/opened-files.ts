import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { z } from 'zod'
import { maxBytes } from '../../core/api/contract.ts'
import { DeskError, toErrorData } from '../../core/api/errors.ts'
import type { CallDesk } from '../node/call-desk.ts'

/** The ending of a Midad article outside a library. */
const ending = /\.midad$/i

/** The files among the words of a command line, absolute. An AppImage is handed addresses (`file://…`). */
export const filesAmong = (words: readonly string[], folder: string): string[] =>
  words
    .filter((word) => !word.startsWith('-') && ending.test(word))
    .flatMap((word) => (/^file:/i.test(word) ? pathOf(word) : [resolve(folder, word)]))

/** The path of a `file:` address; nothing where it is none of this computer. */
function pathOf(address: string): string[] {
  try {
    return [fileURLToPath(address)]
  } catch {
    return []
  }
}

/** What a second Midad hands to the first before it ends: Chromium may shuffle its argv. */
const handedOver = z.object({ files: z.array(z.string().max(4096)).max(50) })
export type HandedOver = z.infer<typeof handedOver>
export const filesHandedOver = (data: unknown): string[] =>
  handedOver.safeParse(data).data?.files.filter((file) => ending.test(file)) ?? []

/** Files that the system asks us to open, kept until there is a desk to open them. */
export class OpenedFiles {
  readonly #waiting: string[]
  #take: ((file: string) => void) | undefined

  /** Listens from now on: a Mac sends its first file before it is ready. */
  constructor(files: readonly string[]) {
    this.#waiting = [...files]
    app.on('open-file', (event, path) => {
      event.preventDefault()
      if (ending.test(path)) this.add([path])
    })
  }

  add(files: readonly string[]): void {
    if (this.#take) for (const file of files) this.#take(file)
    else this.#waiting.push(...files)
  }

  /** Opens what has waited, which is waited for, and from now on each file as it comes, one after the other. */
  openWith(open: (file: string) => Promise<void>): Promise<void> {
    let line: Promise<void> = Promise.resolve()
    this.#take = (file) => {
      line = line.then(() => open(file)).catch(() => undefined)
    }
    this.add(this.#waiting.splice(0))
    return line
  }
}

/** Takes an article file into the library; answers its id there. @throws DeskError */
export async function importFile(file: string, call: CallDesk): Promise<string> {
  const { articles, failed } = await call('article.import', {
    name: basename(file),
    base64: (await bytesOf(file)).toString('base64'),
  })
  const id = articles[0]?.id
  if (id !== undefined) return id
  const { code, message } = failed[0] ?? { code: 'unreadable', message: 'no article in it' }
  throw new DeskError(code as 'unreadable', message)
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > maxBytes) throw new DeskError('too-large', `more than ${maxBytes} bytes`)
    return await readFile(file)
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown
    throw new DeskError('unreadable', toErrorData(thrown).message)
  }
}
