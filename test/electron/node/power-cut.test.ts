import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeWhole } from '../../../electron/node/write-whole.ts'
import { act, expectTold, sequencesOf, type ActionName, type Told } from '../../support/crash-sequences.ts'
import { crashStates, putBack, type LeftOver } from '../../support/crash-states.ts'
import { attempt, expectFound, expectWhole } from '../../support/expect-kept.ts'
import { openings, operations, type FaultOperation } from '../../support/fault-operations.ts'
import { newScene, type FaultScene } from '../../support/fault-scene.ts'
import { quickPlace } from '../../support/quick-disk.ts'
import { RecordingDisk, type DiskRecord } from '../../support/recording-disk.ts'
import { tempFolder } from '../../support/temp-library.ts'

let judged = 0
afterAll(() => console.log(`${judged} states after a power cut`))

/** A library on a disk whose every change can be written down. */
async function recordedScene() {
  const disks: RecordingDisk[] = []
  const made = await newScene((root) => {
    disks.push(new RecordingDisk(root))
    return disks[0] as RecordingDisk
  })
  const record = (): DiskRecord => (disks[0] as RecordingDisk).record()
  const cut = async (left: LeftOver): Promise<void> => {
    judged += 1
    await made.crash()
    putBack(dirname(made.folder), left)
    made.disk.arm(undefined)
  }
  const stop = async (): Promise<void> => {
    await made.disk.quiet()
    disks[0]?.stop()
  }
  return { made, record, stop, cut }
}

/** Does it once, and then judges each state that a power cut may have left, before its end and after it. */
async function everyPowerCut(operation: FaultOperation): Promise<void> {
  const { made, record, stop, cut } = await recordedScene()
  const begun = await operation.begin(made, 1)
  await made.disk.quiet()
  const recorded = record()
  await begun.run()
  const done = recorded.steps.length
  await stop()
  const isDone = (after: number): boolean => after >= done
  for (const { after, left } of crashStates(recorded, 0, isDone)) {
    const where = `${operation.name}: cut after step ${after} of ${recorded.steps.length}`
    await cut(left)
    if (!openings.includes(operation)) await made.open()
    expectWhole(made, begun, where)
    const words = [...begun.acknowledged, ...(isDone(after) ? begun.written : [])]
    expectFound(made.folder, { id: begun.id, words }, where)
    const again = await attempt(begun.run)
    if (again && !operation.isDoneWith?.includes(again.code ?? ''))
      throw Object.assign(new Error(`${where}: a second try: ${again.message}`), { cause: again })
    const place = expectWhole(made, begun, where)
    if (begun.id !== undefined) expect(place, where).toBe(begun.endsIn)
    expectFound(made.folder, { id: begun.id, words: [...begun.acknowledged, ...begun.written] }, where)
  }
}

/** Does all of it, and then judges each state that a power cut in the last of it may have left. */
async function everyPowerCutInTheLast(sequence: readonly ActionName[]): Promise<void> {
  const { made, record, stop, cut } = await recordedScene()
  const { id } = (await made.desk['article.create']({ headline: 'عنوان' })).article
  await made.disk.quiet()
  const recorded = record()
  let before: Told = { words: 'كلام-0-', kept: [], place: 'articles' }
  before = await act('save', made.desk, id, before, before.words)
  let after = before
  let from = 0
  for (const [place, name] of sequence.entries()) {
    before = after
    from = recorded.steps.length
    after = await act(name, made.desk, id, before, `كلام-${place + 1}-`)
  }
  const done = recorded.steps.length
  await stop()
  for (const { after: step, left } of crashStates(recorded, from, (each) => each >= done)) {
    const where = `${sequence.join(', ')}: cut after step ${step} of ${from} to ${recorded.steps.length}`
    await cut(left)
    await made.open()
    const told = step >= done ? [after] : [before, after]
    await expectTold(made, id, told, where)
    await expectMended(made, where)
    // To be looked at, it was taken out of the trash.
    await expectTold(
      made,
      id,
      told.map((each) => ({ ...each, place: 'articles' as const })),
      where,
    )
  }
}

/** What is left over, and a last line that has become zeros: nothing else is ever found, and repair takes it away. */
const harmless = ['left-over', 'stray-journal', 'damaged-journal']
async function expectMended({ desk }: FaultScene, where: string): Promise<void> {
  const { problems } = await desk['library.verify']({ repair: true })
  expect(
    problems.filter(({ code }) => !harmless.includes(code)),
    where,
  ).toEqual([])
  if (problems.length === 0) return
  const { problems: left } = await desk['library.verify']({})
  expect(
    left.filter(({ code }) => code !== 'stray-journal'),
    where,
  ).toEqual([])
}

const patient = { timeout: 180_000 }

describe('a power cut that loses what was not synced, in any order', () => {
  test.each([...operations, ...openings])(
    '$name: old or new, nothing acknowledged is lost, a second try succeeds',
    patient,
    everyPowerCut,
  )
  test.each([1, 2, 3])(
    'in the last of any %d things done with an article: it says what was acknowledged, before or after',
    patient,
    async (length) => {
      for (const sequence of sequencesOf(length)) await everyPowerCutInTheLast(sequence)
    },
  )
  test('an export over an older one: the old file or the new one, whole', async () => {
    const root = await tempFolder(quickPlace())
    const disk = new RecordingDisk(root)
    const path = join(root, 'خبر.html')
    const [old, next] = ['قديم '.repeat(400), 'جديد '.repeat(900)]
    await writeWhole(path, old, { disk })
    const recorded = disk.record()
    await writeWhole(path, next, { disk })
    disk.stop()
    const found = { [old]: 0, [next]: 0 }
    for (const { after, left } of crashStates(recorded, 0, (each) => each === recorded.steps.length)) {
      judged += 1
      const text = left.get('خبر.html')?.toString('utf8') ?? 'nothing'
      expect(Object.keys(found)).toContain(text)
      if (after === recorded.steps.length) expect(text).toBe(next)
      found[text] = (found[text] ?? 0) + 1
    }
    expect(Object.values(found).every((count) => count > 0)).toBe(true)
  })
})
