import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../../core/model/limits.ts'
import { readPastedPicture } from '../../../electron/node/pasted-picture.ts'
import { tinyPng } from '../../support/drawn-picture.ts'
import { tempFolder } from '../../support/temp-library.ts'

const png = tinyPng()
let temporary: string
let elsewhere: string
beforeEach(async () => {
  const root = await tempFolder()
  temporary = join(root, 'tmp')
  elsewhere = join(root, 'home')
  await mkdir(join(temporary, 'msohtmlclip1'), { recursive: true })
  await mkdir(elsewhere)
})
/** Lays a file and answers its address. */
async function lay(path: string, bytes: Uint8Array | string = png): Promise<string> {
  await writeFile(path, bytes)
  return pathToFileURL(path).href
}
const clip = (name = 'clip_image001.png') => join(temporary, 'msohtmlclip1', name)
const naming = (address: string) => `<p>قبل</p><img width=32 src="${address.replaceAll('&', '&amp;')}">`
const read = (address: string, markup = naming(address)) => readPastedPicture(address, markup, [temporary])

describe('a picture beside what was copied', () => {
  test('that the clipboard names is read', async () => {
    expect(await read(await lay(clip()))).toEqual({ mime: 'image/png', base64: png.toString('base64') })
  })
  test.each(["src='A'", 'src=A', 'alt="x" SRC="A"'])(
    'is found however its address is written: %s',
    async (written) => {
      const address = await lay(clip())
      expect(await read(address, `<img ${written.replace('A', address)}>`)).not.toBeNull()
    },
  )
  test('may have a name with a space and an ampersand, and a host that is this computer', async () => {
    const address = await lay(clip('a & b.png'))
    expect(await read(address)).not.toBeNull()
    const local = address.replace('file:///', 'file://localhost/')
    expect(await read(local)).not.toBeNull()
  })
})

describe('nothing is read of', () => {
  test('a file that the clipboard does not name, or names otherwise than as a picture', async () => {
    const address = await lay(clip())
    expect(await read(address, '<p>nothing</p>')).toBeNull()
    expect(await read(address, `<a href="${address}">x</a> ${address}`)).toBeNull()
    expect(await read(address, naming(`${address}?`))).toBeNull()
  })
  test('another folder, also by way of dots and links', async () => {
    const address = await lay(join(elsewhere, 'private.png'))
    expect(await read(address)).toBeNull()
    expect(await read(`${pathToFileURL(temporary).href}/%2e%2e/home/private.png`)).toBeNull()
    await symlink(join(elsewhere, 'private.png'), clip('link.png'))
    expect(await read(pathToFileURL(clip('link.png')).href)).toBeNull()
    await symlink(elsewhere, join(temporary, 'folder'))
    expect(await read(pathToFileURL(join(temporary, 'folder/private.png')).href)).toBeNull()
  })
  test('a file that is no picture by its name or by its bytes', async () => {
    expect(await read(await lay(clip('clip.txt')))).toBeNull()
    expect(await read(await lay(clip('clip.svg')))).toBeNull()
    expect(await read(await lay(clip('secret.png'), 'password'))).toBeNull()
    await mkdir(clip('folder.png'))
    expect(await read(pathToFileURL(clip('folder.png')).href)).toBeNull()
  })
  test('a file over the size of a picture', async () => {
    const address = await lay(clip())
    await truncate(clip(), limits.pictureBytes + 1)
    expect(await read(address)).toBeNull()
  })
  test('another computer, which is not even asked, and of no file at all', async () => {
    expect(await read('file://server/share/clip_image001.png')).toBeNull()
    expect(await read('file:////server/share/clip_image001.png')).toBeNull()
    expect(await read(pathToFileURL(clip('missing.png')).href)).toBeNull()
    expect(await read('https://example.org/a.png')).toBeNull()
    expect(await read('file:///%00.png')).toBeNull()
  })
})
