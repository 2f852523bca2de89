// `npm run package`: builds Midad and makes its installers for this system in release/ with electron-builder, which
// downloads Electron and its own tools once. Arguments are passed on: `npm run package -- --dir` makes the unpacked
// program alone; `-c.electronDist=DIR` takes Electron from a folder.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { licences } from './licences.mjs'
import { build, install, newestNode, root, runToEnd, whatIsWrongWithNode } from './steps.mjs'

const say = (line) => process.stderr.write(`midad: ${line}\n`)

const networkErrors =
  /getaddrinfo|\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT)\b|socket hang up/

/** In one sentence, where electron-builder failed for want of a network; undefined where that is not the reason. */
export function whyNoNetwork(output, electronVersion) {
  if (!networkErrors.test(output)) return undefined
  return (
    `there is no network: Electron ${electronVersion} and electron-builder's own tools are downloaded once, and are not ` +
    'all here yet. Midad itself is built and nothing else is missing. Run it again with a network, or name a folder ' +
    'that has Electron: npm run package -- --dir -c.electronDist=DIR'
  )
}

/** The targets to ask for where nobody named any: without rpmbuild there is no rpm, and the others still are. */
export function usualTargets(platform, hasProgram) {
  if (platform !== 'linux' || hasProgram('rpmbuild')) return { targets: [] }
  return {
    targets: ['--linux', 'AppImage', 'deb'],
    line: 'making AppImage and deb without rpm, because there is no rpmbuild here (Debian has it in the package rpm)',
  }
}
const hasProgram = (name) => spawnSync(name, ['--version']).error === undefined

/** What electron-builder signs with, by the names that it reads (docs/release.md). */
const signingVariables = [
  'CSC_LINK',
  'CSC_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  'APPLE_ID',
  'APPLE_APP_SPECIFIC_PASSWORD',
  'APPLE_TEAM_ID',
]

/** Takes empty variables out: a workflow hands on a secret that it lacks as an empty text, which would be read as a path. */
export function withoutEmptySecrets(environment) {
  const isEmptySecret = ([name, value]) => signingVariables.includes(name) && value === ''
  return Object.fromEntries(Object.entries(environment).filter((entry) => !isEmptySecret(entry)))
}

/** Runs electron-builder over what is built, with these arguments; resolves with its exit code. */
export async function runElectronBuilder(args, { env = {}, isQuiet = false } = {}) {
  await writeFile(join(root, 'out/licences.txt'), licences(root))
  const script = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  let output = ''
  const code = await runToEnd(newestNode(), [script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    onStart: (child) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (bytes) => {
          output += bytes
          if (!isQuiet) process.stdout.write(bytes)
        })
      }
    },
  })
  return { code, output }
}

/** Writes SHA256SUMS beside the installers, as `sha256sum --check` reads it. */
export async function writeChecksums(folder) {
  if (!existsSync(folder)) return
  const installers = readdirSync(folder).filter((name) => /\.(?:exe|dmg|zip|AppImage|deb|rpm)$/.test(name))
  const lines = []
  for (const name of installers.sort()) {
    const hash = createHash('sha256').update(await readFile(join(folder, name)))
    lines.push(`${hash.digest('hex')}  ${name}\n`)
  }
  if (lines.length > 0) await writeFile(join(folder, 'SHA256SUMS'), lines.join(''))
}

async function makeInstallers() {
  const wrongNode = whatIsWrongWithNode()
  if (wrongNode) {
    say(wrongNode)
    return 1
  }
  const notReady = (await install()) || (await build())
  if (notReady) return notReady
  process.env = withoutEmptySecrets(process.env)
  const asked = process.argv.slice(2)
  const usual = asked.length > 0 ? { targets: asked } : usualTargets(process.platform, hasProgram)
  if (usual.line) say(usual.line)
  const { code, output } = await runElectronBuilder(usual.targets)
  if (code === 0) await writeChecksums(join(root, 'release'))
  else {
    const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const why = whyNoNetwork(output, devDependencies.electron)
    if (why) say(why)
  }
  return code
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await makeInstallers()
