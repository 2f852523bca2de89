import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const require = createRequire(import.meta.url)
/** Its path: the package has no types. */
const jar = require.resolve('vnu-jar/build/dist/vnu.jar')

/** Whether the Nu HTML checker can run here: it wants a Java. */
export const hasJava = spawnSync('java', ['-version']).status === 0

/** A finding of the Nu HTML checker (https://validator.github.io/validator/). */
export interface NuFinding {
  page: string
  type: 'error' | 'info' | 'non-document-error'
  message: string
  line: number
}

/** What the checker says of pages by their names: one process reads them all. */
export function nuFindings(pages: ReadonlyMap<string, Uint8Array | string>): NuFinding[] {
  const folder = mkdtempSync(join(tmpdir(), 'midad-nu-'))
  try {
    for (const [name, markup] of pages) writeFileSync(join(folder, `${name}.html`), markup)
    const args = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', folder]
    const { stderr, status, error } = spawnSync('java', args, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (status !== 0) throw error ?? new Error(`the checker ended with ${status}: ${stderr.slice(0, 500)}`)
    const { messages } = JSON.parse(stderr) as { messages: Record<string, unknown>[] }
    return messages.map(({ url, type, message, lastLine }) => ({
      page: basename(String(url), '.html'),
      type: type as NuFinding['type'],
      message: String(message),
      line: Number(lastLine),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
