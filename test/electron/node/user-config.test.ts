import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { libraryPlace, mayFound } from '../../../electron/node/library-place.ts'
import { configFolder, recallConfig, rememberConfig } from '../../../electron/node/user-config.ts'
import { filesUnder, lay, tempFolder } from '../../support/temp-library.ts'

describe('which library is opened', () => {
  test('the one asked for, else the environment, else the one chosen last, else Midad in Documents', () => {
    const places = [
      libraryPlace('/asked', { MIDAD_LIBRARY: '/set' }, '/chosen'),
      libraryPlace(undefined, { MIDAD_LIBRARY: '/set' }, '/chosen'),
      libraryPlace(undefined, { MIDAD_LIBRARY: '' }, '/chosen'),
      libraryPlace(undefined, {}, ''),
    ]
    expect(places).toEqual([
      { path: '/asked', source: 'asked' },
      { path: '/set', source: 'environment' },
      { path: '/chosen', source: 'remembered' },
      { path: join(homedir(), 'Documents', 'Midad'), source: 'default' },
    ])
    expect(places.map(mayFound)).toEqual([true, true, false, true])
  })
})

describe('what Midad remembers of a person', () => {
  test('lies where each system keeps such things', () => {
    expect(configFolder({ XDG_CONFIG_HOME: '/xdg' }, 'linux')).toBe(join('/xdg', 'midad'))
    expect(configFolder({}, 'linux')).toBe(join(homedir(), '.config', 'midad'))
    expect(configFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'Midad'))
    expect(configFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Midad'))
  })

  test('is added to, whole, however many ask at once', async () => {
    const folder = join(await tempFolder(), 'midad')
    await Promise.all([
      rememberConfig({ library: '/a' }, folder),
      rememberConfig({ direction: 'rtl' }, folder),
    ])
    expect(recallConfig(folder)).toEqual({ library: '/a', direction: 'rtl' })
    expect(Object.keys(await filesUnder(folder))).toEqual(['midad.json'])
  })

  test.each([
    ['nothing', '', {}],
    ['half a file', '{"library":"/a', {}],
    ['an array', '[]', {}],
    ['one bad value beside a good one', '{"library":7,"direction":"rtl"}', { direction: 'rtl' }],
  ])('is what can be read of %s', async (_name, text, config) => {
    const folder = await tempFolder()
    await lay(join(folder, 'midad.json'), text)
    expect(recallConfig(folder)).toEqual(config)
  })

  test('a memory that cannot be written says so, and the next one is', async () => {
    const folder = await tempFolder()
    await lay(join(folder, 'file'), '')
    await expect(rememberConfig({ library: '/a' }, join(folder, 'file', 'in'))).rejects.toThrow('ENOTDIR')
    await rememberConfig({ library: '/b' }, folder)
    expect(recallConfig(folder)).toEqual({ library: '/b' })
  })
})
