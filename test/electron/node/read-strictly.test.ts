import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../../electron/node/disk.ts'
import { parseStrictly, readStrictly } from '../../../electron/node/read-strictly.ts'
import { FaultDisk } from '../../support/fault-fs.ts'
import { tempFolder } from '../../support/temp-library.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['nothing', bytes(''), 'empty'],
  ['a block of NULs', new Uint8Array(512), 'holds NUL bytes'],
  ['windows-1256', Uint8Array.from([0x22, 0xe3, 0xcf, 0xc7, 0xcf, 0x22]), 'not UTF-8'],
  ['UTF-8 cut inside a letter', bytes('"مداد').subarray(0, 4), 'not UTF-8'],
  ['JSON that was cut', bytes('{"a":[1,2'), 'not JSON'],
  ['a key for the prototype', bytes('{"__proto__":{"polluted":1}}'), 'holds a key that is refused'],
  ['such a key in disguise', bytes('{"\\u005f_proto__":{"polluted":1}}'), 'holds a key that is refused'],
  [
    'a constructor deep inside',
    bytes('{"a":[{"constructor":{"prototype":{}}}]}'),
    'holds a key that is refused',
  ],
])('%s is damage with its reason and its bytes', (_, input, reason) => {
  expect(parseStrictly(input)).toEqual({ kind: 'damaged', reason, bytes: input })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('the words __proto__ and constructor in a text are words', () => {
  expect(parseStrictly(bytes('{"a":"__proto__ constructor \\u0041"}'))).toMatchObject({
    kind: 'json',
    json: { a: '__proto__ constructor A' },
  })
})

test('a file that is too large, a folder, and a disk that fails are failures, not damage', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'large.json'), '"0123456789"')
  expect(await readStrictly(nodeDisk, join(folder, 'large.json'), 5)).toMatchObject({ kind: 'failed' })
  expect(await readStrictly(nodeDisk, folder)).toMatchObject({ kind: 'failed' })
  const broken = new FaultDisk({ at: 2, fault: 'EIO', lasts: 'once' })
  expect(await readStrictly(broken, join(folder, 'large.json'))).toEqual({ kind: 'failed', reason: 'EIO' })
  expect(await readStrictly(nodeDisk, join(folder, 'none.json'))).toEqual({ kind: 'missing' })
})
