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

describe('an item in a folder with its pictures', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const packet = (item: string, ...media: string[]) => ({
    name: 'story.ninjs',
    bytes: bytes(item),
    inFolder: {
      item: 'item.json',
      beside: media.map((name) => ({ path: `media/${name}`, bytes: bytes(`picture ${name}`) })),
    },
  })
  const tooLong = `${'p'.repeat(300)}.png`

  test('takes the place of no other, unless somebody asks for that', async () => {
    const place = await exportPlace(folder)
    const one = await place.write(Promise.resolve(packet('one', 'a.png', 'b.png')))
    const two = await place.write(Promise.resolve(packet('two')))
    expect([one, two]).toEqual([
      { path: join(folder, 'story.ninjs'), bytes: 29 },
      { path: join(folder, 'story-2.ninjs'), bytes: 3 },
    ])
    const files = (await readdir(folder, { recursive: true })).toSorted()
    expect(files.filter((path) => /\.(?:png|json)$/.test(path))).toEqual([
      'story-2.ninjs/item.json',
      'story.ninjs/item.json',
      'story.ninjs/media/a.png',
      'story.ninjs/media/b.png',
    ])
    const again = await exportPlace(folder, true)
    await again.write(Promise.resolve(packet('three', 'a.png')))
    expect(await readFile(join(folder, 'story.ninjs', 'item.json'), 'utf8')).toBe('three')
  })

  test('is not there without all of its pictures: what was begun is taken away, an older one stays', async () => {
    const place = await exportPlace(folder)
    const half = place.write(Promise.resolve(packet('one', 'a.png', tooLong)))
    await expect(half).rejects.toMatchObject({ code: 'unwritable' })
    expect(await readdir(folder)).toEqual([])
    await place.write(Promise.resolve({ ...packet('older', 'a.png'), name: 'older.ninjs' }))
    const again = await exportPlace(folder, true)
    const over = again.write(Promise.resolve({ ...packet('newer', tooLong), name: 'older.ninjs' }))
    await expect(over).rejects.toMatchObject({ code: 'unwritable' })
    expect(await readFile(join(folder, 'older.ninjs', 'item.json'), 'utf8')).toBe('older')
  })

  test('stands behind its pictures in a zip', async () => {
    const place = zipPlace(join(folder, 'all.zip'))
    const { path } = await place.write(Promise.resolve(packet('one', 'a.png')))
    await place.close()
    expect(path).toBe(join(folder, 'all.zip', 'story.ninjs'))
    expect(Object.keys(await unpacked(await readFile(join(folder, 'all.zip'))))).toEqual([
      'story.ninjs/media/a.png',
      'story.ninjs/item.json',
    ])
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
