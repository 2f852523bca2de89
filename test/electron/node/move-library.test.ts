import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Disk } from '../../../electron/node/disk.ts'
import { finishMove } from '../../../electron/node/finish-move.ts'
import { keepPlace } from '../../../electron/node/move-present.ts'
import { LibraryMove, nodeWorld, type MoveWorld } from '../../../electron/node/move-library.ts'
import { noteLibrary } from '../../../electron/node/recent-libraries.ts'
import { recallConfig, rememberConfig } from '../../../electron/node/user-config.ts'
import { FaultDisk, type Fault, type Plan } from '../../support/fault-fs.ts'
import { quickDisk, quickPlace } from '../../support/quick-disk.ts'
import { filesUnder, idOf, lay, pathsUnder, tempFolder } from '../../support/temp-library.ts'

interface Scene {
  home: string
  from: string
  to: string
  config: string
  world: MoveWorld
  files: Record<string, string>
}

/** A library with a bit of everything, and where Midad keeps what it remembers. */
async function scene(changes: Partial<MoveWorld> = {}): Promise<Scene> {
  const home = await tempFolder(quickPlace())
  const [from, to, config] = ['أخبار', 'الأرشيف', 'config'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ]
  await lay(join(from, 'library.json'), '{"id":"1"}')
  await lay(join(from, 'articles', idOf(1), 'article.json'), '{"headline":"هەولێر"}')
  await lay(join(from, 'articles', idOf(1), 'media/a-jpg'), 'picture')
  await lay(join(from, 'journals', `${idOf(1)}.log`), '')
  await lay(join(from, 'my notes.txt'), 'not ours, and moved too')
  await mkdir(join(from, 'trash'))
  const files = await filesUnder(from)
  await lay(join(from, 'lock.json'), '{}')
  await lay(join(from, 'desk/host.json'), 'a secret')
  await rememberConfig({ library: from, direction: 'rtl' }, config)
  await noteLibrary(from, { folder: config })
  const world: MoveWorld = {
    ...nodeWorld,
    isOneVolume: async () => false,
    remember: (moving) => rememberConfig({ moving }, config),
    ...changes,
  }
  return { home, from, to, config, world, files }
}
const begin = ({ from, to, world }: Scene, disk: Disk = quickDisk, signal?: AbortSignal) =>
  LibraryMove.begin({ disk, library: from, place: to, world, signal })

/** The whole of it, as a host does it. */
async function moveAll(
  made: Scene,
  disk: Disk = quickDisk,
  keep: (work: () => Promise<void>) => Promise<void> = (work) => work(),
): Promise<string | undefined> {
  const move = await begin(made, disk)
  await move.copyAhead()
  await move.settle()
  await keep(() => keepPlace(move, made.config))
  return move.end()
}
const isOneVolume = async () => true
/** What is there beside the place that is remembered. */
const others = async ({ home, config }: Scene) =>
  (await readdir(home))
    .map((name) => join(home, name))
    .filter((path) => path !== config && path !== recallConfig(config).library)

describe.each([
  ['on one volume', { isOneVolume }],
  ['to another volume', {}],
  ['to another volume that looks like the same', { isOneVolume, disk: { ...quickDisk, rename: elsewhere } }],
])(
  'a library that is moved %s',
  (_name, { disk = quickDisk, ...world }: { disk?: Disk } & Partial<MoveWorld>) => {
    test.each([['a new folder'], ['an empty folder']])('lies whole in %s, and nowhere else', async (kind) => {
      const made = await scene(world)
      if (kind === 'an empty folder') await mkdir(made.to)
      expect(await moveAll(made, disk)).toBeUndefined()
      const { 'lock.json': _lock, 'desk/host.json': _host, ...there } = await filesUnder(made.to)
      expect(there).toEqual(made.files)
      expect(existsSync(join(made.to, 'trash'))).toBe(true)
      expect(existsSync(made.from)).toBe(false)
      expect(recallConfig(made.config)).toMatchObject({
        library: made.to,
        direction: 'rtl',
        recent: [{ path: made.to }],
      })
      expect(recallConfig(made.config).moving).toBeUndefined()
      expect(await others(made)).toEqual([])
    })

    test('is taken back whole, with nothing left', async () => {
      const made = await scene(world)
      const move = await begin(made, disk)
      await move.copyAhead()
      await move.settle()
      await move.undo()
      expect(await filesUnder(made.from)).toMatchObject(made.files)
      expect(await others(made)).toEqual([])
      expect(recallConfig(made.config).moving).toBeUndefined()
    })
  },
)

/** Another volume, as a rename between two of them is answered; within one of them it works. */
async function elsewhere(from: string, to: string): Promise<void> {
  if (from.endsWith('أخبار') && to.endsWith('الأرشيف'))
    throw Object.assign(new Error('EXDEV: planted'), { code: 'EXDEV' })
  return quickDisk.rename(from, to)
}

