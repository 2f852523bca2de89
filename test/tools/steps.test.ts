import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'midad-steps-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const steps = pathToFileURL(join(import.meta.dirname, '../../tools/steps.mjs')).href

/** Runs a program in which `runToEnd` is at hand, as CI does: until nobody holds its output open. */
function run(source: string): { status: number | null; stdout: string; stderr: string } {
  const script = join(folder, 'run.mjs')
  writeFileSync(script, `import { runToEnd } from ${JSON.stringify(steps)}\n${source}`)
  return spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 30_000 })
}

test.skipIf(process.platform === 'win32')('what a step has left over ends with it', () => {
  const leavesOneOver = `
    const { spawn } = require('node:child_process')
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 120000)'], { stdio: 'inherit' })
    process.exit(3)`
  const { status, stdout } = run(
    `console.log(await runToEnd(process.execPath, ['-e', ${JSON.stringify(leavesOneOver)}], { isGroup: true }))`,
  )
  expect([status, stdout]).toEqual([0, '3\n'])
})

test('a step that does not end is ended, and has failed', () => {
  const { status, stdout, stderr } = run(
    `console.log(await runToEnd(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { isGroup: true, limitMs: 500 }))`,
  )
  expect([status, stdout]).toEqual([0, '1\n'])
  expect(stderr).toContain('took longer than 0.5 s')
})
