import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const modified = (path) => statSync(path).mtimeMs

/** The newest change, in milliseconds since 1970, of a file or of anything in a folder. A missing one is as old as can be. */
function newestChange(path) {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return modified(path)
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)))
  // The folder itself too: a file that was taken away is a change.
  return Math.max(modified(path), ...inside)
}

/** What the built program is made of. */
const sources = [
  'core',
  'electron',
  'renderer',
  'assets',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.node.config.ts',
  'vite.main.config.ts',
  'vite.preload.config.ts',
  'tools/build.mjs',
]
/** Written when a build has ended well. */
export const buildStamp = 'out/built.json'

/** Why there is something to install, in words; undefined where there is not. */
export function whyInstall(root) {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return 'nothing is installed yet'
  return modified(installed) < modified(join(root, 'package-lock.json'))
    ? 'package-lock.json is newer than what is installed'
    : undefined
}

/** Why there is something to build, in words; undefined where there is not. */
export function whyBuild(root) {
  const stamp = join(root, buildStamp)
  if (!existsSync(stamp)) return 'nothing is built yet'
  const built = modified(stamp)
  const changed = sources.find((source) => newestChange(join(root, source)) > built)
  return changed ? `${changed} is newer than what is built` : undefined
}
