// Builds Midad: out/renderer (the page), out/node (command line and loopback host), out/main and out/preload (Electron),
// out/fonts, out/samples. The page's dictionaries are packed: a worker unpacks those that are used.
// `--quiet` says only what went wrong.
import { chmod, copyFile, cp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { buildStamp } from './freshness.mjs'
import { newestNode, root, runToEnd } from './steps.mjs'

// The list of fonts is read from our own TypeScript, which Node 20 cannot do.
if (!process.features.typescript && newestNode() !== process.execPath) {
  process.exit(await runToEnd(newestNode(), process.argv.slice(1)))
}
const { build } = await import('vite')
const { fontFiles } = await import('../electron/node/fonts.ts')
const { shippedDictionaries } = await import('../core/language/spelling/shipped-dictionaries.ts')

// Whoever calls us (a test runner sets its own): what is built is the product.
process.env.NODE_ENV = 'production'
const logLevel = process.argv.includes('--quiet') ? 'warn' : 'info'
// Sources changed while we build are newer than the stamp: the next start builds again.
const startedAt = new Date()
await rm(join(root, buildStamp), { force: true })

try {
  await buildAll()
} catch (error) {
  process.stderr.write(`midad: the build failed: ${error.message}\n`)
  process.exit(1)
}
await writeFile(join(root, buildStamp), `${JSON.stringify({ startedAt: startedAt.toISOString() })}\n`)
await utimes(join(root, buildStamp), startedAt, startedAt)

async function buildAll() {
  await build({ root, configFile: join(root, 'vite.node.config.ts'), logLevel })
  await chmod(join(root, 'out/node/midad.js'), 0o755)

  await build({ root, configFile: join(root, 'vite.main.config.ts'), logLevel })
  await build({ root, configFile: join(root, 'vite.preload.config.ts'), logLevel })

  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel })

  await packDictionaries()

  await rm(join(root, 'out/fonts'), { recursive: true, force: true })
  for (const file of fontFiles) {
    const target = join(root, 'out/fonts', file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(root, 'node_modules/@fontsource-variable', file), target)
  }
  await rm(join(root, 'out/samples'), { recursive: true, force: true })
  await cp(join(root, 'assets/samples'), join(root, 'out/samples'), { recursive: true })
}

async function packDictionaries() {
  const folder = join(root, 'out/renderer/dictionaries')
  await mkdir(folder, { recursive: true })
  for (const { id, files } of shippedDictionaries) {
    const [affixes, words, licence] = files.map((file) => join(root, file))
    for (const [source, ending] of [
      [affixes, 'aff'],
      [words, 'dic'],
    ]) {
      const packed = await promisify(gzip)(await readFile(source), { level: 9 })
      await writeFile(join(folder, `${id}.${ending}.gz`), packed)
    }
    await copyFile(licence, join(folder, `${id}.licence.txt`))
  }
}
