import { chmod, lstat, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { makeFolders, writeWhole } from '../../../electron/node/write-whole.ts'
import { FaultDisk, type Fault, type Plan } from '../../support/fault-fs.ts'
import { tempFolder } from '../../support/temp-library.ts'

const before = 'النص القديم'
const after = 'النص الجديد، وهو أطول من القديم'
const faults: Fault[] = ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EBUSY', 'EPERM', 'EMFILE', 'EROFS', 'short']
const lasting: Plan['lasts'][] = ['once', 'from-there']

interface Outcome {
  error: unknown
  content: string | undefined
  left: string[]
}
async function attempt(disk: FaultDisk, folder: string): Promise<Outcome> {
  const path = join(folder, 'article.json')
  const error = await writeWhole(path, after, { disk }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const content = await readFile(path, 'utf8').catch(() => undefined)
  const left = (await readdir(folder)).filter((name) => name !== 'article.json')
  return { error, content, left }
}

describe('a file is replaced whole', () => {
  test('the new text is there, with nothing beside it, after file and folder were fsynced in order', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'article.json'), before)
    const disk = new FaultDisk()
    const { error, content, left } = await attempt(disk, folder)
    expect({ error, content, left }).toEqual({ error: undefined, content: after, left: [] })
    const order = disk.calls.filter((call) => /wx|write|sync|close|rename|open r/.test(call))
    expect(order).toEqual(['open wx', 'write', 'sync', 'close', 'rename', 'open r', 'sync', 'close'])
  })

  test('a text that the disk takes one byte at a time is written to its end', async () => {
    const folder = await tempFolder()
    const disk = new FaultDisk({
      at: 1,
      fault: 'short',
      lasts: 'from-there',
      counts: (call) => call === 'write',
    })
    expect(await attempt(disk, folder)).toEqual({ error: undefined, content: after, left: [] })
    expect(disk.fired).toBe(new TextEncoder().encode(after).length)
  })

  test('a disk that takes no bytes and says nothing is full, not done', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'article.json'), before)
    const silent = {
      ...nodeDisk,
      open: async (...call: Parameters<typeof nodeDisk.open>) => {
        const file = await nodeDisk.open(...call)
        return { ...file, write: async () => 0 }
      },
    }
    await expect(writeWhole(join(folder, 'article.json'), after, { disk: silent })).rejects.toMatchObject({
      code: 'disk-full',
    })
    expect(await readFile(join(folder, 'article.json'), 'utf8')).toBe(before)
  })

  test('a disk that claims more than it kept is found out by the length', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'article.json'), before)
    const liar = {
      ...nodeDisk,
      open: async (...call: Parameters<typeof nodeDisk.open>) => {
        const file = await nodeDisk.open(...call)
        const write = async (bytes: Uint8Array, from: number) => {
          await file.write(bytes.subarray(0, bytes.length - 1), from)
          return bytes.length - from
        }
        return { ...file, write }
      },
    }
    await expect(writeWhole(join(folder, 'article.json'), after, { disk: liar })).rejects.toMatchObject({
      code: 'unwritable',
    })
    expect(await readdir(folder)).toEqual(['article.json'])
    expect(await readFile(join(folder, 'article.json'), 'utf8')).toBe(before)
  })

  test('permissions are kept and a link stays a link', async () => {
    const folder = await tempFolder()
    const target = join(folder, 'target.json')
    await writeFile(target, before)
    await chmod(target, 0o666)
    await symlink(target, join(folder, 'article.json'))
    await writeWhole(join(folder, 'article.json'), after)
    expect((await lstat(join(folder, 'article.json'))).isSymbolicLink()).toBe(true)
    expect(await readFile(target, 'utf8')).toBe(after)
    expect((await stat(target)).mode & 0o777).toBe(0o666)
    await writeWhole(join(folder, 'new.json'), after)
    expect((await stat(join(folder, 'new.json'))).mode & 0o777).toBe(0o600)
  })

  test('a check that says no leaves the old text and no temp file', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article.json')
    await writeFile(path, before)
    const beforeReplace = async () => {
      throw new DeskError('stale-revision', 'changed elsewhere')
    }
    await expect(writeWhole(path, after, { beforeReplace })).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await readFile(path, 'utf8')).toBe(before)
    expect(await readdir(folder)).toEqual(['article.json'])
  })
})

