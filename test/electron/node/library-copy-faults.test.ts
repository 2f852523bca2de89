import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { findLibrary } from '../../../electron/node/library-folder.ts'
import { saveCopy } from '../../../electron/node/library-copy.ts'
import { openCopy } from '../../../electron/node/open-copy.ts'
import { copiedPart, layLibrary } from '../../support/copies.ts'
import { FaultDisk, type Fault, type Plan } from '../../support/fault-fs.ts'
import { quickDisk, quickPlace } from '../../support/quick-disk.ts'
import { filesUnder, idOf, lay, tempFolder } from '../../support/temp-library.ts'

const faults: Fault[] = ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EBUSY', 'EPERM', 'EMFILE', 'EROFS', 'short']
const lasting: Plan['lasts'][] = ['once', 'from-there']
const tempOf = /^\.(?:copy\.zip|other)\.\d+\.[0-9a-f]{12}\.tmp$/

/** A library that is small, and still has a file of each kind. */
async function smallLibrary(folder: string): Promise<string> {
  const library = join(folder, 'library')
  await lay(join(library, 'library.json'), '{"id":"1"}')
  await lay(join(library, 'articles', idOf(1), 'article.json'), '{"headline":"هەولێر"}')
  await lay(join(library, 'articles', idOf(1), 'media/a-jpg'), 'picture')
  return library
}
const settled = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )
const content = ({ 'library.json': _marker, ...files }: Record<string, string>) => files
// A write that takes one byte is planted in writes alone.
const countsFor = (fault: Fault): Pick<Plan, 'counts'> =>
  fault === 'short' ? { counts: (call) => call === 'write' } : {}
const isFull = (fault: Fault): boolean => fault === 'ENOSPC' || fault === 'EDQUOT'

/** Runs it with the fault at the first call, the second, and so on, until no call is left; answers how many there were. */
async function atEveryCall(
  plan: Omit<Plan, 'at'>,
  run: (disk: FaultDisk, where: () => string) => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at += 1) {
    const disk = new FaultDisk({ ...plan, at }, quickDisk)
    await run(disk, () => `${plan.fault} ${plan.lasts} at call ${at}: ${disk.calls[at - 1]}`)
    if (disk.fired === 0) return at - 1
  }
}

describe.each(faults)('when the disk answers %s', (fault) => {
  test.each(lasting)(
    'at any call of saving, %s: the old copy or the new one, whole',
    async (lasts) => {
      const folder = await tempFolder(quickPlace())
      const library = await smallLibrary(folder)
      const file = join(folder, 'copy.zip')
      const now = () => 0
      await saveCopy({ library, file, now })
      const old = await readFile(file)
      await writeFile(join(library, 'articles', idOf(1), 'article.json'), '{"headline":"هەولێری نوێ"}')
      await saveCopy({ library, file, now })
      const renewed = await readFile(file)
      const count = await atEveryCall({ fault, lasts, ...countsFor(fault) }, async (disk, where) => {
        await writeFile(file, old)
        const error = await settled(saveCopy({ disk, library, file, now }))
        const there = await readFile(file)
        if (error === undefined) expect(there.equals(renewed), where()).toBe(true)
        else {
          expect(there.equals(old) || there.equals(renewed), where()).toBe(true)
          expectNamed(error, where())
          if (isFull(fault) && /^(?:write|open wx)$/.test(disk.calls.at(-2) ?? '')) {
            expect(error, where()).toMatchObject({ code: 'disk-full' })
          }
        }
        const left = (await readdir(folder)).filter((name) => tempOf.test(name))
        expectNoneOrNamed(left, error, lasts === 'from-there' && fault !== 'short', where())
        await saveCopy({ disk: quickDisk, library, file, now })
        expect((await readFile(file)).equals(renewed), where()).toBe(true)
      })
      expect(count).toBeGreaterThan(fault === 'short' ? 0 : 20)
    },
    60_000,
  )

  test.each(lasting)(
    'at any call of opening, %s: the library is there whole, or not at all',
    async (lasts) => {
      const folder = await tempFolder(quickPlace())
      const library = await smallLibrary(folder)
      const file = join(folder, 'copy.zip')
      await saveCopy({ library, file })
      const expected = content(await copiedPart(library))
      let round = 0
      for (const isThere of lasts === 'once' ? [false, true] : [false]) {
        const count = await atEveryCall({ fault, lasts, ...countsFor(fault) }, async (disk, where) => {
          const near = join(folder, String((round += 1)))
          const other = join(near, 'other')
          await nodeDisk.mkdir(near, 0o700)
          if (isThere) await nodeDisk.mkdir(other, 0o700)
          const error = await settled(openCopy({ disk, file, library: other }))
          if (error !== undefined) expectNamed(error, where())
          const names = await readdir(near)
          const left = names.filter((name) => tempOf.test(name))
          expectNoneOrNamed(left, error, lasts === 'from-there' && fault !== 'short', where())
          const files = names.includes('other') ? await filesUnder(other) : {}
          const isWhole = Object.keys(files).length > 0
          if (error === undefined) expect(isWhole, where()).toBe(true)
          if (isWhole) expect(content(files), where()).toEqual(expected)
          // Only a disk that refuses all from there on can keep what could not be made durable.
          if (isWhole && error !== undefined) expect(lasts, where()).toBe('from-there')
          if (isWhole) return
          await openCopy({ disk: quickDisk, file, library: other })
          expect(content(await filesUnder(other)), where()).toEqual(expected)
        })
        expect(count).toBeGreaterThan(fault === 'short' ? 0 : 20)
      }
    },
    60_000,
  )
})

