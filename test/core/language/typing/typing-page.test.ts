import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { typingSwitches } from '../../../../core/model/settings.ts'
import { rulesTable } from '../../../support/typing-page.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/typing.md'), 'utf8')

test('docs/typing.md shows what the rules do, language by language (put this table into it)', () => {
  const start = page.indexOf('| typed |')
  expect(page.slice(start, page.indexOf('\n\n', start))).toBe(rulesTable())
})

test('docs/typing.md names every switch', () => {
  for (const name of typingSwitches) expect(page).toContain(`\`${name}\``)
})
