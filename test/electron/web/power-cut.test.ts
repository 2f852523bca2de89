import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { StoryBody } from '../../../core/model/body.ts'
import { patchOf } from '../../../core/model/draft-patch.ts'
import { nodeDisk, type Disk } from '../../../electron/node/disk.ts'
import { writeWhole } from '../../../electron/node/write-whole.ts'
import { ask, crashOverApi } from '../../support/crash-rig.ts'
import { builtMidad } from '../../support/midad.ts'
import { story } from '../../support/temp-library.ts'
import { RoundFigures } from '../../support/torture/figures.ts'
import { startHostProcess } from '../../support/torture/host-process.ts'
import { powerDisk, powerLibrary, whyNoPowerCuts, type PowerDisk } from '../../support/torture/power.ts'

const seed = Number(process.env.MIDAD_SEED ?? Date.now() % 1_000_000)
const rounds = [5, 5, 5, 5]
const why = await whyNoPowerCuts()
// A machine that does other things may let half a second pass in which nobody was asked.
const timed = { retry: 2, timeout: 300_000 }

describe.skipIf(why !== undefined)(`a power cut${why ? ` (skipped, because ${why})` : ''}`, () => {
  beforeAll(builtMidad, 180_000)

  test(
    'while somebody types loses nothing acknowledged, and at most the last half second (20 cuts)',
    timed,
    async () => {
      const libraries = await Promise.all(
        rounds.map((count, part) => crashOverApi({ rounds: count, seed: seed + part, fileSystem: 'ext4' })),
      )
      const total = new RoundFigures()
      for (const figures of libraries) total.add(figures)
      process.stdout.write(`cut off while typing, seed ${seed}: ${total.line()}\n`)
      expect({ seed, faults: total.faults }).toEqual({ seed, faults: [] })
      expect(total.rounds).toBe(20)
    },
  )

  test('takes what was acknowledged from a host whose syncs do nothing: the rig sees it', timed, async () => {
    const figures = await crashOverApi({ rounds: 3, seed, fileSystem: 'ext4', isUnsynced: true })
    expect(figures.acknowledgedLost).toBeGreaterThan(0)
  })

  test('leaves what was typed while a save was under way, and shows it', async () => {
    const place = await powerLibrary('ext4')
    onTestFinished(() => place.remove())
    const first = await startHostProcess(place)
    const { article } = await ask(first.carrier, 'article.create', { headline: 'عنوان' })
    const { id, language, status, fields } = article
    const patchTo = (body: StoryBody, from: StoryBody) =>
      patchOf({ ...article, body: from }, { ...article, body }) ?? {}
    const [before, saved, typed] = [story('خبر'), story('نص'), story('نص آخر')]
    const save = (body: StoryBody, revision: number) =>
      ask(first.carrier, 'article.save', { id, language, status, fields, body, revision })
    // With the first save its text goes into the journal; the second has only the line that names its file.
    await ask(first.carrier, 'article.journal', {
      id,
      on: [{ revision: 0, patch: patchTo(before, article.body) }],
    })
    await save(before, 0)
    // The file that the save makes is not known yet: the line of the save will say which one it is.
    const on = [
      { revision: 1, patch: patchTo(typed, before) },
      { revision: 2, patch: patchTo(typed, saved) },
    ]
    await ask(first.carrier, 'article.journal', { id, on })
    await save(saved, 1)
    await place.disk.cut()
    await first.kill()
    await place.disk.mountAgain()
    const second = await startHostProcess(place)
    expect((await ask(second.carrier, 'article.open', { id })).article.body).toEqual(typed)
    await second.stop()
  })

  test('takes a file that was not synced, and leaves one that was', async () => {
    const disk = await tempPowerDisk()
    await writeFile(join(disk.path, 'synced'), 'كلمة', { flush: true })
    await writeFile(join(disk.path, 'not synced'), 'كلمة')
    await cutAndMount(disk)
    expect(await readFile(join(disk.path, 'synced'), 'utf8')).toBe('كلمة')
    expect(existsSync(join(disk.path, 'not synced'))).toBe(false)
  })

  test('leaves what writeWhole has resolved for, because it syncs the file and its folder', async () => {
    const disk = await tempPowerDisk()
    for (const [name, on] of [
      ['synced', nodeDisk],
      ['not synced', diskThatSyncs(() => false)],
      ['without its folder', diskThatSyncs((flags) => flags === 'wx')],
    ] as const) {
      await mkdir(join(disk.path, name))
      await writeWhole(join(disk.path, name, 'article.json'), 'قبل')
      await disk.sync()
      await writeWhole(join(disk.path, name, 'article.json'), 'بعد', { disk: on })
      await cutAndMount(disk)
    }
    expect(await readFile(join(disk.path, 'synced/article.json'), 'utf8')).toBe('بعد')
    for (const name of ['not synced', 'without its folder'])
      expect(await readFile(join(disk.path, name, 'article.json'), 'utf8'), name).toBe('قبل')
  })
})

async function tempPowerDisk(): Promise<PowerDisk> {
  const disk = await powerDisk('ext4')
  onTestFinished(() => disk.remove())
  return disk
}

async function cutAndMount(disk: PowerDisk): Promise<void> {
  await disk.cut()
  await disk.mountAgain()
}

/** A disk that says of some files that they are synced, and does nothing. */
const diskThatSyncs = (isTrue: (flags: 'wx' | 'a' | 'r') => boolean): Disk => ({
  ...nodeDisk,
  async open(path, flags, mode) {
    const file = await nodeDisk.open(path, flags, mode)
    return isTrue(flags) ? file : { ...file, sync: async () => undefined }
  },
})
