import { parseArgs } from 'node:util'
import { filesAmong } from './opened-files.ts'

/** What Midad was started with. */
export interface CommandLine {
  library: string | undefined
  language: string | undefined
  /** Article files to open, absolute. */
  files: string[]
}

/** Reads what follows the program; what Chromium and the system add is passed over. */
export function readCommandLine(words: readonly string[], folder: string): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    options: { library: { type: 'string' }, language: { type: 'string' } },
  })
  return {
    library: textOf(values.library),
    language: textOf(values.language),
    files: filesAmong(positionals, folder),
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
