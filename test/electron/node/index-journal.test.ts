import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { rowOf } from '../../../core/desk/rows.ts'
import { nodeDisk } from '../../../electron/node/disk.ts'
import type { IndexFile } from '../../../electron/node/index-file.ts'
import type { StampedRow } from '../../../electron/node/stamped-row.ts'
import { IndexJournal } from '../../../electron/node/index-journal.ts'
import { IndexSnapshot } from '../../../electron/node/index-snapshot.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { article, idOf, tempDesk, tempFolder, type TestDesk } from '../../support/temp-library.ts'

const headlines = async ({ desk }: TestDesk) =>
  (await desk['article.list']({})).articles.map(({ headline }) => headline).toSorted()
const notices = ({ told }: TestDesk) =>
  told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))
const snapshotIn = (folder: string) => join(folder, 'desk', 'index.json')
const journalIn = (folder: string) => join(folder, 'desk', 'index.log')
const linesIn = async (folder: string) =>
  (await readFile(journalIn(folder), 'utf8')).split('\n').filter(Boolean)
const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function rename({ desk }: TestDesk, from: string, headline: string): Promise<void> {
  const { articles } = await desk['article.list']({})
  const id = articles.find((row) => row.headline === from)?.id ?? ''
  const { article } = await desk['article.open']({ id })
  const { language, status, revision, fields, body } = article
  await desk['article.save']({ id, language, status, revision, body, fields: { ...fields, headline } })
}
async function trash({ desk }: TestDesk, headline: string): Promise<void> {
  const { articles } = await desk['article.list']({})
  await desk['article.trash']({ id: articles.find((row) => row.headline === headline)?.id ?? '' })
}

/** A library whose snapshot has أ, ب and ج, and whose journal says that ب is باء now and ج is gone. */
async function journaled(): Promise<string> {
  const first = await tempDesk()
  for (const headline of ['أ', 'ب', 'ج']) await first.desk['article.create']({ headline })
  await first.close()
  const second = await tempDesk({ folder: first.folder })
  await rename(second, 'ب', 'باء')
  await trash(second, 'ج')
  await second.close()
  return first.folder
}

/** Opens it and answers how many articles were read for that. */
async function openedWith(folder: string) {
  const disk = new FaultDisk()
  const reads: string[] = []
  disk.readFile = (path) => {
    if (path.endsWith('article.json')) reads.push(path)
    return nodeDisk.readFile(path)
  }
  const opened = await tempDesk({ folder, disk })
  return { opened, read: reads.length }
}

describe('what changes in the list', () => {
  test('is a line beside the snapshot, which stays as it is', async () => {
    const folder = await journaled()
    expect(await readFile(snapshotIn(folder), 'utf8')).toContain('"ج"')
    const lines = await linesIn(folder)
    expect(lines.toSorted()).toEqual([
      expect.stringMatching(/^\{"gone":"\w{26}"\}$/),
      expect.stringContaining('"headline":"باء"'),
    ])
  })

  test('is known at the next opening without reading an article', async () => {
    const { opened, read } = await openedWith(await journaled())
    expect([await headlines(opened), read]).toEqual([['أ', 'باء'], 0])
  })

  test('is written two seconds later, one line for many saves of one article', async () => {
    const folder = await journaled()
    const desk = await tempDesk({ folder })
    const before = await linesIn(folder)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    await rename(desk, 'باء', 'با')
    await rename(desk, 'با', 'بابا')
    vi.advanceTimersByTime(1999)
    expect(await linesIn(folder)).toEqual(before)
    vi.advanceTimersByTime(1)
    vi.useRealTimers()
    await expect.poll(() => linesIn(folder)).toHaveLength(before.length + 1)
    expect((await linesIn(folder)).at(-1)).toContain('"headline":"بابا"')
  })
})

