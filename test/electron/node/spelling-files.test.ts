import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FaultDisk } from '../../support/fault-fs.ts'
import { idOf, lay, pathsUnder, tempDesk, type TestDesk } from '../../support/temp-library.ts'

const base64 = (data: string | Uint8Array) => Buffer.from(data).toString('base64')
const affixes = 'SET UTF-8\nTRY ئابپ\n'
const words = '2\nهەولێر\nشار\n'
const codes = ({ told }: TestDesk) =>
  told.flatMap((event) => (event.name === 'notice' ? [event.data.code] : []))
const wordFile = ({ folder }: TestDesk) => join(folder, 'spelling', 'words.txt')
const put = (desk: TestDesk, parts: Partial<Record<'affixes' | 'words', string | Uint8Array>> = {}) =>
  desk.desk['spelling.putDictionary']({
    language: 'ckb',
    name: 'ckb-Arab.dic',
    affixes: base64(parts.affixes ?? affixes),
    words: base64(parts.words ?? words),
  })
const read = (desk: TestDesk) => desk.desk['spelling.readDictionary']({ language: 'ckb' })

describe('the list of the house', () => {
  test('is a plain file that is there after a restart', async () => {
    const first = await tempDesk()
    await first.desk['spelling.change']({ language: 'ckb', add: ['هەولێر'] })
    await first.close()
    expect(await readFile(wordFile(first), 'utf8')).toContain('[ckb]\nهەولێر\n')
    const again = await tempDesk({ folder: first.folder })
    expect((await again.desk['spelling.state']({})).words).toContain('هەولێر')
  })

  test('takes what two windows add at once, and what a person wrote into it meanwhile', async () => {
    const desk = await tempDesk()
    await lay(wordFile(desk), '# by hand\n[ckb]\nدهۆک\n')
    await Promise.all(
      ['هەولێر', 'سلێمانی'].map((word) => desk.desk['spelling.change']({ language: 'ckb', add: [word] })),
    )
    expect(await readFile(wordFile(desk), 'utf8')).toBe('# by hand\n[ckb]\nدهۆک\nهەولێر\nسلێمانی\n')
  })

  test('that is damaged is set aside byte for byte, what reads of it stays, and it is said once', async () => {
    const desk = await tempDesk()
    const damaged = Buffer.concat([
      Buffer.from('[ckb]\nهەولێر\n'),
      Buffer.from([0xc7, 0xe1, 0x0a, 0x00, 0x0a]),
      Buffer.from('شار\n'),
    ])
    await lay(wordFile(desk), damaged)
    const { words: text } = await desk.desk['spelling.change']({ language: 'ckb', add: ['دهۆک'] })
    expect(text).toBe('[ckb]\nهەولێر\nشار\nدهۆک\n')
    await desk.desk['spelling.state']({})
    expect(codes(desk)).toEqual(['words-set-aside'])
    const [kept = ''] = await readdir(join(desk.folder, 'set-aside'))
    expect(await readFile(join(desk.folder, 'set-aside', kept))).toEqual(damaged)
  })

  test('that is huge is set aside, not read', async () => {
    const desk = await tempDesk()
    await lay(wordFile(desk), '[ckb]\n')
    await truncate(wordFile(desk), 200 * 1024 * 1024)
    expect((await desk.desk['spelling.state']({})).words).toBe('')
    expect(codes(desk)).toEqual(['words-set-aside'])
    expect(await readdir(join(desk.folder, 'set-aside'))).toHaveLength(1)
  })

  test('that is damaged is left where it is by who only reads the library', async () => {
    const first = await tempDesk()
    await lay(wordFile(first), Buffer.from([0x5b, 0x65, 0x6e, 0x5d, 0x0a, 0xff, 0x0a, 0x61, 0x62]))
    const reader = await tempDesk({ folder: first.folder, readOnly: true })
    expect((await reader.desk['spelling.state']({})).words).toBe('[en]\nab')
    expect(pathsUnder(first.folder).filter((path) => path.startsWith('set-aside'))).toEqual([])
  })

  test('is whole, the old or the new, wherever the disk fails', async () => {
    const disk = new FaultDisk()
    const desk = await tempDesk({ disk })
    await desk.desk['spelling.change']({ language: 'en', add: ['Erbil'] })
    const before = await readFile(wordFile(desk), 'utf8')
    for (let at = 1; at < 12; at += 1) {
      disk.arm({ at, fault: 'ENOSPC', lasts: 'once', counts: (_call, path) => path.includes('spelling') })
      const asked = desk.desk['spelling.change']({ language: 'en', add: ['Duhok'] })
      const isDone = await asked.then(
        () => true,
        () => false,
      )
      disk.arm(undefined)
      const now = await readFile(wordFile(desk), 'utf8')
      expect(now === before || now === `${before}Duhok\n`).toBe(true)
      if (isDone) expect(now).toContain('Duhok')
      await desk.desk['spelling.change']({ language: 'en', remove: ['Duhok'] })
    }
    expect(pathsUnder(desk.folder).filter((path) => path.endsWith('.tmp'))).toEqual([])
  })
})

