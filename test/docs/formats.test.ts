import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formats } from '../../core/export/registry.ts'
import { sources } from '../../core/import/registry.ts'
import { storyParts } from '../../core/model/carried.ts'
import { fieldIds } from '../../core/model/fields.ts'
import { formatsDocument, formatsPath } from '../../tools/formats-table.ts'

test('docs/formats.md is what the code says (npm run formats writes it anew)', async () => {
  expect(readFileSync(formatsPath, 'utf8')).toBe(await formatsDocument())
})

test.each(formats)('$id says what becomes of each field and of each part of a story', ({ fields, story }) => {
  expect(Object.keys(fields).toSorted()).toEqual([...fieldIds].toSorted())
  expect(Object.keys(story).toSorted()).toEqual([...storyParts].toSorted())
  expect(story.note, 'notes stay in the house').toBe('leave-out')
})

test.each(sources)('$id, where it reads stories itself, says it too', ({ fields, story }) => {
  expect(fields === undefined).toBe(story === undefined)
  if (fields) expect(Object.keys(fields).toSorted()).toEqual([...fieldIds].toSorted())
  if (story) expect(Object.keys(story).toSorted()).toEqual([...storyParts].toSorted())
})