test('a copy that is opened in an empty folder, and ends at any call: nothing half done is a library, and the next one is', async () => {
  const folder = await tempFolder(quickPlace())
  const library = await smallLibrary(folder)
  const file = join(folder, 'copy.zip')
  await saveCopy({ library, file })
  const expected = content(await copiedPart(library))
  const seen = new Set<string>()
  let round = 0
  const count = await atEveryCall({ fault: 'EIO', lasts: 'from-there' }, async (disk, where) => {
    const other = join(folder, String((round += 1)))
    await nodeDisk.mkdir(other, 0o700)
    const error = await settled(openCopy({ disk, file, library: other }))
    const looks = (await readdir(other)).map((name) => name.replace(/\.\d+\.[0-9a-f]{12}\./, ' '))
    seen.add(looks.toSorted().join(' '))
    // Nobody else takes it for one before it is whole.
    const isMarked = looks.some((name) => name.startsWith('.midad-copy'))
    const isLibrary = looks.includes('library.json') || looks.includes('articles')
    if (isLibrary && !isMarked) expect(content(await filesUnder(other)), where()).toEqual(expected)
    const found = await settled(findLibrary(quickDisk, other, false))
    if (found === undefined) {
      expect(content(await filesUnder(other)), where()).toEqual(expected)
      return
    }
    expect([error, found], where()).toMatchObject([{}, { code: 'library-missing' }])
    if (round % 2 === 0) {
      await findLibrary(quickDisk, other, true)
      expect(Object.keys(await filesUnder(other)), where()).toEqual(['library.json'])
    } else {
      await openCopy({ disk: quickDisk, file, library: other })
      expect(content(await filesUnder(other)), where()).toEqual(expected)
    }
  })
  expect(count).toBeGreaterThan(20)
  expect([...seen].toSorted()).toEqual([
    '',
    '.midad-copy tmp',
    '.midad-copy.whole',
    '.midad-copy.whole articles',
    '.midad-copy.whole articles library.json',
    'articles library.json',
  ])
})

test('what another process unpacks in a folder is not cleared by a second one', async () => {
  const folder = await tempFolder(quickPlace())
  const file = join(folder, 'copy.zip')
  await saveCopy({ library: await smallLibrary(folder), file })
  const other = join(folder, 'other')
  await lay(join(other, `.midad-copy.${process.ppid}.0123456789ab.tmp`, 'articles', 'x'), 'x')
  await expect(openCopy({ file, library: other })).rejects.toMatchObject({ code: 'not-empty' })
  expect(Object.values(await filesUnder(other))).toEqual(['x'])
})

function expectNamed(error: unknown, where: string): void {
  expect(error, where).toBeInstanceOf(DeskError)
  expect((error as DeskError).code, where).not.toBe('internal')
}

function expectNoneOrNamed(left: string[], error: unknown, mayLeave: boolean, where: string): void {
  const kept = error instanceof DeskError ? error.details.kept : undefined
  if (!mayLeave) expect(left, where).toEqual(kept === undefined ? [] : [kept])
}

test('a disk that is full while the copy is written says so, and keeps the old one', async () => {
  const folder = await tempFolder(quickPlace())
  const library = join(folder, 'library')
  await layLibrary(library)
  const file = join(folder, 'copy.zip')
  await saveCopy({ library, file })
  const old = await readFile(file)
  const counts = (call: string): boolean => call === 'write'
  const disk = new FaultDisk({ at: 1, fault: 'ENOSPC', lasts: 'from-there', counts })
  await expect(saveCopy({ disk, library, file })).rejects.toMatchObject({ code: 'disk-full' })
  expect((await readFile(file)).equals(old)).toBe(true)
  expect((await readdir(folder)).toSorted()).toEqual(['copy.zip', 'library'])
  const other = join(folder, 'other')
  const full = new FaultDisk({ at: 3, fault: 'ENOSPC', lasts: 'from-there', counts })
  await expect(openCopy({ disk: full, file, library: other })).rejects.toMatchObject({ code: 'disk-full' })
  expect((await readdir(folder)).toSorted()).toEqual(['copy.zip', 'library'])
})

test('a copy on a disk that cannot be read is not called damaged', async () => {
  const folder = await tempFolder(quickPlace())
  const library = await smallLibrary(folder)
  const file = join(folder, 'copy.zip')
  await saveCopy({ library, file })
  const counts = (call: string): boolean => call === 'read'
  const reads = await atEveryCall({ fault: 'EIO', lasts: 'from-there', counts }, async (disk, where) => {
    const error = await settled(openCopy({ disk, file, library: join(folder, 'other') }))
    if (disk.fired > 0) expect(error, where()).toMatchObject({ code: 'unreadable' })
  })
  expect(reads).toBeGreaterThan(5)
})
