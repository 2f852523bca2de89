import { mkdir, readdir, readFile, rename, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeDisk, type Disk } from '../../../electron/node/disk.ts'
import { saveCopy } from '../../../electron/node/library-copy.ts'
import { openCopy } from '../../../electron/node/open-copy.ts'
import { openZip } from '../../../electron/node/zip-reader.ts'
import { writeZip, type ZipEntry } from '../../../electron/node/zip-writer.ts'
import { copiedPart, layLibrary } from '../../support/copies.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { filesUnder, idOf, lay, tempDesk, tempFolder } from '../../support/temp-library.ts'

interface Places {
  folder: string
  library: string
  file: string
  other: string
}
async function places(): Promise<Places> {
  const folder = await tempFolder()
  const library = join(folder, 'مكتبة')
  await layLibrary(library)
  return { folder, library, file: join(folder, 'copy.zip'), other: join(folder, 'other') }
}
async function namesIn(file: string): Promise<string[]> {
  const zip = await openZip(nodeDisk, file)
  const names: string[] = []
  for await (const { fileName } of zip.entries()) names.push(fileName)
  await zip.close()
  return names
}
async function* planted(
  entries: { path: string; bytes: number[]; mtimeMs: number }[],
): AsyncGenerator<ZipEntry> {
  for (const { bytes, ...entry } of entries) yield { ...entry, bytes: Uint8Array.from(bytes) }
}
const withoutMarker = ({ 'library.json': _marker, ...files }: Record<string, string>) => files

/** The disk, on which something happens just before the first call that touches such a path, when files are read and no longer counted. */
function whenReading(path: string, happening: () => Promise<void>): Disk {
  let isOver = true
  const before = async (at: string): Promise<void> => {
    if (isOver || !at.endsWith(path)) return
    isOver = true
    await happening()
  }
  return {
    ...nodeDisk,
    readFile: (at) => {
      if (at.endsWith('settings.json')) isOver = false
      return before(at).then(() => nodeDisk.readFile(at))
    },
    stat: (at) => before(at).then(() => nodeDisk.stat(at)),
    readdir: (at) => before(at).then(() => nodeDisk.readdir(at)),
  }
}

