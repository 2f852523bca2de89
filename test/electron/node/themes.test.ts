import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeDisk, type Disk } from '../../../electron/node/disk.ts'
import { openThemes, shippedThemes } from '../../../electron/node/themes.ts'

const library = async (files: Record<string, string>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'midad-themes-'))
  await mkdir(join(folder, 'themes'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'themes', name), text)
  return folder
}
const shippedIds = ['classic', 'modern', 'light', 'fragment', 'email']
const ids = async (folder: string) => (await openThemes(folder)).themes.all().map(({ id }) => id)

test('a library without themes has the shipped ones, classic first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'midad-themes-'))
  expect(await ids(folder)).toEqual(shippedIds)
  expect((await openThemes(folder)).notices).toEqual([])
})

test('an agency’s theme comes after the shipped ones, and stands in for one with its id', async () => {
  const own = JSON.stringify({ ...shippedThemes[1], id: 'bank', name: 'Bank' })
  const classic = JSON.stringify({ ...shippedThemes[0], name: 'Our classic' })
  const { themes, notices } = await openThemes(
    await library({ 'bank.json': own, 'a.json': classic, 'notes.txt': 'x' }),
  )
  expect(themes.all().map(({ name }) => name)).toEqual([
    'Our classic',
    'Modern',
    'Light',
    'Fragment',
    'E-mail',
    'Bank',
  ])
  expect(notices).toEqual([])
})

test('what is not a theme is skipped and told of', async () => {
  const { themes, notices } = await openThemes(
    await library({
      'broken.json': '{',
      'empty.json': '{}',
      'evil.json': JSON.stringify({ ...shippedThemes[0], id: 'evil', colours: { ink: 'red;}</style>' } }),
      'picture.json': JSON.stringify({
        ...shippedThemes[0],
        id: 'far',
        logo: { alt: '', image: 'https://example.org/x.png' },
      }),
    }),
  )
  expect(themes.all().map(({ id }) => id)).toEqual(shippedIds)
  expect(notices.map(({ code, details }) => [code, details.path])).toEqual([
    ['theme-skipped', 'themes/broken.json'],
    ['theme-skipped', 'themes/empty.json'],
    ['theme-skipped', 'themes/evil.json'],
    ['theme-skipped', 'themes/picture.json'],
  ])
})

describe('the house’s own', () => {
  const house = { ...shippedThemes[1]!, id: 'house', name: 'House' }
  const left = (folder: string) => readdir(join(folder, 'themes')).then((names) => names.sort())
  test('is written as a file that another opening reads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'midad-themes-'))
    const { themes } = await openThemes(folder)
    await themes.put(house)
    expect(themes.isOwn('house')).toBe(true)
    expect(await left(folder)).toEqual(['house.json'])
    expect((await openThemes(folder)).themes.all().at(-1)).toEqual(house)
  })
  test('is changed in the file that it came from', async () => {
    const folder = await library({ 'our page.json': JSON.stringify(house) })
    const { themes } = await openThemes(folder)
    await themes.put({ ...house, name: 'New' })
    expect(await left(folder)).toEqual(['our page.json'])
    expect(await readFile(join(folder, 'themes/our page.json'), 'utf8')).toContain('"New"')
  })
  test('never takes the place of a file that could not be read', async () => {
    const folder = await library({ 'house.json': '{ broken' })
    const { themes } = await openThemes(folder)
    await themes.put(house)
    expect(await readFile(join(folder, 'themes/house.json'), 'utf8')).toBe('{ broken')
    expect(await left(folder)).toEqual(['house-2.json', 'house.json'])
  })
  test('is set aside when it is removed, and a shipped one is back', async () => {
    const folder = await library({ 'a.json': JSON.stringify({ ...shippedThemes[0], name: 'Ours' }) })
    const { themes } = await openThemes(folder, { now: () => 0 })
    expect(themes.all()[0]?.name).toBe('Ours')
    await themes.remove('classic')
    expect(themes.all()[0]?.name).toBe('Classic')
    expect(await left(folder)).toEqual([])
    const [aside = ''] = await readdir(join(folder, 'set-aside'))
    expect(await readFile(join(folder, 'set-aside', aside), 'utf8')).toContain('"Ours"')
  })
  test('is not written where another program holds the library', async () => {
    const folder = await library({})
    const { themes } = await openThemes(folder, { isReadOnly: () => true })
    await expect(themes.put(house)).rejects.toMatchObject({ code: 'library-locked' })
    expect(await left(folder)).toEqual([])
  })
  test('stays as it was where the disk is full', async () => {
    const folder = await library({ 'house.json': JSON.stringify(house) })
    const full: Disk = {
      ...nodeDisk,
      open: async (path, flags, mode) => {
        if (flags === 'wx') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return nodeDisk.open(path, flags, mode)
      },
    }
    const { themes } = await openThemes(folder, { disk: full })
    await expect(themes.put({ ...house, name: 'New' })).rejects.toMatchObject({ code: 'disk-full' })
    expect(themes.all().at(-1)?.name).toBe('House')
    expect(await readFile(join(folder, 'themes/house.json'), 'utf8')).toContain('"House"')
  })
})
