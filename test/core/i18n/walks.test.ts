import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'

test('the views are walked through in each language of the interface', async () => {
  const files = await readdir(join(import.meta.dirname, '../../e2e/views'))
  expect(files).toEqual(expect.arrayContaining(interfaceLanguages.map(({ code }) => `${code}.test.ts`)))
})
