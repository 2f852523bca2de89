import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportPlace, zipIn, zipPlace } from '../../../electron/node/export-place.ts'
import { testFolder } from '../../support/midad.ts'
import { unpacked } from '../../support/unpacked.ts'

let folder: string
let remove: () => void
beforeEach(() => ({ folder, remove } = testFolder()))
afterEach(() => remove())

const made = async (name: string, text: string, afterMs = 0) => {
  await pause(afterMs)
  return { name, bytes: new TextEncoder().encode(text) }
}

describe('files that are made side by side', () => {
  test('get their names in the order in which they were begun, whichever is there first', async () => {
    const place = await exportPlace(folder)
    const names = await Promise.all([
      place.write(made('twin.html', 'one', 30)),
      place.write(made('twin.html', 'two')),
      place.write(made('twin.html', 'three', 10)),
    ])
    expect(names.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      'twin.html',
      'twin-2.html',
      'twin-3.html',
    ])
    expect(await readFile(join(folder, 'twin.html'), 'utf8')).toBe('one')
    expect(await readFile(join(folder, 'twin-2.html'), 'utf8')).toBe('two')
  })

  test('one that cannot be made takes no name and stops no other', async () => {
    const place = await exportPlace(folder)
    const written = await Promise.allSettled([
      place.write(Promise.reject(new Error('planted'))),
      place.write(made('a.html', 'two', 30)),
      // Before its turn.
      place.write(Promise.reject(new Error('planted'))),
      place.write(made('a.html', 'four')),
    ])
    expect(written.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await readdir(folder)).toSorted()).toEqual(['a-2.html', 'a.html'])
  })
})

describe('a zip', () => {
  test('is there once it is whole, with each file under a name of its own, and takes the place of none', async () => {
    const file = zipIn(folder, new Date('2026-11-27T12:00:00Z'))
    await writeFile(file, 'older')
    const next = zipIn(folder, new Date('2026-11-27T12:00:00Z'))
    expect(next).toBe(join(folder, 'midad-2026-11-27-2.zip'))
    const place = zipPlace(next)
    const [one, two] = await Promise.all([
      place.write(made('a.html', 'one')),
      place.write(made('a.html', 'two')),
    ])
    expect([one.path, two.path]).toEqual([join(next, 'a.html'), join(next, 'a-2.html')])
    expect(existsSync(next)).toBe(false)
    await place.close()
    const files = await unpacked(await readFile(next))
    expect(Object.entries(files).map(([name, bytes]) => `${name} ${String(bytes)}`)).toEqual([
      'a.html one',
      'a-2.html two',
    ])
    expect(await readFile(file, 'utf8')).toBe('older')
  })

  test('that cannot be written is a failure for whoever brings the next file', async () => {
    const place = zipPlace(join(folder, 'none', 'x.zip'))
    await expect(place.write(made('a.html', 'one'))).rejects.toMatchObject({ code: 'unwritable' })
    await expect(place.close()).rejects.toMatchObject({ code: 'unwritable' })
  })
})
