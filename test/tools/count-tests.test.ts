import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout, runNode } from '../support/midad.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-count-'))
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Counts {
  passed: number
  failed: { name: string; why: string }[]
  skipped: { name: string; why?: string }[]
}

async function counted(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { beforeAll, describe, expect, test } from 'vitest'\n${text}`)
  }
  const counts = join(folder, 'counts.json')
  const vitest = join(checkout, 'node_modules/vitest/vitest.mjs')
  const reporter = join(checkout, 'tools/count-tests.mjs')
  const { code } = await runNode([vitest, 'run', '--root', folder, `--reporter=${reporter}`], {
    cwd: folder,
    env: {
      MIDAD_TEST_COUNTS: counts,
      VITEST: undefined,
      VITEST_POOL_ID: undefined,
      VITEST_WORKER_ID: undefined,
    },
  })
  return { code, ...(JSON.parse(readFileSync(counts, 'utf8')) as Counts) }
}

test('what passed, failed and was skipped is counted, and why', async () => {
  const { code, passed, failed, skipped } = await counted({
    'a.test.ts': `
      test('good', () => expect(1).toBe(1))
      test('bad', () => expect(1).toBe(2))
      test.skip('left out', () => undefined)
      test('gives up', (context) => context.skip('no browser'))`,
  })
  expect(code).toBe(1)
  expect(passed).toBe(1)
  expect(failed).toEqual([
    { name: 'a.test.ts: bad', why: expect.stringMatching(/^expected 1 to be 2[^\n]*$/u) },
  ])
  expect(skipped).toEqual([
    { name: 'a.test.ts: left out' },
    { name: 'a.test.ts: gives up', why: 'no browser' },
  ])
})

test('a file that cannot be read and a suite that cannot begin are failures', async () => {
  const { code, failed } = await counted({
    'broken.test.ts': "throw new Error('cannot be read')",
    'suite.test.ts': `
      describe('suite', () => {
        beforeAll(() => { throw new Error('cannot begin') })
        test('never runs', () => undefined)
      })`,
  })
  expect(code).toBe(1)
  expect(failed.map(({ name, why }) => `${name} (${why})`).toSorted()).toEqual([
    expect.stringMatching(/^broken\.test\.ts .*cannot be read/u),
    expect.stringMatching(/^suite\.test\.ts: suite .*cannot begin/u),
  ])
})
