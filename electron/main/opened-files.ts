import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { z } from 'zod'
import { runImport, type FailedFile } from '../../core/bulk/import-run.ts'
import { isKnownKind } from '../../core/bulk/kinds.ts'
import type { CallDesk } from '../node/call-desk.ts'
import { loneFile } from '../node/files-under.ts'

/** The files among the words of a command line, absolute. An AppImage is handed addresses (`file://…`). */
export const filesAmong = (words: readonly string[], folder: string): string[] =>
  words
    .filter((word) => !word.startsWith('-') && isKnownKind(word))
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
  handedOver.safeParse(data).data?.files.filter((file) => isKnownKind(file)) ?? []

/** Files that the system asks us to open, kept until there is a desk to open them. */
export class OpenedFiles {
  readonly #waiting: string[]
  #take: ((file: string) => void) | undefined

  /** Listens from now on: a Mac sends its first file before it is ready. */
  constructor(files: readonly string[]) {
    this.#waiting = [...files]
    app.on('open-file', (event, path) => {
      event.preventDefault()
      if (isKnownKind(path)) this.add([path])
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

/** What became of a file from outside: the article to show, and the first of what could not be taken. */
export interface TakenIn {
  id: string | undefined
  failed: FailedFile | undefined
}

/** Takes a file into the library, with the pictures that lie beside it. Never throws. */
export async function importFile(file: string, ask: CallDesk): Promise<TakenIn> {
  const { articles, failed, stopped } = await runImport({
    files: [loneFile(file)],
    ask,
    signal: { aborted: false },
    onProgress: () => undefined,
  })
  const ended = stopped?.kind === 'failed' ? { source: file, error: stopped.error } : undefined
  return { id: articles[0]?.id, failed: failed[0] ?? ended }
}
