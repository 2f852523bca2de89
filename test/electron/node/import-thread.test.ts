import { expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { createImportThread } from '../../../electron/node/import-thread.ts'

const always = 0
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const story = 'خبر طويل\n\nفقرة من الخبر.\n'

test('a long file is read on another thread as a short one is on this', async () => {
  const file = { name: 'خبر.txt', base64: base64(story), language: 'ar' as const }
  expect(await createImportThread(always).read(file)).toEqual(await createImportThread().read(file))
})

test('what cannot be read comes back as what it is', async () => {
  const thread = createImportThread(always)
  const code = (name: string, content: string) =>
    thread.read({ name, base64: content }).then(
      () => 'read',
      (error: unknown) => (error instanceof DeskError ? error.code : String(error)),
    )
  const words = base64('كلمة '.repeat(200_001))
  const asked = [
    code('a.jpg', base64('ÿØÿ')),
    code('b.midad', base64('{')),
    code('c.txt', '***'),
    code('d.txt', words),
  ]
  expect(await Promise.all(asked)).toEqual(['unsupported-file', 'unreadable', 'bad-request', 'too-large'])
})

test('answers find the questions they belong to', async () => {
  const thread = createImportThread(always)
  const names = ['أول', 'ثان', 'ثالث']
  const found = await Promise.all(
    names.map((name) => thread.read({ name: 'a.txt', base64: base64(`${name}\n\nفقرة.\n`) })),
  )
  expect(found.map(({ articles }) => articles[0]?.fields.headline)).toEqual(names)
})