describe('a copy of a library', () => {
  test('opens as the library was, byte for byte, with an id of its own', async () => {
    const { library, file, other } = await places()
    const saved = await saveCopy({ library, file })
    expect(saved).toEqual({ file, articles: 3, files: 16, bytes: (await stat(file)).size })
    expect(await openCopy({ file, library: other })).toEqual({ library: other, articles: 3, files: 16 })
    expect(withoutMarker(await filesUnder(other))).toEqual(withoutMarker(await copiedPart(library)))
    const marker = JSON.parse(await readFile(join(other, 'library.json'), 'utf8')) as Record<string, unknown>
    expect(marker).toMatchObject({ format: 'midad-library', version: 1, note: 'هولير' })
    expect(marker.id).toMatch(/^[0-9a-f-]{36}$/)
    const { desk } = await tempDesk({ folder: other, create: false })
    expect(await desk['article.list']({})).toMatchObject({ total: 3 })
  })

  test('is closed to other users of the computer, and so is what is unpacked', async () => {
    const { library, file, other } = await places()
    await saveCopy({ library, file })
    await openCopy({ file, library: other })
    const modes = [file, other, join(other, 'articles'), join(other, 'library.json')].map(
      async (path) => (await stat(path)).mode & 0o777,
    )
    expect(await Promise.all(modes)).toEqual([0o600, 0o700, 0o700, 0o600])
  })

  test('ends with a manifest, and holds no lock, no cache, no secret and no temp file', async () => {
    const { library, file } = await places()
    await saveCopy({ library, file, now: () => Date.UTC(2026, 10, 26) })
    const names = await namesIn(file)
    expect(names.at(-1)).toBe('manifest.json')
    expect(names.filter((name) => /lock|index|host|tmp|DS_Store|notes/.test(name))).toEqual([])
  })

  test('of a library without pictures, trash or marker opens too', async () => {
    const { folder, file, other } = await places()
    const bare = join(folder, 'bare')
    await lay(join(bare, 'articles', idOf(1), 'article.json'), '{}')
    expect(await saveCopy({ library: bare, file })).toMatchObject({ articles: 1, files: 1 })
    await openCopy({ file, library: other })
    expect(Object.keys(await filesUnder(other)).toSorted()).toEqual([
      `articles/${idOf(1)}/article.json`,
      'library.json',
    ])
  })

  test('holds a text that could be packed as tightly as a bomb is, and opens', async () => {
    const { library, file, other } = await places()
    const long = JSON.stringify({ text: 'ا'.repeat(3_000_000) })
    await lay(join(library, 'articles', idOf(9), 'article.json'), long)
    await saveCopy({ library, file })
    await openCopy({ file, library: other })
    expect(await readFile(join(other, 'articles', idOf(9), 'article.json'), 'utf8')).toBe(long)
  })

  test('says how far it has come', async () => {
    const { library, file, other } = await places()
    const saving: string[] = []
    await saveCopy({
      library,
      file,
      onProgress: (done, total, name) => saving.push(`${done}/${total} ${name}`),
    })
    // A file of the system lies among the four articles.
    expect(saving).toEqual([
      ...[1, 2, 3].map((n) => `${n - 1}/4 articles/${idOf(n)}`),
      `3/4 trash/${idOf(4)}`,
      '4/4 ',
    ])
    const opening: string[] = []
    await openCopy({ file, library: other, onProgress: (done, total) => opening.push(`${done}/${total}`) })
    expect(opening).toContain('0/16')
    expect(opening.at(-1)).toBe('16/16')
  })

  test.each(['before it begins', 'in the midst'])('that is stopped %s leaves nothing', async (when) => {
    const { folder, library, file, other } = await places()
    const stop = new AbortController()
    const reason = new Error('enough')
    if (when.startsWith('before')) stop.abort(reason)
    const onProgress = (): void => stop.abort(reason)
    await expect(saveCopy({ library, file, onProgress, signal: stop.signal })).rejects.toBe(reason)
    expect(await readdir(folder)).toEqual(['مكتبة'])
    await saveCopy({ library, file })
    const again = { file, library: other, onProgress, signal: stop.signal }
    await expect(openCopy(again)).rejects.toBe(reason)
    expect((await readdir(folder)).toSorted()).toEqual(['copy.zip', 'مكتبة'])
  })
})

describe('while others write in the library', () => {
  const whole = async ({ file, other }: Places) => {
    await openCopy({ file, library: other })
    return withoutMarker(await filesUnder(other))
  }

  test('a file that vanishes is left out', async () => {
    const at = await places()
    const gone = `articles/${idOf(1)}/conflicts/2026-11-23T10-22-33-123Z.json`
    const disk = whenReading(gone, () => unlink(join(at.library, gone)))
    await saveCopy({ disk, library: at.library, file: at.file })
    expect(await whole(at)).toEqual(withoutMarker(await copiedPart(at.library)))
  })

  test('an article that is moved to the trash in the midst is copied once, with its pictures', async () => {
    const at = await places()
    const before = withoutMarker(await copiedPart(at.library))
    const move = () => rename(join(at.library, 'articles', idOf(1)), join(at.library, 'trash', idOf(1)))
    await saveCopy({ disk: whenReading(`${idOf(1)}/media`, move), library: at.library, file: at.file })
    expect(await whole(at)).toEqual(before)
  })

  test('an article that comes back out of the trash is not missed', async () => {
    const at = await places()
    const move = () => rename(join(at.library, 'trash', idOf(4)), join(at.library, 'articles', idOf(4)))
    // The articles are listed by then, and the trash is not.
    const disk = whenReading(`${idOf(3)}/article.json`, move)
    await saveCopy({ disk, library: at.library, file: at.file })
    expect(await whole(at)).toEqual(withoutMarker(await copiedPart(at.library)))
  })

  test('a text that is saved in the midst is copied with the words that it had before, or has them itself', async () => {
    const at = await places()
    const folder = join(at.library, 'articles', idOf(1))
    const save = async () => {
      await writeFile(join(folder, 'article.json'), 'saved')
      await unlink(join(at.library, 'journals', `${idOf(1)}.log`))
    }
    await saveCopy({ disk: whenReading(`${idOf(1)}/article.json`, save), library: at.library, file: at.file })
    expect(await whole(at)).toMatchObject({
      [`articles/${idOf(1)}/article.json`]: 'saved',
      [`journals/${idOf(1)}.log`]: '{"on":4}\n',
    })
  })

  test('a library whose disk is taken away is no library without files', async () => {
    const { folder, library, file } = await places()
    const away = () => rename(library, join(folder, 'away'))
    const disk = whenReading(`${idOf(2)}/article.json`, away)
    await expect(saveCopy({ disk, library, file })).rejects.toMatchObject({ code: 'library-missing' })
    expect(await readdir(folder)).toEqual(['away'])
  })

  test('a folder of versions that cannot be read fails the copy, and says which', async () => {
    const { folder, library, file } = await places()
    const path = `articles/${idOf(1)}/versions`
    const disk = whenReading(path, () => Promise.reject(Object.assign(new Error('bad'), { code: 'EIO' })))
    await expect(saveCopy({ disk, library, file })).rejects.toMatchObject({
      code: 'unreadable',
      details: { path },
    })
    expect(await readdir(folder)).toEqual(['مكتبة'])
  })
})

