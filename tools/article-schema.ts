import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { articleFile } from '../core/model/article.ts'

export const schemaPath = join(import.meta.dirname, '../docs/article.schema.json')

/** The JSON Schema (Draft 2020-12) of article.json, from the code that reads it. */
export function articleSchema(): string {
  const schema = z.toJSONSchema(articleFile, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
  })
  return `${JSON.stringify({ title: 'A Midad article (article.json)', ...schema }, null, 2)}\n`
}

if (process.argv[1] === import.meta.filename) writeFileSync(schemaPath, articleSchema())
