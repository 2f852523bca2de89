import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { brotliBytes } from '../../bench/measure/script-size.ts'

const root = join(import.meta.dirname, '../..')

/** A script that the page reads before a story can be written in; bytes. */
export interface FirstScript {
  file: string
  /** Compressed by brotli at its highest quality, as it is measured beside the peers. */
  brotli: number
  /** What is in it, by the bytes that are left of each module before it is minified. */
  modules: { id: string; bytes: number }[]
}

/** The page as it is built, in memory: its HTML, and the scripts that stand on its entry and on what draws the story. */
export async function buildFirstScripts(): Promise<{ html: string; scripts: FirstScript[] }> {
  const built = await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'silent',
    build: { write: false },
  })
  const { output } = built as Rolldown.RolldownOutput
  const chunks = new Map(
    output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])),
  )
  const html = output.find(({ fileName }) => fileName === 'index.html')
  if (html?.type !== 'asset') throw new Error('no page was built')
  const first = new Set<string>()
  const take = (name: string): void => {
    const chunk = chunks.get(name)
    if (!chunk || first.has(name)) return
    first.add(name)
    for (const each of chunk.imports) take(each)
    // Of the words, which the page awaits, it reads those of one language.
    const words = chunk.dynamicImports
      .flatMap((each) => chunks.get(each) ?? [])
      .filter(({ facadeModuleId }) => facadeModuleId?.endsWith('.json'))
    const [largest] = words.toSorted((one, other) => brotliBytes(other.code) - brotliBytes(one.code))
    if (largest) take(largest.fileName)
  }
  for (const [name, { isEntry }] of chunks) if (isEntry) take(name)
  return { html: String(html.source), scripts: [...first].flatMap((name) => describe(chunks.get(name))) }
}

function describe(chunk: Rolldown.OutputChunk | undefined): FirstScript[] {
  if (!chunk) return []
  const modules = Object.entries(chunk.modules).map(([id, { renderedLength }]) => ({
    id: id.replace(`${root}/`, ''),
    bytes: renderedLength,
  }))
  return [{ file: chunk.fileName, brotli: brotliBytes(chunk.code), modules }]
}

/** Nothing where the scripts keep within so many bytes; else by how much they do not, and what is largest in them. */
export function overBudget(scripts: readonly FirstScript[], mostBytes: number): string[] {
  const bytes = scripts.reduce((sum, { brotli }) => sum + brotli, 0)
  if (bytes <= mostBytes) return []
  const largest = scripts
    .flatMap(({ modules }) => modules)
    .toSorted((one, other) => other.bytes - one.bytes)
    .slice(0, 20)
  return [
    `the first scripts are ${bytes} bytes of brotli, and may be ${mostBytes}; the largest modules in them:`,
    ...largest.map(({ id, bytes }) => `${bytes} ${id}`),
  ]
}
