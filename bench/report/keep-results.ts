import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../results')

/** Writes the raw figures of a run beside those of the others; answers their place in the repository. */
export async function keepResults(bench: string, result: object): Promise<string> {
  await mkdir(folder, { recursive: true })
  const name = `${bench}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`
  await writeFile(join(folder, name), `${JSON.stringify(result)}\n`)
  return `bench/results/${name}`
}
