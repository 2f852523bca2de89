import { describe, expect, test } from 'vitest'
import { patchOf } from '../../../core/model/draft-patch.ts'
import { foundBeyond, type JournalLine } from '../../../core/model/journal.ts'
import { p } from '../../support/story.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

const at = '2026-11-23T09:00:00.000Z'

describe('words of a save that was under way', () => {
  const stored = article(idOf(1), { revision: 4, body: story('الأولى', 'الثانية') })
  const sent = { ...stored, body: story('الأولى', 'الثانية', 'كلماتي الجديدة') }
  const shown = { ...stored, body: story('الثانية', 'كلماتي الجديدة') }
  const lines: JournalLine[] = [
    {
      kind: 'edit',
      seq: 1,
      at,
      on: [
        { revision: 4, base: 'hash of 4', patch: patchOf(stored, shown) ?? {} },
        { revision: 5, base: null, patch: patchOf(sent, shown) ?? {} },
      ],
    },
  ]
  const theirs = { ...stored, revision: 5, body: story('الأولى', 'الثانية', 'من برنامج آخر') }

  test('are not taken for held by a stranger’s file because nothing was added since', () => {
    expect(lines).toMatchObject([{ on: [{}, { patch: { story: { remove: 1, insert: [] } } }] }])
    expect(foundBeyond(lines, { article: theirs, hash: 'hash of theirs' })).toMatchObject({
      kind: 'stray',
      edits: [{ patch: { story: { insert: [p('الثانية'), p('كلماتي الجديدة')] } } }, {}],
    })
  })

  test('are held by a file that has them all', () => {
    const all = { ...theirs, body: story('الثانية', 'من برنامج آخر', 'كلماتي الجديدة') }
    expect(foundBeyond(lines, { article: all, hash: 'hash of theirs' })).toBeUndefined()
  })
})