test('a library of more files than a copy is opened with is refused before anything is written', async () => {
  const { folder, library, file } = await places()
  await lay(file, '')
  const count = Object.keys(await copiedPart(library)).length
  const disk = new FaultDisk()
  await expect(saveCopy({ disk, library, file, mostFiles: count - 1 })).rejects.toMatchObject({
    code: 'too-large',
    details: { limit: 'copyFiles', most: count - 1 },
  })
  expect(disk.calls.filter((call) => !/^(realpath|stat|readdir|readFile)$/.test(call))).toEqual([])
  expect((await readdir(folder)).toSorted()).toEqual(['copy.zip', 'مكتبة'])
  expect(await saveCopy({ library, file, mostFiles: count })).toMatchObject({ files: count })
})

test('a library that grows beyond it while it is copied leaves no copy', async () => {
  const { folder, library, file } = await places()
  const count = Object.keys(await copiedPart(library)).length
  const grow = () => lay(join(library, 'themes', 'new.json'), '{}')
  const disk = whenReading(`${idOf(1)}/article.json`, grow)
  await expect(saveCopy({ disk, library, file, mostFiles: count })).rejects.toMatchObject({
    details: { limit: 'copyFiles' },
  })
  expect(await readdir(folder)).toEqual(['مكتبة'])
})

