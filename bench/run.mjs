// `npm run bench -- <what> [options]`. Figures are printed and kept in bench/results, never asserted.
import { findChromium } from '../tools/chromium.mjs'
import { build, newestNode, runToEnd } from '../tools/steps.mjs'

/** What can be measured: a name, and the file with its function. */
const benches = {
  typing: async (args, tools) => (await import('./typing.ts')).benchTyping(args, tools),
  start: async (args, tools) => (await import('./start.ts')).benchStart(args, tools),
  library: async (args) => (await import('./library.ts')).benchLibrary(args),
  export: async (args) => (await import('./export.ts')).benchExport(args),
  profile: async (args, tools) => (await import('./profile.ts')).benchProfile(args, tools),
}
/** Those that open pages. */
const inBrowser = ['typing', 'start', 'profile']

async function run() {
  const [name, ...args] = process.argv.slice(2)
  const bench = Object.hasOwn(benches, name ?? '') ? benches[name] : undefined
  if (!bench) {
    process.stderr.write(`npm run bench -- <what> [options]\n  what: ${Object.keys(benches).join(', ')}\n`)
    return 2
  }
  // The harness is TypeScript, which Node 20 cannot run.
  if (!process.features.typescript && newestNode() !== process.execPath) {
    return runToEnd(newestNode(), process.argv.slice(1))
  }
  const chromium = inBrowser.includes(name) ? findChromium() : ''
  if (chromium === undefined) {
    process.stderr.write('bench: no Chromium: MIDAD_CHROMIUM names one, and npm test installs one\n')
    return 1
  }
  try {
    return await bench(args, { chromium, build })
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n`)
    return error instanceof TypeError ? 2 : 1
  }
}

process.exitCode = await run()
