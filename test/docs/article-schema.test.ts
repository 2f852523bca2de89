import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleSchema, schemaPath } from '../../tools/article-schema.ts'

test('docs/article.schema.json is what the code says (npm run schema writes it anew)', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(articleSchema())
})
