import { buffer } from 'node:stream/consumers'
import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'
import { describe, expect, test } from 'vitest'
import { packedBytes, packedText, zipOf } from '../../../core/export/zip-file.ts'
import { packer } from '../../../electron/node/packer.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** As another program reads it. */
async function unzipped(zip: Uint8Array) {
  const files: { name: string; bytes: Buffer; method: number; flags: number; mode: number }[] = []
  const opened = await fromBufferPromise(Buffer.from(zip))
  for await (const each of opened.eachEntry()) {
    files.push({
      name: each.fileName,
      bytes: await buffer(await opened.openReadStreamPromise(each)),
      method: each.compressionMethod,
      flags: each.generalPurposeBitFlag,
      mode: each.externalFileAttributes >>> 16,
    })
  }
  return files
}

describe.each([
  ['our own packing', undefined],
  ['the packing of Node', packer],
])('a zip of %s', (_name, own) => {
  const text = '<p>هەولێر</p>'.repeat(300)
  const zip = () =>
    zipOf([
      { path: 'word/document.xml', ...packedText(text, 1, { packer: own }) },
      {
        path: 'وێنە.bin',
        ...packedBytes(
          Uint8Array.from({ length: 5000 }, (_, n) => n),
          0,
          own,
        ),
      },
      { path: 'short.xml', ...packedText('<a/>', 9, { packer: own }) },
      { path: 'stored.xml', ...packedText('<a>aaaaaaaaaaaaaaaa</a>', 9, { packer: own, packedFrom: 1500 }) },
      { path: 'empty', ...packedBytes(new Uint8Array(), 6, own) },
    ])

  test('is read by another program: names, bytes, and no rights of a person’s own', async () => {
    const files = await unzipped(zip())
    expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['word/document.xml', utf8(text).length],
      ['وێنە.bin', 5000],
      ['short.xml', 4],
      ['stored.xml', 23],
      ['empty', 0],
    ])
    expect([files[0], files[2], files[3]].map((file) => file?.bytes.toString())).toEqual([
      text,
      '<a/>',
      '<a>aaaaaaaaaaaaaaaa</a>',
    ])
    // Deflated only where that is shorter; a name of ASCII says nothing of its encoding; rights are left to whoever unpacks.
    expect(files.map(({ method }) => method)).toEqual([8, 0, 0, 0, 0])
    expect(files.map(({ flags }) => flags)).toEqual([0, 1 << 11, 0, 0, 0])
    expect(files.map(({ mode }) => mode)).toEqual([0, 0, 0, 0, 0])
  })
  test('is the same bytes again, whatever was written in between', () => {
    const once = zip()
    packedText('something else '.repeat(4000), 9, { packer: own })
    expect(zip()).toEqual(once)
  })
  test('takes any text, short or long, with halves of pairs', () => {
    for (const each of ['س😀\ud800é', 'س'.repeat(32_769), '😀'.repeat(20_000)]) {
      const { packed, isDeflated } = packedText(each, 1, { packer: own })
      expect(Buffer.from(isDeflated ? inflateRawSync(packed) : packed).equals(utf8(each))).toBe(true)
    }
  })
  test('has the sum of each file', () => {
    for (const each of ['', 'a', text]) expect(packedText(each, 6, { packer: own }).crc32).toBe(crc32(each))
  })
})
