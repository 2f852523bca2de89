import { expect } from 'vitest'
import { attempt, expectFound, expectWhole } from './expect-kept.ts'
import type { Fault, Plan } from './fault-fs.ts'
import { openings, type FaultOperation } from './fault-operations.ts'
import { newScene, type FaultScene } from './fault-scene.ts'
import { pathsUnder } from './temp-library.ts'

/** How the disk fails. */
export interface Mode {
  name: string
  fault: Fault
  lasts: Plan['lasts']
  isCrash?: boolean
}
/** The index and the heartbeat are written by the clock: they would fail now here, now there. */
const counts = (_call: string, path: string) => !/index\.json|lock\.json/.test(path)
/** How many faults were planted so far. */
export const planted = { count: 0 }

/** Plants one fault in the n-th call of an operation and looks at what is left; answers whether there was such a call. */
async function tryOnce(made: FaultScene, operation: FaultOperation, mode: Mode, at: number) {
  const where = `${operation.name}: ${mode.name} at call ${at}`
  const begun = await operation.begin(made, at)
  await made.disk.quiet()
  made.disk.arm({ at, fault: mode.fault, lasts: mode.lasts, counts })
  const error = await attempt(begun.run)
  await made.disk.quiet()
  const { fired } = made.disk
  const failing = made.disk.calls.at(-1)
  if (mode.isCrash) await made.crash()
  made.disk.arm(undefined)
  planted.count += fired > 0 ? 1 : 0
  if (fired > 0 && error !== undefined)
    expect(typeof error.code, `${where} (${failing}): ${error.message}`).toBe('string')
  const isOpening = openings.includes(operation)
  if (mode.isCrash && !isOpening) await made.open()
  expectWhole(made, begun, where)
  const done = error === undefined ? begun.written : []
  expectFound(made.folder, { id: begun.id, words: [...begun.acknowledged, ...done] }, where)

  const again = error === undefined && !mode.isCrash ? undefined : await attempt(begun.run)
  if (again && !operation.isDoneWith?.includes(again.code ?? ''))
    throw Object.assign(new Error(`${where}: a second try: ${again.message}`), { cause: again })
  const place = expectWhole(made, begun, where)
  if (begun.id !== undefined) expect(place, where).toBe(begun.endsIn)
  expectFound(made.folder, { id: begun.id, words: [...begun.acknowledged, ...begun.written] }, where)
  return fired > 0
}

/** What the faults have left is named, and repair takes away what is nobody's words. */
async function expectNamed(
  { desk, folder }: FaultScene,
  where: string,
  { isCrash = false }: Mode,
): Promise<void> {
  const temps = () => pathsUnder(folder).filter((path) => path.endsWith('.tmp'))
  const { problems } = await desk['library.verify']({})
  const named = problems.map(({ path }) => path)
  for (const temp of temps()) expect(named, where).toContain(temp)
  const codes = new Set(problems.map(({ code }) => code))
  // An opening after a crash takes these away by itself.
  const unlessCrashed = isCrash ? [] : ['empty-folder', 'no-article']
  for (const harmless of ['left-over', 'stray-journal', ...unlessCrashed]) codes.delete(harmless)
  expect([...codes], where).toEqual([])
  await desk['library.verify']({ repair: true })
  expect(temps(), where).toEqual([])
}

/** One operation, with a fault in its first call, then in its second, until it has no more. The library is one and the same. */
export async function everyFault(operation: FaultOperation, mode: Mode): Promise<void> {
  const made = await newScene()
  for (let at = 1; await tryOnce(made, operation, mode, at); at += 1);
  await expectNamed(made, `${operation.name}: ${mode.name}`, mode)
}

/** The same for what happens while a library is opened: each time it is another. */
export async function everyFaultInOpening(operation: FaultOperation, mode: Mode): Promise<void> {
  for (let at = 1; ; at += 1) {
    const made = await newScene()
    const hasFired = await tryOnce(made, operation, mode, at)
    if (!hasFired || at % 10 === 0) await expectNamed(made, `${operation.name}: ${mode.name} at ${at}`, mode)
    await made.crash()
    if (!hasFired) return
  }
}
