import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

function versionOf(packageName: string): string {
  const text = readFileSync(join(root, 'node_modules', packageName, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** The versions of bench/peers, which its package.json pins; TipTap's and React's are those of Midad. */
function lockedPeers(): string {
  const file = join(root, 'bench/peers/package.json')
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> }
  const isMain = (name: string): boolean => !/^(?:@|react|slate-|prosemirror-(?!view))/.test(name)
  return Object.entries(dependencies)
    .filter(([name]) => isMain(name))
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}

/** The commit, and whether the checkout differs from it; a copy without git has none. */
function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== ''
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`
  } catch {
    return 'no commit known'
  }
}

/** What was measured with what, and how busy the machine was. */
export function machineLines(chromium?: string): string[] {
  const [cpu] = cpus()
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return [
    `machine: ${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes} GB, ${platform()} ${release()}, load ${load}`,
    `versions: Midad ${ownVersion()} (${commit()}), ${chromium === undefined ? '' : `Chromium ${chromium} headless, `}Node ${process.versions.node}, ` +
      `TipTap ${versionOf('@tiptap/core')}, prosemirror-view ${versionOf('prosemirror-view')}`,
    `peers: ${lockedPeers()}`,
  ]
}

const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
