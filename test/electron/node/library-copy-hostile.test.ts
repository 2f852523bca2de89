import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultOfPath, DistinctPaths } from '../../../electron/node/copy-format.ts'
import { saveCopy } from '../../../electron/node/library-copy.ts'
import { openCopy } from '../../../electron/node/open-copy.ts'
import { layLibrary, layZip, type HandMade } from '../../support/copies.ts'
import { filesUnder, idOf, tempFolder } from '../../support/temp-library.ts'

const articlePath = `articles/${idOf(1)}/article.json`
const good: HandMade = { path: articlePath, bytes: '{}' }

/** Opens a zip that a test has made, and answers why not; whatever happens, nothing is left beside it. */
async function refusal(make: (file: string) => Promise<void>): Promise<unknown> {
  const folder = await tempFolder()
  const file = join(folder, 'copy.zip')
  await make(file)
  const before = await readFile(file)
  const error: unknown = await openCopy({ file, library: join(folder, 'other') }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(await filesUnder(folder)).toEqual({ 'copy.zip': before.toString('latin1') })
  expect(await readdir(folder)).toEqual(['copy.zip'])
  return error
}
const damaged = (path: unknown = expect.any(String)) => ({ code: 'damaged-copy', details: { path } })

test('what these tests make by hand is opened, where there is no fault in it', async () => {
  const folder = await tempFolder()
  const file = join(folder, 'copy.zip')
  await layZip(file, [good])
  expect(await openCopy({ file, library: join(folder, 'other') })).toMatchObject({ articles: 1, files: 1 })
})

describe('a copy is refused, and nothing of it is unpacked, where it holds', () => {
  test.each([
    ['a path that leads up', 'articles/../../evil'],
    ['an absolute path', '/articles/evil.json'],
    ['the name of a drive', 'C:/articles/evil'],
    ['a backslash', 'articles\\evil'],
    ['a lock', 'lock.json'],
    ['the address of a host', 'desk/host.json'],
    ['a file beside the library’s own', 'evil.exe'],
    ['a device of Windows', 'themes/AUX.json'],
    ['a stream beside a file', 'themes/a.json:evil'],
    ['a temp file', `articles/${idOf(1)}/.article.json.1.0123456789ab.tmp`],
    ['a folder as an entry', 'articles/evil/'],
    ['a folder alone', 'articles'],
  ])('%s', async (_name, path) => {
    // yazl mends or refuses such names: they are put over one of the same length, in both places where a zip has it.
    const stand = 'x'.repeat(Buffer.byteLength(path))
    const error = await refusal(async (file) => {
      await layZip(file, [good, { path: stand, bytes: 'evil' }])
      await writeFile(file, replaced(await readFile(file), stand, path))
    })
    expect(error).toMatchObject(damaged())
  })

  test.each([
    ['twice the same name', [good, good]],
    ['two names that differ in the size of letters', twins('themes/A.json', 'themes/a.json')],
    ['two names that differ in how é is written', twins('themes/\u00e9', 'themes/e\u0301')],
    ['a file where another has its folder', twins('themes/a', 'themes/a/b')],
    ['a folder where another is a file', twins('themes/a/b', 'themes/a')],
    ['two folders that differ in the size of letters', twins('themes/A/1', 'themes/a/2')],
    ['a link', [good, { path: 'themes/link', bytes: '/etc/passwd', options: { mode: 0o120777 } }]],
    ['a pipe', [good, { path: 'themes/pipe', bytes: '', options: { mode: 0o010600 } }]],
  ])('%s', async (_name, entries) => {
    expect(await refusal((file) => layZip(file, entries))).toMatchObject(damaged())
  })

  test('a bomb', async () => {
    const bomb = { path: 'themes/bomb.json', bytes: new Uint8Array(4_000_000) }
    expect(await refusal((file) => layZip(file, [good, bomb]))).toMatchObject(damaged(bomb.path))
  })

  test('more bytes than one file may have', async () => {
    const large = {
      path: 'themes/large',
      bytes: new Uint8Array(101 * 1024 * 1024),
      options: { compress: false },
    }
    expect(await refusal((file) => layZip(file, [large]))).toMatchObject(damaged(large.path))
  })

  test('a file that unpacks to more than it declares', async () => {
    const error = await refusal(async (file) => {
      await layZip(file, [{ path: articlePath, bytes: 'a'.repeat(5000) }])
      await changeDeclaredSize(file, 5000, 4000)
    })
    expect(error).toMatchObject(damaged(articlePath))
  })
})

describe('a copy is damaged where', () => {
  const sha256 = '0'.repeat(64)
  const row = { path: articlePath, bytes: 2, sha256 }
  test.each([
    ['a hash is another', { files: [row] }, articlePath],
    ['a size is another', { files: [{ ...row, bytes: 3 }] }, articlePath],
    ['a file is missing', { files: [{ ...row, path: 'themes/a.json' }] }, 'themes/a.json'],
    ['a file is in it that the manifest does not know', { files: [] }, articlePath],
    ['the manifest lists a file twice', { files: [row, row] }, articlePath],
    ['the manifest has no list', { files: null }, 'manifest.json'],
    ['the manifest is that of something else', { format: 'other' }, 'manifest.json'],
  ])('%s', async (_name, manifest, path) => {
    expect(await refusal((file) => layZip(file, [good], manifest))).toMatchObject(damaged(path))
  })

  test('there is no manifest: any other zip', async () => {
    expect(await refusal((file) => layZip(file, [good], null))).toMatchObject(damaged('manifest.json'))
  })

  test('the manifest is no JSON', async () => {
    const manifest = { path: 'manifest.json', bytes: '{"format"' }
    expect(await refusal((file) => layZip(file, [good, manifest], null))).toMatchObject(
      damaged('manifest.json'),
    )
  })

  test.each(['', 'not a zip', 'PK\u0003\u0004'])('it is no zip: %j', async (text) => {
    expect(await refusal((file) => writeFile(file, text))).toMatchObject(damaged('copy.zip'))
  })

  test('it is cut off, anywhere', async () => {
    const whole = await wholeCopy()
    for (let part = 0; part <= 40; part += 1) {
      const cut = whole.subarray(0, Math.floor(((whole.length - 1) * part) / 40))
      expect(await refusal((file) => writeFile(file, cut))).toMatchObject(damaged())
    }
  })

  test('a bit of it is turned: refused, or in a part that says nothing', async () => {
    const whole = await wholeCopy()
    for (let at = 0; at < whole.length; at += Math.floor(whole.length / 60)) {
      const folder = await tempFolder()
      const turned = Buffer.from(whole)
      turned[at] = (turned[at] ?? 0) ^ 0x10
      const file = join(folder, 'copy.zip')
      await writeFile(file, turned)
      const library = join(folder, 'other')
      const error: unknown = await openCopy({ file, library }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (error !== undefined) expect(error, `byte ${at}`).toMatchObject(damaged())
      else expect(Object.keys(await filesUnder(library)), `byte ${at}`).toHaveLength(16)
      expect(await readdir(folder)).toHaveLength(error === undefined ? 2 : 1)
    }
  })
})

test('a copy that a newer Midad made is called so, and not damaged', async () => {
  const newer = { version: 2, files: { packed: true } }
  expect(await refusal((file) => layZip(file, [good], newer))).toMatchObject({
    code: 'newer-copy',
    message: expect.stringContaining('newer Midad') as string,
  })
})

test('a copy that is not there, or is a folder, is called so', async () => {
  const folder = await tempFolder()
  const library = join(folder, 'other')
  await expect(openCopy({ file: join(folder, 'no.zip'), library })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(openCopy({ file: folder, library })).rejects.toMatchObject({ code: 'unreadable' })
})

test('every name that Midad gives its files can be in a copy', () => {
  const names = [
    `articles/${idOf(1)}/article.json`,
    `articles/${idOf(1)}/media/${'0'.repeat(64)}-jpg`,
    `articles/${idOf(1)}/versions/2026-11-23T10-22-33-123Z.json`,
    `trash/${idOf(1)}-2026-11-23T10-22-33-123Z/trashed.json`,
    `articles/${idOf(2)}/article (Azad's conflicted copy 2026-11-26).json`,
    'themes/وکالة.json',
    'library.json',
  ]
  const paths = new DistinctPaths()
  expect(names.map((name) => paths.add(name))).toEqual(names.map(() => undefined))
  const bad = ['', '.', 'themes/', 'themes/a ', 'themes/a.', 'themes/\ud800', `themes/${'ا'.repeat(128)}`]
  for (const path of bad) expect(faultOfPath(path), JSON.stringify(path)).toBeTypeOf('string')
})

function twins(one: string, other: string): HandMade[] {
  return [good, { path: one, bytes: '1' }, { path: other, bytes: '2' }]
}

async function wholeCopy(): Promise<Buffer> {
  const folder = await tempFolder()
  await layLibrary(join(folder, 'library'))
  await saveCopy({ library: join(folder, 'library'), file: join(folder, 'copy.zip') })
  return readFile(join(folder, 'copy.zip'))
}

function replaced(zip: Buffer, from: string, to: string): Buffer {
  const text = zip.toString('latin1').replaceAll(from, Buffer.from(to).toString('latin1'))
  return Buffer.from(text, 'latin1')
}

/** In the table of contents and in the manifest, which therefore must not be packed. */
async function changeDeclaredSize(file: string, from: number, to: number): Promise<void> {
  const zip = await readFile(file)
  const contents = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  expect(zip.readUInt32LE(contents + 24)).toBe(from)
  zip.writeUInt32LE(to, contents + 24)
  await writeFile(file, replaced(zip, `"bytes":${from}`, `"bytes":${to}`))
}
