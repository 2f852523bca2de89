import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { FormatWork } from '../midad/writing-formats.ts'
import type { StoredSource } from './export-rows.ts'

/** A way from a stored article to the bytes of a file. */
export interface FormatRow {
  /** `html`, or `pandoc html`. */
  id: string
  label: string
  /** How many cores it has: it is asked for so many articles at once. */
  cores: number
  /** Answers the bytes of the file. @throws where it could not be made */
  write(source: StoredSource): Promise<number>
}

/** Each registered format on one core and on all. */
export const formatRows = (formats: readonly FormatWork[], cores: number): FormatRow[] =>
  formats.flatMap((format) => [
    { ...named(format), cores: 1, write: ({ stored }) => format.here(stored) },
    { ...named(format), cores, write: ({ stored }) => format.onThreads(stored) },
  ])

const named = ({ id, label }: FormatWork) => ({ id, label })

const pandocKinds = [
  ['pandoc html', 'pandoc → HTML page', ['--to=html', '--standalone', '--metadata=title:x']],
  ['pandoc docx', 'pandoc → docx', ['--to=docx', '--output=-']],
] as const

/** Debian's pandoc over the same text as Markdown, a process an article, as a newsroom would call it; none where it is not installed. */
export async function pandocRows(): Promise<FormatRow[]> {
  const isThere = await run(['--version'], '').then(
    () => true,
    () => false,
  )
  if (!isThere) return []
  return pandocKinds.map(([id, label, args]) => ({
    id,
    label,
    cores: 1,
    write: ({ markdown }) => run(['--from=commonmark', ...args], markdown),
  }))
}

async function run(args: readonly string[], text: string): Promise<number> {
  const child = spawn('pandoc', args, { stdio: ['pipe', 'pipe', 'ignore'] })
  let bytes = 0
  child.stdout.on('data', (some: Uint8Array) => (bytes += some.length))
  child.stdin.on('error', () => undefined)
  child.stdin.end(text)
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0 || bytes === 0) throw new Error(`pandoc ended with ${code}`)
  return bytes
}
