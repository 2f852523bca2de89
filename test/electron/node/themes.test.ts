import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
