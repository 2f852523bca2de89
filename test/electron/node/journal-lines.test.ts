import { describe, expect, test } from 'vitest'
import type { JournalLine } from '../../../core/model/journal.ts'
import { lineBytes, readLastLines, readLines, spoiledLines } from '../../../electron/node/journal-lines.ts'
import { article, idOf } from '../../support/temp-library.ts'
import { p } from '../../support/story.ts'

const edit = (seq: number, words = `كلمات ${seq}`): JournalLine => ({
  kind: 'edit',
  seq,
  at: '2026-11-23T09:00:00.000Z',
  on: [{ revision: 1, base: 'a'.repeat(64), patch: { story: { from: 0, remove: 1, insert: [p(words)] } } }],
})
const whole: JournalLine = {
  kind: 'whole',
  seq: 3,
  at: '2026-11-23T09:00:00.000Z',
  article: article(idOf(1), { headline: 'سطر\nوسطر' }),
}
const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts)

describe('a journal', () => {
  test('gives back every line that was written', () => {
    const lines = [edit(1), edit(2), whole, edit(4)]
    expect(readLines(joined(...lines.map(lineBytes)))).toEqual({ lines, damaged: 0 })
  })

  test('read for a replay gives its last edit and its last whole text, wherever it was torn', () => {
    const written = [edit(1), { ...whole, seq: 2 }, edit(3), edit(4), { ...whole, seq: 5 }, edit(6), edit(7)]
    const bytes = joined(...written.map(lineBytes))
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const { lines } = readLines(bytes.subarray(0, cut))
      const last = [
        lines.findLast(({ kind }) => kind === 'edit'),
        lines.findLast(({ kind }) => kind === 'whole'),
      ]
      const expected = last.filter((line) => line !== undefined).toSorted((one, other) => one.seq - other.seq)
      expect(readLastLines(bytes.subarray(0, cut))).toEqual(expected)
    }
  })

  test('cut at any byte gives all lines before the cut', () => {
    const lines = Array.from({ length: 40 }, (_, index) => edit(index + 1))
    const parts = lines.map(lineBytes)
    const bytes = joined(...parts)
    expect(bytes.length).toBeGreaterThan(10_000)
    let wholeBefore = 0
    let end = parts[0]?.length ?? 0
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      while (cut >= end && wholeBefore < lines.length) {
        wholeBefore += 1
        end += parts[wholeBefore]?.length ?? Infinity
      }
      const read = readLines(bytes.subarray(0, cut)).lines
      // The line feed at the end of a line is no part of it.
      expect(read.length - wholeBefore).toBeLessThanOrEqual(1)
      expect(read).toEqual(lines.slice(0, read.length))
      expect(read.length).toBeGreaterThanOrEqual(wholeBefore)
    }
  })

  test('goes on behind a line that was torn', () => {
    const torn = lineBytes(edit(2)).subarray(0, 60)
    expect(readLines(joined(lineBytes(edit(1)), torn, lineBytes(edit(3))))).toEqual({
      lines: [edit(1), edit(3)],
      damaged: 1,
    })
  })

  test('knows a line that was cut off while it was written from one that was spoiled later', () => {
    const [first, second, third] = [edit(1), edit(2), edit(3)].map(lineBytes) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    for (let cut = 0; cut <= second.length; cut += 1) {
      const torn = second.subarray(0, cut)
      expect(spoiledLines(joined(first, torn))).toBe(0)
      // The one after a failed write begins a line of its own.
      expect(spoiledLines(joined(first, torn, third))).toBe(0)
    }
    for (let at = 1; at < second.length - 1; at += 1) {
      const turned = Uint8Array.from(second)
      turned[at] = (turned[at] ?? 0) ^ 1
      expect(spoiledLines(joined(first, turned, third)), `${at}`).toBeGreaterThan(0)
    }
    expect(spoiledLines(joined(first, second.subarray(0, 20), new Uint8Array(40)))).toBe(1)
  })

  test('knows a line that never came to the disk before the power was cut: NULs where a line would be', () => {
    const [first, second, third] = [edit(1), edit(2), edit(3)].map(lineBytes) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    const nuls = new Uint8Array(second.length)
    for (const bytes of [joined(first, nuls), joined(first, nuls, third), joined(first, nuls, third, nuls)]) {
      expect(spoiledLines(bytes)).toBe(0)
      expect(readLines(bytes).damaged).toBe(0)
    }
    expect(readLines(joined(first, nuls, third)).lines).toEqual([edit(1), edit(3)])
    // The blocks after the one in which it began.
    const long = lineBytes(edit(4, 'كلمة '.repeat(200)))
    const isBlock = (length: number) => (first.length + length) % 512 === 0
    for (let length = 2; length < long.length; length += 1) {
      const torn = joined(long.subarray(0, length), new Uint8Array(long.length - length))
      expect(spoiledLines(joined(first, torn, third)), `${length}`).toBe(isBlock(length) ? 0 : 1)
    }
    // Something was there: in the place of a whole file, within a line, and before one that was ended.
    expect(spoiledLines(joined(nuls, third))).toBe(1)
    expect(spoiledLines(joined(first, second.fill(0, 30, 40), third))).toBe(1)
    expect(spoiledLines(joined(first, nuls.fill(10, -1), third))).toBe(1)
  })

  test('takes no line in which a bit has turned', () => {
    const bytes = lineBytes(edit(1))
    for (let at = 1; at < bytes.length - 1; at += 1) {
      const turned = Uint8Array.from(bytes)
      turned[at] = (turned[at] ?? 0) ^ 1
      expect(readLines(turned).lines).toEqual([])
    }
  })

  test('of NULs, of nothing and of something else has no lines', () => {
    expect(readLines(new Uint8Array(5000)).lines).toEqual([])
    expect(readLines(new Uint8Array())).toEqual({ lines: [], damaged: 0 })
    expect(readLines(new TextEncoder().encode('{"kind":"edit"}\n{}\n'))).toEqual({ lines: [], damaged: 2 })
  })
})
