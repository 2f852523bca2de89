import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
/** Inside the checkout, so that the host finds its packages; git ignores it. */
export const readableFolder = join(root, 'out/bench-readable')

/** Midad as it is built, its page again with names and source maps. @throws Error when it is not built yet */
export async function buildReadable(): Promise<void> {
  await rm(readableFolder, { recursive: true, force: true })
  await mkdir(readableFolder, { recursive: true })
  for (const part of ['node', 'fonts', 'samples'])
    await cp(join(root, 'out', part), join(readableFolder, part), { recursive: true })
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'warn',
    build: { outDir: join(readableFolder, 'renderer'), minify: false, sourcemap: true },
  })
  const dictionaries = 'renderer/dictionaries'
  await cp(join(root, 'out', dictionaries), join(readableFolder, dictionaries), { recursive: true })
}
