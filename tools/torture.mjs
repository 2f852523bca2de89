// `npm run torture -- --rounds 1000 [--seed N] [--browser]`: somebody types, the host is killed at a random moment, and what
// comes back is held against what was typed. `--power [--fs ext4|ext4-noauto|xfs]`: a power cut instead of a kill, over HTTP.
// `-- --soak MINUTES [--browser]`: hours of work on one story, watched.
// Figures are printed; it fails where a promise of docs/never-lose.md was broken.
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'
import { build, newestNode, runToEnd } from './steps.mjs'

const usage =
  'npm run torture -- --rounds COUNT [--browser | --power [--fs ext4|ext4-noauto|xfs]] | --soak MINUTES [--browser] [--seed N]\n'

function options() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      soak: { type: 'string' },
      seed: { type: 'string' },
      browser: { type: 'boolean', default: false },
      power: { type: 'boolean', default: false },
      fs: { type: 'string', default: 'ext4' },
    },
  })
  const [rounds, soak] = [Number(values.rounds ?? 0), Number(values.soak ?? 0)]
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const isClear = [rounds, soak, seed].every((each) => each >= 0) && rounds > 0 !== soak > 0
  const isPowerClear = !values.power || (rounds > 0 && !values.browser)
  if (!isClear || !isPowerClear) return undefined
  const fileSystem = values.power ? values.fs : undefined
  return { rounds, minutes: soak, seed, isInBrowser: values.browser, fileSystem }
}

async function run() {
  const asked = options()
  if (!asked) {
    process.stderr.write(usage)
    return 2
  }
  // The rig is TypeScript, which Node 20 cannot run.
  if (!process.features.typescript && newestNode() !== process.execPath) {
    return runToEnd(newestNode(), process.argv.slice(1))
  }
  if ((await build()) !== 0) return 1
  if (asked.isInBrowser) process.env.MIDAD_CHROMIUM ??= findChromium()
  const { torture } = await import('../test/support/torture/by-hand.ts')
  return torture(asked, (line) => process.stdout.write(`${line}\n`))
}

process.exitCode = await run()
