import { expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const opened = () => {
  const ports = memoryPorts()
  return { ports, desk: createDesk(ports) }
}

test('a word that is added is told to all windows, and taken off again', async () => {
  const { ports, desk } = opened()
  const { words } = await desk['spelling.change']({ language: 'ckb', add: ['هەولێر', 'پەرلمان = پەرلەمان'] })
  expect(words).toContain('[ckb]\nهەولێر\nپەرلمان = پەرلەمان\n')
  expect(ports.told).toMatchObject([{ name: 'spelling.changed', data: { words, dictionaries: [] } }])
  const after = await desk['spelling.change']({ language: 'ckb', remove: ['هەولێر'] })
  expect(after.words).not.toContain('هەولێر')
})

test('what is no entry is refused, and nothing is written', async () => {
  const { desk } = opened()
  const asked = desk['spelling.change']({ language: 'en', add: ['Erbil', 'two words'] })
  await expect(asked).rejects.toMatchObject({ code: 'bad-request' })
  expect((await desk['spelling.state']({})).words).toBe('')
})

test('a list of another house is merged, whatever its encoding', async () => {
  const { desk } = opened()
  await desk['spelling.change']({ language: 'ar', add: ['أربيل'] })
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('[ar]\nأربيل\nدهوك\nbad line\n', 'utf16le'),
  ])
  const answer = await desk['spelling.merge']({ base64: utf16.toString('base64') })
  expect([answer.added, answer.odd]).toEqual([1, 1])
  expect(answer.state.words).toContain('أربيل\nدهوك\n')
})

test.each([
  ['no section', 'أربيل\nدهوك\n'],
  ['nothing', ''],
  ['no text', '\0\u0001\u0002'],
])('a file with %s is no list', async (_, text) => {
  const { desk } = opened()
  await expect(desk['spelling.merge']({ base64: base64(text) })).rejects.toMatchObject({
    code: 'not-a-word-list',
  })
})

test('a list that is too large is refused with its limit', async () => {
  const { desk } = opened()
  const huge = base64(`[en]\n${'Barzani\n'.repeat(600_000)}`)
  await expect(desk['spelling.merge']({ base64: huge })).rejects.toMatchObject({
    code: 'too-large',
    details: { limit: 'wordListBytes' },
  })
})

test('a library that another program holds is not written', async () => {
  const { ports, desk } = opened()
  ports.library.readOnly = true
  const locked = { code: 'library-locked' }
  await expect(desk['spelling.change']({ language: 'en', add: ['Erbil'] })).rejects.toMatchObject(locked)
  await expect(desk['spelling.merge']({ base64: base64('[en]\nErbil') })).rejects.toMatchObject(locked)
  await expect(desk['spelling.dropDictionary']({ language: 'ckb' })).rejects.toMatchObject(locked)
  const ignoring = desk['spelling.ignored']({
    id: '01HZZZZZZZZZZZZZZZZZZZ0001',
    add: { language: 'en', word: 'x' },
  })
  await expect(ignoring).rejects.toMatchObject(locked)
  expect(await desk['spelling.ignored']({ id: '01HZZZZZZZZZZZZZZZZZZZ0001' })).toEqual({ words: [] })
})
