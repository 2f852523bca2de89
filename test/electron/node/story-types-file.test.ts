import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FaultDisk } from '../../support/fault-fs.ts'
import { lay, tempDesk, type TestDesk } from '../../support/temp-library.ts'

const typesFile = ({ folder }: TestDesk) => join(folder, 'story-types.json')
const codes = ({ told }: TestDesk) =>
  told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))
const type = (id: string) => ({
  id,
  name: id,
  about: '',
  genre: null,
  schemaType: 'NewsArticle' as const,
  isOffered: true,
  first: [],
  more: [],
  required: {},
  starts: {},
})

test('the house’s types are a plain file that is there after a restart', async () => {
  const first = await tempDesk()
  await first.desk['types.change']({ put: type('weather'), order: ['weather'] })
  await first.close()
  expect(JSON.parse(await readFile(typesFile(first), 'utf8'))).toEqual({
    order: ['weather'],
    types: [type('weather')],
  })
  const again = await tempDesk({ folder: first.folder })
  expect((await again.desk['types.list']({})).types[0]?.id).toBe('weather')
})

test('a file that somebody lays there holds at once', async () => {
  const desk = await tempDesk()
  await lay(typesFile(desk), JSON.stringify({ types: [{ id: 'weather', name: 'طقس' }] }))
  expect((await desk.desk['types.list']({})).house).toEqual(['weather'])
})

test.each([
  ['no JSON at all', 'طقس', []],
  [
    'one type that reads and one that does not',
    '{"types":[{"id":"weather","name":"x"},{"id":"BAD"}]}',
    ['weather'],
  ],
])('a file of %s is set aside as it is, said once, and what reads of it kept', async (_, text, kept) => {
  const desk = await tempDesk()
  await lay(typesFile(desk), text)
  for (const _again of [1, 2]) expect((await desk.desk['types.list']({})).house).toEqual(kept)
  expect(codes(desk)).toEqual(['types-set-aside'])
  const [aside = ''] = await readdir(join(desk.folder, 'set-aside'))
  expect(await readFile(join(desk.folder, 'set-aside', aside), 'utf8')).toBe(text)
})

test('a file that is damaged is left where it is by who only reads the library', async () => {
  const first = await tempDesk()
  await lay(typesFile(first), 'طقس')
  const reader = await tempDesk({ folder: first.folder, readOnly: true })
  expect((await reader.desk['types.list']({})).house).toEqual([])
  expect(await readFile(typesFile(first), 'utf8')).toBe('طقس')
})

test('the file is whole, the old or the new, wherever the disk fails, and no change is made to one that it does not give', async () => {
  const disk = new FaultDisk()
  const desk = await tempDesk({ disk })
  await desk.desk['types.change']({ put: type('weather') })
  const before = await readFile(typesFile(desk), 'utf8')
  for (let at = 1; at < 12; at += 1) {
    disk.arm({ at, fault: 'EIO', lasts: 'once', counts: (_call, path) => path.includes('story-types') })
    const isKept = await desk.desk['types.change']({ put: type(`t${at}`) }).then(
      () => true,
      () => false,
    )
    const { types } = JSON.parse(await readFile(typesFile(desk), 'utf8')) as { types: { id: string }[] }
    expect(types[0]?.id).toBe('weather')
    if (isKept) expect(types.map(({ id }) => id)).toContain(`t${at}`)
  }
  expect(before).toContain('weather')
})
