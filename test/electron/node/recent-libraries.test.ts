import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetLibrary, noteLibrary, recentLibraries } from '../../../electron/node/recent-libraries.ts'
import { recallConfig, rememberConfig } from '../../../electron/node/user-config.ts'
import { lay, tempFolder } from '../../support/temp-library.ts'

async function folderOf(...libraries: string[]): Promise<string> {
  const home = await tempFolder()
  for (const name of libraries) await lay(join(home, name, 'library.json'), '{}')
  return home
}
const pathsIn = (folder: string) => recallConfig(folder).recent?.map(({ path }) => path)

test('the libraries that were open are listed newest first, each once, at most ten', async () => {
  const home = await folderOf()
  for (let n = 1; n <= 12; n += 1) await noteLibrary(`/l/${n}`, { now: n, folder: home })
  await noteLibrary('/l/5', { now: 13, folder: home })
  expect(pathsIn(home)).toEqual([5, 12, 11, 10, 9, 8, 7, 6, 4, 3].map((n) => `/l/${n}`))
  expect(recallConfig(home).recent?.[0]?.openedAt).toBe('1970-01-01T00:00:00.013Z')
})

test('one that has gone is said not to be there, and can be taken off; its folder is none of ours', async () => {
  const home = await folderOf('مكتبة الأخبار', 'old')
  for (const name of ['old', 'مكتبة الأخبار']) await noteLibrary(join(home, name), { folder: home })
  await rename(join(home, 'old'), join(home, 'elsewhere'))
  await mkdir(join(home, 'old'))
  expect(await recentLibraries(home)).toMatchObject([
    { name: 'مكتبة الأخبار', path: join(home, 'مكتبة الأخبار'), isThere: true },
    { name: 'old', isThere: false },
  ])
  await forgetLibrary(join(home, 'old'), home)
  await rm(join(home, 'old'), { recursive: true })
  expect(pathsIn(home)).toEqual([join(home, 'مكتبة الأخبار')])
})

test('a damaged list loses what cannot be read of it, and nothing else', async () => {
  const home = await folderOf()
  const good = { path: '/good', openedAt: '2026-11-27T10:00:00.000Z' }
  const recent = [good, 7, { path: '', openedAt: 'then' }, { path: '/bad', openedAt: 'yesterday' }]
  await lay(join(home, 'midad.json'), JSON.stringify({ library: '/kept', direction: 'rtl', recent }))
  expect(recallConfig(home)).toEqual({ library: '/kept', direction: 'rtl', recent: [good] })
  await lay(
    join(home, 'midad.json'),
    JSON.stringify({ library: '/kept', recent: 'all', moving: { from: 1 } }),
  )
  expect(recallConfig(home)).toEqual({ library: '/kept' })
  await rememberConfig({ direction: 'ltr' }, home)
  await noteLibrary('/new', { folder: home })
  expect(recallConfig(home)).toMatchObject({ library: '/kept', direction: 'ltr', recent: [{ path: '/new' }] })
})