describe.each(faults)('when the disk answers %s', (fault) => {
  test.each(lasting)('at any call, %s: old or new, never silence, no temp file', async (lasts) => {
    for (const isNew of [false, true]) {
      let hasFired = true
      for (let at = 1; hasFired; at += 1) {
        const folder = await tempFolder()
        if (!isNew) await writeFile(join(folder, 'article.json'), before)
        const disk = new FaultDisk({ at, fault, lasts })
        const { error, content, left } = await attempt(disk, folder)
        hasFired = disk.fired > 0
        const where = `call ${at} (${disk.calls.at(-1)})`
        if (error === undefined) expect(content, where).toBe(after)
        else {
          expect(error, where).toBeInstanceOf(DeskError)
          expect([isNew ? undefined : before, after], where).toContain(content)
          const isFull = fault === 'ENOSPC' || fault === 'EDQUOT'
          expect((error as DeskError).code, where).toBe(isFull ? 'disk-full' : 'unwritable')
        }
        // Where the disk refuses everything from there on, it refuses to remove the temp file too.
        const mayLeave = lasts === 'from-there' && fault !== 'short'
        if (!mayLeave) expect(left, where).toEqual([])
      }
    }
  })
})

test('folders are made as far up as they are missing, and the name of each is fsynced', async () => {
  const folder = await tempFolder()
  const disk = new FaultDisk()
  await makeFolders(disk, join(folder, 'config', 'midad', 'journals'))
  expect(await readdir(join(folder, 'config', 'midad'))).toEqual(['journals'])
  const made = disk.calls.filter((call) => /mkdir|open r|sync/.test(call)).join(' ')
  expect(made.match(/mkdir open r sync/g)).toHaveLength(3)
})

describe('where another program holds the target', () => {
  const held = (fault: Fault, times: number): FaultDisk => {
    let left = times
    return new FaultDisk({
      at: 1,
      fault,
      lasts: 'from-there',
      counts: (call) => call === 'rename' && left-- > 0,
    })
  }
  test.each(['EPERM', 'EACCES', 'EBUSY'] as const)('%s is waited for, 1 to 20 times', async (fault) => {
    for (let times = 1; times <= 20; times += 1) {
      const folder = await tempFolder()
      const disk = held(fault, times)
      expect(await attempt(disk, folder)).toEqual({ error: undefined, content: after, left: [] })
      expect(disk.fired).toBe(times)
    }
  })

  test('after ten seconds it is told, and the new text is kept beside the old one', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'article.json'), before)
    const disk = held('EBUSY', Infinity)
    const { error, content, left } = await attempt(disk, folder)
    expect(disk.pausedMs).toBe(10_000)
    expect(content).toBe(before)
    expect(left).toHaveLength(1)
    expect(await readFile(join(folder, left[0] ?? ''), 'utf8')).toBe(after)
    expect(error).toMatchObject({ code: 'unwritable', details: { kept: left[0] } })
  })

  test('a failed fsync is believed: it is not asked again', async () => {
    const folder = await tempFolder()
    const disk = new FaultDisk({ at: 1, fault: 'EIO', lasts: 'once', counts: (call) => call === 'sync' })
    const { error, content } = await attempt(disk, folder)
    expect(error).toMatchObject({ code: 'unwritable' })
    expect(content).toBeUndefined()
    expect(disk.calls.filter((call) => call === 'sync')).toHaveLength(1)
  })
})
