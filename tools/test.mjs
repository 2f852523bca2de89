// `npm test`: installs what is missing (a real Chromium too), builds, runs every check and every test, names what was
// skipped and why, and ends with one plain line: `N passed, N failed, N skipped`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { build, install, newestNode, root, runToEnd, whatIsWrongWithNode } from './steps.mjs'

/** @typedef {{ name: string, why?: string }} NamedTest */
/** @type {{ passed: number, failed: NamedTest[], skipped: NamedTest[], retried: { name: string, tries: number }[] }} */
const total = { passed: 0, failed: [], skipped: [], retried: [] }
const said = []

function say(line) {
  process.stdout.write(`${line}\n`)
}

/** The script of an installed program. */
function scriptOf(packageName, program = packageName) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[program])
}

function addStep(name, isPassed) {
  said.push(`${isPassed ? 'passed' : 'FAILED'}  ${name}`)
  if (isPassed) total.passed += 1
  else total.failed.push({ name })
}

/** A check that is right or wrong as a whole. */
async function check(name, script, args) {
  say(`\n== ${name}`)
  addStep(name, (await runToEnd(newestNode(), [script, ...args])) === 0)
}

/** A suite that does not end is a failure, not something to wait for. */
const limitMs = 44 * 60_000

/** A vitest project, or all that a pattern names: each of its tests counts. */
async function runProject(name, project, env) {
  say(`\n== ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'midad-test-'))
  const file = join(folder, 'counts.json')
  const args = ['run', '--project', project, '--reporter=default', '--reporter=./tools/count-tests.mjs']
  const code = await runToEnd(newestNode(), [scriptOf('vitest'), ...args], {
    env: { ...env, MIDAD_TEST_COUNTS: file },
    isGroup: true,
    limitMs,
  })
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: [], skipped: [], retried: [] }
  rmSync(folder, { recursive: true, force: true })
  // vitest can fail without a failed test: no file found, a crash before the first.
  if (code !== 0 && counts.failed.length === 0)
    counts.failed.push({ name, why: `vitest ended with ${code} and no failed test` })
  total.passed += counts.passed
  total.failed.push(...counts.failed)
  total.skipped.push(...counts.skipped)
  total.retried.push(...counts.retried)
  said.push(
    `${counts.failed.length === 0 ? 'passed' : 'FAILED'}  ${name}: ${counts.passed} passed, ${counts.failed.length} failed, ${counts.skipped.length} skipped`,
  )
}

/** A browser to test with, installed where there is none; undefined where none can be had. */
async function chromium() {
  const found = findChromium()
  if (found) return found
  say('no Chromium, Chrome or Edge is installed: trying to install one with Playwright')
  await runToEnd(newestNode(), [scriptOf('playwright-core'), 'install', 'chromium'])
  if (findChromium()) return findChromium()
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!isRootOnDebian) return undefined
  say('trying to install the package chromium')
  if ((await runToEnd('apt-get', ['update'])) === 0) await runToEnd('apt-get', ['install', '-y', 'chromium'])
  return findChromium()
}

function finish() {
  say(`\n== summary\n${said.join('\n')}`)
  for (const { name, tries } of total.retried) say(`passed at try ${tries} only: ${name}`)
  for (const { name, why } of total.skipped)
    say(`skipped ${name}: ${why ?? 'its own condition, which its name says'}`)
  // Last, because the end of a long run is what is kept of it.
  for (const { name, why } of total.failed) say(`FAILED ${name}${why ? `: ${why}` : ''}`)
  say(`${total.passed} passed, ${total.failed.length} failed, ${total.skipped.length} skipped`)
  return total.failed.length === 0 ? 0 : 1
}

async function test() {
  const wrongNode = whatIsWrongWithNode()
  if (wrongNode) say(wrongNode)
  if (wrongNode || (await install()) !== 0) {
    addStep('install', false)
    return finish()
  }
  const browser = await chromium()
  if ((await build()) !== 0) addStep('build', false)
  await check('types', scriptOf('typescript', 'tsc'), ['-b'])
  await check('lint', scriptOf('oxlint'), ['--type-aware'])
  await check('format', scriptOf('oxfmt'), ['--check'])
  await check('dead code', scriptOf('knip'), [])
  const env = browser ? { MIDAD_CHROMIUM: browser } : {}
  await runProject('import table', 'architecture', env)
  await runProject('unit', 'unit', env)
  await runProject('packaging', 'packaging', env)
  if (browser) await runProject('end to end', 'e2e*', env)
  else {
    total.skipped.push({
      name: 'end to end',
      why: 'there is no Chromium, and none could be installed (MIDAD_CHROMIUM names one)',
    })
  }
  return finish()
}

process.exitCode = await test()
