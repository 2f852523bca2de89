import { runNpm } from '../../tools/steps.mjs'
import { whyInstall } from '../../tools/freshness.mjs'

const folder = import.meta.dirname

/**
 * Installs what the lock file of the peers names where it is not there, and says so on stderr. True when they are
 * there. They are no part of the project: `npm ci` there neither brings nor wants them.
 */
export async function installPeers(): Promise<boolean> {
  const why = whyInstall(folder)
  if (!why) return true
  process.stderr.write(`bench: installing the peers in bench/peers (280 MB), because ${why}\n`)
  // Nothing of them is built on this machine.
  const code = await runNpm(['ci', '--ignore-scripts'], { cwd: folder })
  if (code === 0) return true
  process.stderr.write(
    'bench: the peers could not be installed (does this machine reach an npm registry?): rows that need them are left out\n',
  )
  return false
}
