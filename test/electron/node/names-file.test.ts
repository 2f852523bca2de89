import { readdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writtenNames } from '../../../core/model/names-file.ts'
import { openCopy } from '../../../electron/node/open-copy.ts'
import { saveCopy } from '../../../electron/node/library-copy.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { barzani, erbil } from '../../support/names.ts'
import { lay, pathsUnder, tempDesk, tempFolder, type TestDesk } from '../../support/temp-library.ts'

const fileOf = ({ folder }: TestDesk) => join(folder, 'spelling', 'names.json')
const entries = async ({ desk }: TestDesk) => (await desk['names.state']({})).entries
const codes = ({ told }: TestDesk) =>
  told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))

test('the list is a plain file, a name a line, that is there after a restart', async () => {
  const first = await tempDesk()
  await first.desk['names.change']({ put: [erbil, barzani] })
  await first.close()
  expect((await readFile(fileOf(first), 'utf8')).split('\n')).toHaveLength(5)
  expect(await entries(await tempDesk({ folder: first.folder }))).toEqual([erbil, barzani])
})

test('two windows that add at once both stay, and a file that a person exchanged is read', async () => {
  const desk = await tempDesk()
  await Promise.all([erbil, barzani].map((entry) => desk.desk['names.change']({ put: [entry] })))
  expect(await entries(desk)).toHaveLength(2)
  await lay(fileOf(desk), writtenNames([{ ...erbil, note: 'by hand' }]))
  expect(await entries(desk)).toEqual([{ ...erbil, note: 'by hand' }])
})

const damages: [string, (text: string) => string | Uint8Array][] = [
  ['cut off', (text) => text.slice(0, text.indexOf('\n', text.indexOf('barzani')) - 3)],
  ['with an entry that is none', (text) => text.replace('"person"', '"planet"')],
  [
    'with NULs and letters that are none',
    (text) => cat(text.split('"barzani"').map(bytes), Uint8Array.of(0, 0xff)),
  ],
]
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const cat = ([one, other]: Uint8Array[], between: Uint8Array): Uint8Array =>
  Buffer.concat([one ?? bytes(''), between, other ?? bytes('')])

test.each(damages)(
  'a list %s is set aside byte for byte, what reads of it stays, and it is said once',
  async (_, spoil) => {
    const desk = await tempDesk()
    const damaged = Buffer.from(spoil(writtenNames([erbil, barzani])))
    await lay(fileOf(desk), damaged)
    expect(await entries(desk)).toEqual([erbil])
    await desk.desk['names.change']({ put: [{ ...barzani, id: 'again' }] })
    expect(await entries(desk)).toHaveLength(2)
    expect(codes(desk)).toEqual(['names-set-aside'])
    const [kept = ''] = await readdir(join(desk.folder, 'set-aside'))
    expect(await readFile(join(desk.folder, 'set-aside', kept))).toEqual(damaged)
  },
)

test('a list that is huge is set aside, not read', async () => {
  const desk = await tempDesk()
  await lay(fileOf(desk), '{}')
  await truncate(fileOf(desk), 200 * 1024 * 1024)
  expect(await entries(desk)).toEqual([])
  expect(codes(desk)).toEqual(['names-set-aside'])
})

test('a damaged list is left where it is by who only reads the library', async () => {
  const first = await tempDesk()
  await lay(fileOf(first), writtenNames([erbil]).slice(0, -4))
  const reader = await tempDesk({ folder: first.folder, readOnly: true })
  expect(await entries(reader)).toEqual([erbil])
  expect(pathsUnder(first.folder).filter((path) => path.startsWith('set-aside'))).toEqual([])
})

test('a newer Midad’s list is read as far as it goes, and never written over', async () => {
  const desk = await tempDesk()
  const newer = writtenNames([erbil])
    .replace('"version":1', '"version":2')
    .replace('"place"', '"place","age":3')
  await lay(fileOf(desk), newer)
  expect(await entries(desk)).toEqual([erbil])
  await expect(desk.desk['names.change']({ put: [barzani] })).rejects.toMatchObject({ code: 'read-only' })
  expect((await desk.desk['library.verify']({ repair: true })).problems).toEqual([])
  expect(await readFile(fileOf(desk), 'utf8')).toBe(newer)
})

test('a list that the disk does not give now is an error, not an empty list', async () => {
  const disk = new FaultDisk()
  const desk = await tempDesk({ disk })
  await desk.desk['names.change']({ put: [erbil] })
  const before = await readFile(fileOf(desk), 'utf8')
  disk.arm({ at: 1, fault: 'EIO', lasts: 'from-there', counts: (_call, path) => path.includes('names.json') })
  await expect(desk.desk['names.change']({ put: [barzani] })).rejects.toMatchObject({ code: 'unreadable' })
  disk.arm(undefined)
  expect(await readFile(fileOf(desk), 'utf8')).toBe(before)
})

test('the list is whole, the old or the new, wherever the disk is full', async () => {
  const disk = new FaultDisk()
  const desk = await tempDesk({ disk })
  await desk.desk['names.change']({ put: [erbil] })
  const [before, after] = [writtenNames([erbil]), writtenNames([erbil, barzani])]
  for (let at = 1; at < 12; at += 1) {
    disk.arm({ at, fault: 'ENOSPC', lasts: 'once', counts: (_call, path) => path.includes('spelling') })
    const asked = desk.desk['names.change']({ put: [barzani] })
    const isDone = await asked.then(
      () => true,
      () => false,
    )
    disk.arm(undefined)
    const now = await readFile(fileOf(desk), 'utf8')
    expect([before, after]).toContain(now)
    if (isDone) expect(now).toBe(after)
    expect((await entries(desk)).length).toBe(now === after ? 2 : 1)
    await desk.desk['names.change']({ remove: [barzani.id] })
  }
  expect(pathsUnder(desk.folder).filter((path) => path.endsWith('.tmp'))).toEqual([])
})

test('verify names a damaged list and, asked to, keeps it aside and what reads of it', async () => {
  const desk = await tempDesk()
  await lay(fileOf(desk), writtenNames([erbil, barzani]).replace('"person"', '"planet"'))
  const { ok, problems } = await desk.desk['library.verify']({})
  expect([ok, problems.map(({ code, path }) => `${code} ${path}`)]).toEqual([
    false,
    ['damaged-names spelling/names.json'],
  ])
  expect((await desk.desk['library.verify']({ repair: true })).ok).toBe(true)
  expect(await entries(desk)).toEqual([erbil])
  expect(await readdir(join(desk.folder, 'set-aside'))).toHaveLength(1)
})

test('a copy of the library has the list', async () => {
  const desk = await tempDesk()
  await desk.desk['names.change']({ put: [erbil] })
  await desk.close()
  const place = await tempFolder()
  const file = join(place, 'a.midad-copy.zip')
  await saveCopy({ library: desk.folder, file, keepIn: place })
  const library = join(place, 'opened')
  await openCopy({ file, library })
  expect(await entries(await tempDesk({ folder: library }))).toEqual([erbil])
})
