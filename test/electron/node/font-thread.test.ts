import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFontThread } from '../../../electron/node/font-thread.ts'
import { createFontSource } from '../../../electron/node/fonts.ts'

const shipped = join(import.meta.dirname, '../../../node_modules/@fontsource-variable')

test('the thread cuts what the calling thread would have cut', async () => {
  const [there, here] = await Promise.all([
    createFontThread(shipped).subset('naskh', 'ڕۆژنامە'),
    createFontSource(shipped).subset('naskh', 'ڕۆژنامە'),
  ])
  expect(there.map(({ unicodeRange }) => unicodeRange)).toEqual(here.map(({ unicodeRange }) => unicodeRange))
  expect(there.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    here.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  )
})

test('many questions at once are each answered with their own faces', async () => {
  const fonts = createFontThread(shipped)
  const [arabic, latin, hebrew] = await Promise.all([
    fonts.subset('naskh', 'مداد'),
    fonts.subset('serif', 'ink'),
    fonts.subset('hebrew', 'דיו'),
  ])
  expect([arabic, latin, hebrew].map((faces) => faces?.length)).toEqual([1, 1, 1])
})

test('where there are no fonts, pages do without', async () => {
  expect(await createFontThread(join(shipped, 'not-here')).subset('kufi', 'مداد')).toEqual([])
})
