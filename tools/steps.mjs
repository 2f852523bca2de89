import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whyBuild, whyInstall } from './freshness.mjs'

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))
const programs = join(root, 'node_modules/.bin')

const oldestNode = [20, 19]

/** Says what is wrong with this Node in one sentence; undefined where it will do. */
export function whatIsWrongWithNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOldEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  return isOldEnough ? undefined : `Midad needs Node ${oldestNode.join('.')} or newer; this is ${version}`
}

/** The Node 24 that is installed with Midad, else the one that runs this. */
export function newestNode() {
  const own = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** The environment in which a plain `node` is the installed one. */
function environment(extra) {
  const path = process.env.PATH ?? process.env.Path ?? ''
  return { ...process.env, PATH: `${programs}${delimiter}${path}`, ...extra }
}

/**
 * Runs a program to its end with our own output; resolves with its exit code. Signals that we get go to it, and its own
 * death by a signal counts as a failure. `isGroup`: what it has started ends with it, so that nothing of a failed test
 * lives on and holds our output open. After `limitMs` it is killed, and said to have taken too long.
 */
export function runToEnd(
  program,
  args,
  { env = {}, stdio = 'inherit', cwd = root, isGroup = false, limitMs = 0, onStart = () => undefined } = {},
) {
  const detached = isGroup && process.platform !== 'win32'
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: environment(env), stdio, detached })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    const tooLong = () => {
      process.stderr.write(`midad: ${program} took longer than ${limitMs / 1000} s and was ended\n`)
      if (detached) endGroup(child.pid)
      else child.kill('SIGKILL')
    }
    const timer = limitMs > 0 ? setTimeout(tooLong, limitMs) : undefined
    const end = (code) => {
      clearTimeout(timer)
      if (detached && child.pid) endGroup(child.pid)
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve(code)
    }
    child.on('error', (error) => {
      process.stderr.write(`midad: ${program} cannot be run: ${error.message}\n`)
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
    onStart(child)
  })
}

function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

/** npm as it runs us, else the one in the path. */
function npm(args) {
  const script = process.env.npm_execpath
  if (script && /\.[cm]?js$/.test(script)) return [process.execPath, [script, ...args]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
}

/** Installs what the lock file names where it is not there, and says so; resolves with an exit code. */
export async function install() {
  const why = whyInstall(root)
  if (!why) return 0
  process.stderr.write(`midad: installing, because ${why}\n`)
  if ((await runNpm(['ci'])) === 0) return 0
  // A registry that does not have the packages of other systems makes npm ci give up; npm install passes them over.
  process.stderr.write(
    'midad: npm ci did not succeed; trying npm install, which leaves package-lock.json as it is\n',
  )
  return runNpm(['install', '--no-save'])
}

/** Runs npm quietly, in the folder of the project or in `cwd`; resolves with an exit code. */
export function runNpm(what, { cwd = root } = {}) {
  const [program, args] = npm([...what, '--loglevel=error', '--no-fund', '--no-audit'])
  return runToEnd(program, args, { stdio: ['ignore', 2, 'inherit'], cwd })
}

/** Builds where the sources are newer than what is built, and says so; resolves with an exit code. */
export async function build() {
  const why = whyBuild(root)
  if (!why) return 0
  process.stderr.write(`midad: building, because ${why}\n`)
  return runToEnd(newestNode(), ['tools/build.mjs', '--quiet'], { stdio: ['ignore', 2, 'inherit'] })
}