describe('a place', () => {
  test('inside the library is refused for the copy, also through a link', async () => {
    const { folder, library } = await places()
    await symlink(join(library, 'themes'), join(folder, 'link'))
    for (const file of [
      join(library, 'copy.zip'),
      join(library, 'articles/x.zip'),
      join(folder, 'link/x.zip'),
    ]) {
      await expect(saveCopy({ library, file })).rejects.toMatchObject({ code: 'bad-request' })
    }
  })

  test('where a file lies that is no copy is refused, and the file stays', async () => {
    const { library, file } = await places()
    await writeFile(file, 'a budget')
    await expect(saveCopy({ library, file })).rejects.toMatchObject({ code: 'not-empty' })
    expect(await readFile(file, 'utf8')).toBe('a budget')
    await writeFile(file, '')
    await saveCopy({ library, file })
  })

  test('where a document lies that is a zip of its own is refused, and the document stays', async () => {
    const { library, file } = await places()
    const entries = ['[Content_Types].xml', 'manifest.json'].map((path) => ({ path, bytes: [1], mtimeMs: 0 }))
    const pieces: Uint8Array[] = []
    await writeZip(planted(entries), async (bytes) => void pieces.push(bytes))
    const document = Buffer.concat(pieces)
    for (const bytes of [document, document.subarray(0, 40)]) {
      await writeFile(file, bytes)
      await expect(saveCopy({ library, file })).rejects.toMatchObject({ code: 'not-empty' })
      expect(await readFile(file)).toEqual(bytes)
    }
  })

  test('that is a folder, or whose folder is not there, is refused for the copy', async () => {
    const { folder, library } = await places()
    await expect(saveCopy({ library, file: folder })).rejects.toMatchObject({ code: 'not-empty' })
    const nowhere = join(folder, 'no/copy.zip')
    await expect(saveCopy({ library, file: nowhere })).rejects.toMatchObject({ code: 'unwritable' })
  })

  test.each([
    ['a folder of other things', 'not-empty', (at: Places) => lay(join(at.other, 'budget.xls'), 'x')],
    ['a file', 'not-empty', (at: Places) => lay(at.other, 'x')],
    ['a folder on a disk that is not there', 'folder-missing', () => Promise.resolve()],
  ])('that is %s is refused for the library', async (name, code, prepare) => {
    const at = await places()
    await saveCopy({ library: at.library, file: at.file })
    await prepare(at)
    const library = name.includes('disk') ? join(at.other, 'deep') : at.other
    await expect(openCopy({ file: at.file, library })).rejects.toMatchObject({ code })
  })

  test('that is an empty folder is taken where it is a disk of its own: nothing is made beside it, and it is not moved', async () => {
    const { library, file, other } = await places()
    await saveCopy({ library, file })
    await mkdir(other)
    const busy = (path: string): Promise<void> =>
      path.startsWith(`${other}/`)
        ? Promise.resolve()
        : Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
    const disk: Disk = {
      ...nodeDisk,
      mkdir: (path, mode) => busy(path).then(() => nodeDisk.mkdir(path, mode)),
      rmdir: (path) => busy(path).then(() => nodeDisk.rmdir(path)),
      rename: async (from, to) => {
        await Promise.all([busy(from), busy(to)])
        await nodeDisk.rename(from, to)
      },
    }
    expect(await openCopy({ disk, file, library: other })).toMatchObject({ articles: 3 })
    expect(withoutMarker(await filesUnder(other))).toEqual(withoutMarker(await copiedPart(library)))
    expect((await readdir(other)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('that is an empty folder is taken, also through a link', async () => {
    const { folder, library, file } = await places()
    await saveCopy({ library, file })
    await lay(join(folder, 'real/x'), '')
    await unlink(join(folder, 'real/x'))
    await symlink(join(folder, 'real'), join(folder, 'link'))
    expect(await openCopy({ file, library: join(folder, 'link') })).toMatchObject({
      library: join(folder, 'real'),
    })
    expect((await readdir(folder)).toSorted()).toEqual(['copy.zip', 'link', 'real', 'مكتبة'])
  })
})

describe('a file of the library that no copy can hold fails it with its name', () => {
  test.each([
    ['a name that Windows does not take', 'themes/house: new.json'],
    ['a device of Windows', 'themes/con.json'],
    ['the name of another, but for its letters', 'themes/دار الخبر.jsoN'],
  ])('%s', async (_name, path) => {
    const { library, file, folder } = await places()
    await lay(join(library, path), 'x')
    await expect(saveCopy({ library, file })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('themes/') as string,
    })
    expect(await readdir(folder)).toEqual(['مكتبة'])
  })

  test('more bytes than a stored file may have', async () => {
    const { library, file } = await places()
    const path = `articles/${idOf(1)}/film.mov`
    const disk: Disk = {
      ...nodeDisk,
      stat: async (at) => ({
        ...(await nodeDisk.stat(at)),
        ...(at.endsWith('mov') ? { size: 2 ** 31 } : {}),
      }),
    }
    await lay(join(library, path), 'x')
    await expect(saveCopy({ disk, library, file })).rejects.toMatchObject({
      code: 'too-large',
      details: { path },
    })
  })
})
