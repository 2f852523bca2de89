import { mkdir, open, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runImport } from '../../../core/bulk/import-run.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { deskErrorCodes } from '../../../core/api/errors.ts'
import { callsThrough } from '../../../electron/node/call-desk.ts'
import { filesUnder } from '../../../electron/node/files-under.ts'
import { hostileFiles } from '../../support/hostile-files.ts'
import { securityFiles, securitySuite } from '../../support/suites.ts'
import { filesUnder as allFilesOf, tempDesk, tempFolder } from '../../support/temp-library.ts'

/** A real library on a disk, and a thread that reads. */
async function libraryOnDisk() {
  const { folder, desk } = await tempDesk()
  const ask = callsThrough((method, input) => dispatch(desk, method, input))
  const bring = async (name: string, bytes: Uint8Array) => {
    const opened = {
      name,
      size: bytes.length,
      head: async (count: number) => Buffer.from(bytes.subarray(0, count)).toString('base64'),
      read: async () => ({ base64: Buffer.from(bytes).toString('base64'), hash: '' }),
    }
    const { articles, failed } = await runImport({
      files: [{ path: name, open: async () => opened }],
      ask,
      signal: { aborted: false },
      onProgress: () => undefined,
    })
    return { articles, failed: failed.map(({ error }) => error) }
  }
  return { folder, ask, bring }
}
/** The library's files, but for the caches that it writes when it has time, and the lock that tells every half minute that it is held. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const files = Object.entries(await allFilesOf(folder))
  return Object.fromEntries(files.filter(([path]) => !/^(?:desk\/|\.?lock\.json)/.test(path)))
}
const known = new Set<string>(deskErrorCodes.filter((code) => code !== 'internal'))

describe('planted files', () => {
  test('each is read, or refused with a code that has a sentence; refused, the library is as it was, byte by byte', async () => {
    const { folder, bring } = await libraryOnDisk()
    for (const { name, bytes, what, outcome } of await hostileFiles()) {
      const before = await filesOf(folder)
      const { articles, failed } = await bring(name, bytes)
      const codes = failed.map(({ code }) => code)
      expect
        .soft(
          codes.every((code) => known.has(code)),
          `${what}: ${JSON.stringify(failed).slice(0, 300)}`,
        )
        .toBe(true)
      expect
        .soft([articles.length > 0 ? 'read' : 'refused', what], JSON.stringify(failed).slice(0, 300))
        .toEqual([outcome, what])
      if (articles.length === 0) expect.soft(await filesOf(folder), what).toEqual(before)
      expect.soft(({} as { polluted?: unknown }).polluted, what).toBeUndefined()
    }
  }, 240_000)
})

describe('public suites', () => {
  const zips = securityFiles('zips')
  test.runIf(zips.length > 0)(
    'of zips: what must be refused is, the rest is read or told, nothing lies outside',
    async () => {
      const { folder, bring } = await libraryOnDisk()
      for (const [name, bytes] of zips) {
        const before = await filesOf(folder)
        const { articles, failed } = await bring('a.zip', bytes)
        expect(
          failed.every(({ code }) => known.has(code)),
          `${name}: ${JSON.stringify(failed)}`,
        ).toBe(true)
        if (name.startsWith('yauzl_failure')) {
          // One file of it may be bad and another good: then that one is told, and only it.
          expect(failed.length, name).toBeGreaterThan(0)
        }
        expect(articles.length + failed.length, name).toBeGreaterThan(0)
        if (articles.length === 0) expect(await filesOf(folder), name).toEqual(before)
      }
    },
    120_000,
  )

  const documents = [...securityFiles('poi-docx'), ...securityFiles('mammoth-docx')]
  test.runIf(documents.length > 0)(
    'of documents: each is read or refused in words, and the next is read after it',
    async () => {
      const { folder, bring } = await libraryOnDisk()
      for (const [name, bytes] of documents) {
        const before = await filesOf(folder)
        const { articles, failed } = await bring(name, bytes)
        expect(articles.length + failed.length, name).toBe(1)
        expect(
          failed.every(({ code }) => known.has(code)),
          `${name}: ${JSON.stringify(failed)}`,
        ).toBe(true)
        if (articles.length === 0) expect(await filesOf(folder), name).toEqual(before)
      }
    },
    240_000,
  )

  const json = securitySuite<{ name: string; expect: 'y' | 'n' | 'i'; base64?: string }>('json-testsuite')
  test.runIf(json)(
    'of JSON: what is none is refused, and nothing of it reaches the library or a prototype',
    async () => {
      const { folder, bring } = await libraryOnDisk()
      const before = await filesOf(folder)
      for (const { name, base64 = '' } of json ?? []) {
        for (const ending of ['.json', '.midad', '.ninjs']) {
          const { articles, failed } = await bring(`a${ending}`, Buffer.from(base64, 'base64'))
          expect(articles, name + ending).toEqual([])
          expect(
            failed.every(({ code }) => known.has(code)),
            `${name}: ${JSON.stringify(failed)}`,
          ).toBe(true)
        }
      }
      expect(await filesOf(folder)).toEqual(before)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    120_000,
  )
})

describe('a folder', () => {
  test('with a file of 500 MB is read without it, and no byte of that is read', async () => {
    const { ask } = await libraryOnDisk()
    const inbox = await tempFolder()
    const large = await open(join(inbox, 'a.txt'), 'w')
    await large.truncate(500 * 1024 * 1024)
    await large.close()
    await writeFile(join(inbox, 'b.txt'), 'خبر\n\nفقرة.\n')
    const before = process.memoryUsage().arrayBuffers
    const report = await runImport({
      files: await filesUnder(inbox),
      ask,
      signal: { aborted: false },
      onProgress: () => undefined,
    })
    expect(report.failed).toMatchObject([{ error: { code: 'too-large', details: { limit: 'fileBytes' } } }])
    expect(report.articles).toHaveLength(1)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })

  test('a page that was named alone brings its own folder and `media`, and nothing else that lies around it or behind a link', async () => {
    const inbox = await tempFolder()
    const secret = await tempFolder()
    await writeFile(join(secret, 'passport.png'), 'x')
    await writeFile(join(inbox, 'passport.png'), 'x')
    for (const name of ['page_files', 'media', 'other']) {
      await mkdir(join(inbox, name))
      await writeFile(join(inbox, name, 'a b.png'), name)
    }
    await symlink(secret, join(inbox, 'page_files/linked'))
    await symlink(join(secret, 'passport.png'), join(inbox, 'media/linked.png'))
    await writeFile(join(inbox, 'page.html'), '<p>خبر</p>')
    const [page] = await filesUnder(join(inbox, 'page.html'))
    const brought = async (address: string) => {
      const found = await page?.beside?.(address)
      return found && (await readFile(found.path, 'utf8'))
    }
    expect(await brought('page_files/a%20b.png')).toBe('page_files')
    expect(await brought('media/a b.png')).toBe('media')
    const others = [
      'passport.png',
      'other/a b.png',
      '../x.png',
      'page_files/linked/passport.png',
      'media/linked.png',
    ]
    for (const address of others) expect(await brought(address), address).toBeUndefined()
  })
})