describe('a journal', () => {
  test.each<[string, (text: string) => string | undefined]>([
    ['deleted', () => undefined],
    ['torn in its last line', (text) => text.slice(0, -20)],
    ['torn in each of its lines', (text) => text.replaceAll('}\n', '\n').slice(0, -1)],
    ['empty', () => ''],
    ['full of NULs', () => '\0'.repeat(5000)],
    ['of another shape', () => '{"put":{"row":{"id":1}}}\n[]\n7\n{"gone":"../../etc"}\n'],
    ['followed by NULs', (text) => text + '\0'.repeat(300)],
    ['twice as long', (text) => text + text],
    ['backwards', (text) => text.split('\n').toReversed().join('\n')],
  ])('that is %s loses nothing, and is mended', async (_, damaged) => {
    const folder = await journaled()
    const content = damaged(await readFile(journalIn(folder), 'utf8'))
    if (content === undefined) await rm(journalIn(folder))
    else await writeFile(journalIn(folder), content)
    const again = await tempDesk({ folder })
    expect(await headlines(again)).toEqual(['أ', 'باء'])
    expect(notices(again)).toEqual([])
    await again.close()
    const { opened, read } = await openedWith(folder)
    expect([await headlines(opened), read]).toEqual([['أ', 'باء'], 0])
  })

  test('goes on behind a torn line', async () => {
    const folder = await journaled()
    const text = await readFile(journalIn(folder), 'utf8')
    await writeFile(journalIn(folder), text.slice(0, -20))
    const disk = new FaultDisk()
    // The snapshot cannot be made anew: the line is added all the same, or read from its article.
    disk.arm({
      at: 1,
      fault: 'ENOSPC',
      lasts: 'from-there',
      counts: (_, path) => path.includes('index.json'),
    })
    const again = await tempDesk({ folder, disk })
    await rename(again, 'أ', 'ألف')
    await again.close()
    expect(await headlines(await tempDesk({ folder }))).toEqual(['ألف', 'باء'])
  })

  test('is in the snapshot when it has grown, and begins anew', async () => {
    const folder = await journaled()
    const lines = await linesIn(folder)
    await writeFile(journalIn(folder), `${lines.join('\n')}\n`.repeat(400))
    const again = await tempDesk({ folder })
    await again.close()
    expect(await isThere(journalIn(folder))).toBe(false)
    expect(JSON.parse(await readFile(snapshotIn(folder), 'utf8'))).toMatchObject({
      version: 3,
      rows: { values: { id: { length: 2 } } },
    })
    const { opened, read } = await openedWith(folder)
    expect([await headlines(opened), read]).toEqual([['أ', 'باء'], 0])
  })

  test('that outlived the snapshot which holds it says the same once more', async () => {
    const folder = await journaled()
    const journal = await readFile(journalIn(folder), 'utf8')
    await rm(snapshotIn(folder))
    const between = await tempDesk({ folder })
    await between.close()
    await writeFile(journalIn(folder), journal)
    const { opened, read } = await openedWith(folder)
    expect([await headlines(opened), read]).toEqual([['أ', 'باء'], 0])
  })

  test('without its snapshot, and neither of them, loses nothing', async () => {
    const folder = await journaled()
    await rm(snapshotIn(folder))
    const alone = await tempDesk({ folder })
    expect(await headlines(alone)).toEqual(['أ', 'باء'])
    await alone.close()
    await rm(join(folder, 'desk'), { recursive: true })
    expect(await headlines(await tempDesk({ folder }))).toEqual(['أ', 'باء'])
  })

  test('that cannot be written costs nothing but time', async () => {
    const folder = await journaled()
    const disk = new FaultDisk()
    const second = await tempDesk({ folder, disk })
    await rename(second, 'أ', 'ألف')
    disk.arm({ at: 1, fault: 'ENOSPC', lasts: 'from-there', counts: (_, path) => path.includes('index.') })
    await second.close()
    expect(disk.fired).toBeGreaterThan(0)
    expect(await headlines(await tempDesk({ folder }))).toEqual(['ألف', 'باء'])
  })

  test('whose folder was taken away while the desk is open is followed by a whole snapshot', async () => {
    const folder = await journaled()
    const desk = await tempDesk({ folder })
    await rm(join(folder, 'desk'), { recursive: true })
    await rename(desk, 'أ', 'ألف')
    await desk.close()
    expect(await headlines(await tempDesk({ folder }))).toEqual(['ألف', 'باء'])
  })
})

/** Rows as a journal keeps them, each of another article. */
const stampedRows = (count: number): StampedRow[] =>
  Array.from({ length: count }, (_, n) => ({
    row: rowOf(article(idOf(n), { headline: `خبر ${n}` })),
    size: n,
    mtimeMs: n + 0.5,
  }))

test.each([0, 1, 499, 500, 501, 1999, 2000, 2001])(
  '%i rows are written in pieces and read as they were',
  async (count) => {
    const folder = await tempFolder()
    const rows = stampedRows(count)
    const paths = [join(folder, 'desk', 'index.json'), join(folder, 'desk', 'index.log')] as const
    const snapshot = new IndexSnapshot(nodeDisk, paths[0])
    const index: IndexFile = {
      version: 3,
      rows: {
        rows: rows.map(({ row }) => row),
        sizes: rows.map(({ size }) => size),
        times: rows.map(({ mtimeMs }) => mtimeMs),
      },
    }
    await snapshot.write(index)
    const again = new IndexSnapshot(nodeDisk, paths[0])
    expect(await again.read()).toEqual(index)
    expect([again.bytes, snapshot.bytes]).toEqual([(await stat(paths[0])).size, again.bytes])
    const lines = rows.map((put) => ({ put }))
    const journal = new IndexJournal(nodeDisk, paths[1])
    await journal.append(lines)
    const read = new IndexJournal(nodeDisk, paths[1])
    expect([await read.read(), read.isDamaged, read.bytes]).toEqual([lines, false, journal.bytes])
  },
)

test('an index of an older Midad is none that is damaged', async () => {
  const { desk, folder } = await tempDesk()
  await desk['article.create']({ headline: 'أ' })
  await writeFile(snapshotIn(folder), '{"version":1,"rows":[]}')
  expect((await desk['library.verify']({})).problems).toEqual([])
})
