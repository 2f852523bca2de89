import { assert, asyncModelRun, asyncProperty } from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Newsroom } from '../../support/torture/newsroom.ts'
import { anySteps } from '../../support/torture/promise-commands.ts'
import { PromiseModel } from '../../support/torture/promise-model.ts'

/** The same stories each time; MIDAD_SEED=random for others. */
const named = process.env.MIDAD_SEED ?? '44'
const seed = named === 'random' ? Date.now() % 1_000_000 : Number(named)
const numRuns = Number(process.env.MIDAD_RUNS ?? 200)

test('whatever happens to an article, every word that was acknowledged can be found, and what is shown is what was promised', async () => {
  let steps = 0
  let runs = 0
  const property = asyncProperty(anySteps, async (commands) => {
    const folder = await mkdtemp(join(tmpdir(), 'midad-promise-'))
    const real = new Newsroom(join(folder, 'library'))
    try {
      await real.begin()
      await asyncModelRun(() => ({ model: new PromiseModel(), real }), commands)
      runs += 1
      steps += real.steps
    } finally {
      await real.end()
      await rm(folder, { recursive: true, force: true })
    }
  })
  // A busy machine does fewer.
  const interruptAfterTimeLimit = numRuns * 250
  await assert(property, {
    seed,
    numRuns,
    interruptAfterTimeLimit,
    endOnFailure: process.env.MIDAD_SHRINK === 'no',
  })
  process.stdout.write(`promises held over ${runs} stories, ${steps} steps, seed ${seed}\n`)
  expect(steps).toBeGreaterThan(0)
}, 600_000)