describe('a dictionary of the house', () => {
  test('is there after a restart, with what its file was called, and goes when it is dropped', async () => {
    const first = await tempDesk()
    await put(first)
    await first.close()
    const again = await tempDesk({ folder: first.folder })
    const { dictionaries } = await again.desk['spelling.state']({})
    expect(dictionaries).toMatchObject([{ language: 'ckb', name: 'ckb-Arab.dic', isWhole: true }])
    expect(await read(again)).toEqual({ affixes, words })
    await again.desk['spelling.dropDictionary']({ language: 'ckb' })
    expect((await again.desk['spelling.state']({})).dictionaries).toEqual([])
    await expect(read(again)).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each<[string, Parameters<typeof put>[1], string]>([
    ['is no Hunspell file', { affixes: 'قال وزير' }, 'not-a-dictionary'],
    ['is a picture', { words: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }, 'not-a-dictionary'],
    ['is too large', { words: `2\n${'هەولێر\n'.repeat(1_400_000)}` }, 'too-large'],
  ])('that %s is refused, and the one before stays', async (_, parts, code) => {
    const desk = await tempDesk()
    await put(desk)
    await expect(put(desk, parts)).rejects.toMatchObject({ code })
    expect(await read(desk)).toEqual({ affixes, words })
  })

  test('with a missing file is said to be half, and not read', async () => {
    const desk = await tempDesk()
    await put(desk)
    await rm(join(desk.folder, 'spelling', 'ckb.dic'))
    const { dictionaries } = await desk.desk['spelling.state']({})
    expect(dictionaries).toMatchObject([{ language: 'ckb', isWhole: false }])
    await expect(read(desk)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('that was damaged on the disk is set aside and told of', async () => {
    const desk = await tempDesk()
    await put(desk)
    await writeFile(join(desk.folder, 'spelling', 'ckb.dic'), Buffer.from([0xff, 0xfe, 0x00]))
    await expect(read(desk)).rejects.toMatchObject({ code: 'not-a-dictionary' })
    expect(codes(desk)).toEqual(['dictionary-set-aside'])
    expect(await readdir(join(desk.folder, 'set-aside'))).toHaveLength(2)
    expect((await desk.desk['spelling.state']({})).dictionaries).toEqual([])
  })
})

describe('what is ignored in a story', () => {
  const ignore = (desk: TestDesk, id: string, word?: string) =>
    desk.desk['spelling.ignored']({ id, ...(word ? { add: { language: 'en' as const, word } } : {}) })

  test('is kept for that article alone', async () => {
    const first = await tempDesk()
    await ignore(first, idOf(1), 'goverment')
    await ignore(first, idOf(1), 'goverment')
    await first.close()
    const again = await tempDesk({ folder: first.folder })
    expect(await ignore(again, idOf(1))).toEqual({ words: ['en goverment'] })
    expect(await ignore(again, idOf(2))).toEqual({ words: [] })
  })

  test('is nothing where its file cannot be read, and is begun anew', async () => {
    const desk = await tempDesk()
    await lay(join(desk.folder, 'spelling', 'ignored.json'), '{"cut":')
    expect(await ignore(desk, idOf(1))).toEqual({ words: [] })
    expect(await ignore(desk, idOf(1), 'x')).toEqual({ words: ['en x'] })
  })
})

test('a copy of the library holds the house’s words and dictionaries', async () => {
  const { isCopied } = await import('../../../electron/node/copy-format.ts')
  expect(['spelling/words.txt', 'spelling/ckb.aff'].every((path) => isCopied(path))).toBe(true)
})
