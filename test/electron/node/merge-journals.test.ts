import { expect, test } from 'vitest'
import type { JournalLine } from '../../../core/model/journal.ts'
import { lineBytes, readLines, spoiledLines } from '../../../electron/node/journal-lines.ts'
import { mergeJournals } from '../../../electron/node/merge-journals.ts'
import { article, idOf } from '../../support/temp-library.ts'
import { p } from '../../support/story.ts'

const at = '2026-11-23T09:00:00.000Z'
const edit = (seq: number): JournalLine => ({
  kind: 'edit',
  seq,
  at,
  on: [{ revision: 1, base: null, patch: { story: { from: 0, remove: 1, insert: [p(`كلمات ${seq}`)] } } }],
})
const save = (seq: number): JournalLine => ({ kind: 'save', seq, at, hash: 'a'.repeat(64) })
const whole = (seq: number, n: number): JournalLine => ({ kind: 'whole', seq, at, article: article(idOf(n)) })
const file = (...lines: JournalLine[]): Uint8Array => Buffer.concat(lines.map(lineBytes))
const id = idOf(1)

test('two files of one journal become one, its lines in the order in which they were written', () => {
  const here = [whole(1, 1), edit(2), save(5), edit(7)]
  const there = [edit(3), edit(4), edit(6)]
  const { bytes = new Uint8Array(), apart } = mergeJournals(id, [file(...here), file(...there)])
  expect(readLines(bytes)).toEqual({
    lines: [...here, ...there].toSorted((one, other) => one.seq - other.seq),
    damaged: 0,
  })
  expect(apart).toEqual([])
})

test('a line that was cut off is no damage there either, and one that was spoiled is still', () => {
  const cut = Buffer.concat([file(edit(1)), file(edit(2)).subarray(0, 40)])
  const spoiled = Buffer.from(file(edit(3)))
  spoiled[spoiled.length - 4] = 0
  const { bytes = new Uint8Array() } = mergeJournals(id, [cut, Buffer.concat([spoiled, file(edit(4))])])
  expect(readLines(bytes)).toEqual({ lines: [edit(1), edit(4)], damaged: 2 })
  expect(spoiledLines(bytes)).toBe(1)
})

test('a file with the text of another article is kept apart, and spoils no words', () => {
  const own = file(whole(1, 1), edit(2))
  const foreign = file(whole(8, 2), edit(9))
  expect(mergeJournals(id, [foreign, own])).toEqual({ bytes: own, apart: [foreign] })
  expect(mergeJournals(id, [own, foreign])).toEqual({ bytes: own, apart: [foreign] })
  expect(mergeJournals(id, [foreign, foreign])).toEqual({ bytes: undefined, apart: [foreign, foreign] })
})