describe('while a library is copied', () => {
  test('what is written, made and deleted meanwhile is as it was last', async () => {
    const made = await scene()
    const move = await begin(made)
    await move.copyAhead()
    const { from, to } = made
    // Of the same length, and perhaps at the same tick of the clock.
    await writeFile(join(from, 'articles', idOf(1), 'article.json'), '{"headline":"سلێما"}')
    await writeFile(join(from, 'journals', `${idOf(1)}.log`), 'a last word')
    await rm(join(from, 'articles', idOf(1), 'media'), { recursive: true })
    await lay(join(from, 'articles', idOf(2), 'article.json'), '{}')
    const files = await filesUnder(from)
    await move.settle()
    const { 'lock.json': _lock, 'desk/host.json': _host, ...rest } = files
    expect(await filesUnder(to)).toEqual(rest)
    expect(existsSync(join(to, 'articles', idOf(1), 'media'))).toBe(false)
  })

  test('what came after that is not deleted with the old folder, which says so', async () => {
    const made = await scene()
    const move = await begin(made)
    await move.copyAhead()
    await move.settle()
    await keepPlace(move, made.config)
    await lay(join(made.from, 'late.txt'), 'of another program')
    expect(await move.end()).toBe(made.from)
    expect(await filesUnder(made.from)).toEqual({ 'late.txt': 'of another program' })
  })

  test('a stop leaves it where it was, and nothing at the new place', async () => {
    const stop = new AbortController()
    let calls = 0
    const made = await scene({ now: () => ((calls += 1) === 2 ? (stop.abort(), 0) : 0) })
    const move = await begin(made, quickDisk, stop.signal)
    await expect(move.copyAhead()).rejects.toThrow('aborted')
    await move.giveUp()
    expect(await filesUnder(made.from)).toMatchObject(made.files)
    expect(await others(made)).toEqual([])
    expect(recallConfig(made.config).moving).toBeUndefined()
  })

  test('a file that reads otherwise at the new place ends it', async () => {
    const made = await scene()
    const open: Disk['open'] = async (path, flags, mode) => {
      const file = await quickDisk.open(path, flags, mode)
      if (flags !== 'r' || !path.includes('.tmp') || !path.endsWith('a-jpg')) return file
      return { ...file, read: async (at, length) => Buffer.from(await file.read(at, length)).fill(0) }
    }
    const move = await begin(made, { ...quickDisk, open })
    await expect(move.copyAhead()).rejects.toMatchObject({
      code: 'unreadable',
      details: { path: `articles/${idOf(1)}/media/a-jpg` },
    })
  })

  test('a link in it is no part of a copy, and is said', async () => {
    const made = await scene()
    await symlink('/etc', join(made.from, 'elsewhere'))
    const move = await begin(made)
    await expect(move.copyAhead()).rejects.toMatchObject({
      code: 'unreadable',
      details: { path: 'elsewhere' },
    })
  })
})

describe('a library is not moved', () => {
  test.each([
    ['into itself', (at: Scene) => at.from, 'inside-library'],
    ['below itself', (at: Scene) => join(at.from, 'articles', 'new'), 'inside-library'],
    ['where the folder above is not there', (at: Scene) => join(at.home, 'none', 'new'), 'folder-missing'],
    ['into a folder of other things', (at: Scene) => at.config, 'not-empty'],
  ])('%s', async (_name, place, code) => {
    const made = await scene({ isOneVolume })
    await expect(begin({ ...made, to: place(made) })).rejects.toMatchObject({ code })
    expect(await filesUnder(made.from)).toMatchObject(made.files)
    expect(recallConfig(made.config).moving).toBeUndefined()
  })

  test('below itself by a link', async () => {
    const made = await scene({ isOneVolume })
    await symlink(made.from, join(made.home, 'link'))
    await expect(begin({ ...made, to: join(made.home, 'link', 'new') })).rejects.toMatchObject({
      code: 'inside-library',
    })
  })

  test('to a disk without room for it, which says how much is missing', async () => {
    const made = await scene({ freeBytes: async () => 20_000 })
    await expect(begin(made)).rejects.toMatchObject({ code: 'no-room', details: { needed: 1, free: 0 } })
    expect(await others(made)).toEqual([])
  })
})

const attempt = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error ?? new Error('nothing was thrown'),
  )

/** A library that can be opened lies there. */
const isLibrary = (folder: string) =>
  existsSync(join(folder, 'library.json')) || existsSync(join(folder, 'articles'))

/** After everything: one whole library, where the next start looks for it, and no byte of another. */
async function expectOneWhole(made: Scene, where: string): Promise<void> {
  const { library = '' } = recallConfig(made.config)
  const { 'lock.json': _lock, 'desk/host.json': _host, ...files } = await filesUnder(library)
  expect(files, where).toEqual(made.files)
  expect(recallConfig(made.config).moving, where).toBeUndefined()
  const rest = await others(made)
  expect(
    rest.flatMap((path) => pathsUnder(path)),
    where,
  ).toEqual([])
}

const ways: [string, Partial<MoveWorld>, boolean][] = [
  ['renamed', { isOneVolume }, false],
  ['renamed to an empty folder', { isOneVolume }, true],
  ['copied', {}, false],
  ['copied into an empty folder', {}, true],
]

describe.each(ways)('a library that is %s', (_way, world, isThere) => {
  // Of a copy every third call, from another one on in each test: a copy has two hundred.
  const step = world.isOneVolume ? 1 : 3

  const faults: [Fault, Plan['lasts']][] = [
    ['ENOSPC', 'once'],
    ['EIO', 'from-there'],
  ]
  test.each(faults)(
    'where the disk answers %s, %s, at any call: lies whole at one place, and the next start has tidied up',
    async (fault, lasts) => {
      for (let at = lasts === 'once' ? 1 : 2; ; at += step) {
        const made = await scene(world)
        if (isThere) await mkdir(made.to)
        const disk = new FaultDisk({ at, fault, lasts }, quickDisk)
        let move: LibraryMove | undefined
        const error = await attempt(
          (async () => {
            move = await begin(made, disk)
            await move.copyAhead()
            await move.settle()
          })(),
        )
        const where = `${fault} ${lasts} at call ${at}: ${disk.calls.at(-1)}`
        if (error === undefined && move) {
          await keepPlace(move, made.config)
          await move.end()
        } else {
          await move?.giveUp()
          expect([made.from, made.to].some(isLibrary), where).toBe(true)
          expect(error, where).toHaveProperty('code')
        }
        const { fired } = disk
        await finishMove({ disk: quickDisk, folder: made.config })
        await expectOneWhole(made, where)
        if (fired === 0) break
      }
    },
    60_000,
  )

  test('is killed at any call: the next start finds it whole at one place', async () => {
    for (let at = step; ; at += step) {
      const made = await scene(world)
      if (isThere) await mkdir(made.to)
      // Nothing after it is done, nor is anything taken back.
      const disk = new FaultDisk({ at, fault: 'EIO', lasts: 'from-there' }, quickDisk)
      const { remember } = made.world
      const unlessKilled = <T>(work: () => Promise<T>) =>
        disk.fired > 0 ? Promise.reject(new Error('killed')) : work()
      made.world.remember = (moving) => unlessKilled(() => remember(moving))
      await attempt(moveAll(made, disk, unlessKilled))
      const where = `killed at call ${at}: ${disk.calls[at - 1]}`
      expect([made.from, made.to].filter(isLibrary).length, where).toBeGreaterThan(0)
      await finishMove({ disk: quickDisk, folder: made.config })
      await expectOneWhole(made, where)
      if (disk.fired === 0) break
    }
  }, 60_000)

  test('is killed before any of what it remembers is written: the same', async () => {
    for (let at = 1; ; at += 1) {
      let count = 0
      const killed = async () => Promise.reject(new Error('killed'))
      const made = await scene(world)
      if (isThere) await mkdir(made.to)
      const disk = new FaultDisk(undefined, quickDisk)
      const kill = () => {
        disk.arm({ at: 1, fault: 'EIO', lasts: 'from-there' })
        return killed()
      }
      const isDue = () => (count += 1) === at
      const remembering: Scene = {
        ...made,
        world: { ...made.world, remember: (moving) => (isDue() ? kill() : made.world.remember(moving)) },
      }
      await attempt(
        (async () => {
          const move = await begin(remembering, disk)
          await move.copyAhead()
          await move.settle()
          await (isDue() ? kill() : keepPlace(move, made.config))
          await move.end()
        })(),
      )
      await finishMove({ disk: quickDisk, folder: made.config })
      await expectOneWhole(made, `killed before write ${at}`)
      if (count < at) break
    }
  }, 60_000)
})

describe('the next start after a move that was cut off', () => {
  async function placedTwice(): Promise<Scene> {
    const made = await scene()
    const move = await begin(made)
    await move.copyAhead()
    await move.settle()
    return made
  }

  test('deletes nothing of the old folder where somebody has written there since', async () => {
    const made = await placedTwice()
    await writeFile(join(made.from, 'articles', idOf(1), 'article.json'), '{"headline":"newer"}')
    const files = await filesUnder(made.from)
    await finishMove({ disk: quickDisk, folder: made.config })
    expect(await filesUnder(made.from)).toEqual(files)
    expect(recallConfig(made.config)).toMatchObject({ library: made.from })
    expect(recallConfig(made.config).moving).toBeUndefined()
  })

  test('waits while both disks are away', async () => {
    const made = await placedTwice()
    const disk: Disk = { ...quickDisk, stat: gone, readdir: gone }
    await finishMove({ disk, folder: made.config })
    expect(recallConfig(made.config).moving).toMatchObject({ from: made.from, to: made.to })
  })

  test('removes no folder but those that a move has named itself', async () => {
    const made = await scene()
    await rm(made.to, { recursive: true, force: true })
    await rememberConfig(
      { moving: { from: made.from, to: made.to, part: made.home, old: made.config } },
      made.config,
    )
    await finishMove({ disk: quickDisk, folder: made.config })
    expect(await filesUnder(made.from)).toMatchObject(made.files)
    expect(existsSync(made.config)).toBe(true)
  })
})

const gone = () => Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }))
