import { describe, expect, test } from 'vitest'
import { align } from '../../../core/compare/align.ts'
import { compareTexts, countChange } from '../../../core/compare/compare-texts.ts'
import type { Paragraph } from '../../../core/model/body.ts'
import { draft, newerLines, olderLines } from '../../support/compared.ts'
import { p } from '../../support/story.ts'

/** Numbers that look drawn by lot and are the same each time. */
function lots(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
/** Paragraphs of fifty words, some everywhere and most seldom, as in a language. */
function paragraphs(count: number, seed: number): Paragraph[] {
  const lot = lots(seed)
  const word = () => (lot(3) === 0 ? `في${lot(20)}` : `كلمة${lot(20_000)}`)
  return Array.from({ length: count }, () => p(Array.from({ length: 50 }, word).join(' ')))
}
const shuffled = <T>(values: readonly T[], seed: number): T[] => {
  const lot = lots(seed)
  return values
    .map((value) => ({ value, at: lot(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}
describe('of 200,000 words', () => {
  const older = draft(paragraphs(4000, 1))
  test('one changed paragraph is found', () => {
    const newer = structuredClone(older)
    newer.body.content[2000] = p('زيادة في النص')
    expect(countChange(older, newer)).toEqual({ inserted: 3, deleted: 50 })
  })
  test.each([
    ['another story', draft(paragraphs(4000, 2))],
    ['the same in another order', draft(shuffled(paragraphs(4000, 1), 3))],
    [
      'one paragraph of all words',
      draft([
        p(
          paragraphs(4000, 4)
            .map(({ content }) => JSON.stringify(content))
            .join(' '),
        ),
      ]),
    ],
  ])('%s is compared before the test gives up, and both texts can be read from the result', (_, newer) => {
    const comparison = compareTexts(older, newer)
    expect(newerLines(comparison)).toHaveLength(newer.body.content.length)
    expect(olderLines(comparison)).toHaveLength(4000)
  })
})

test('beyond what is worked out exactly, what stands once in both still holds the rest in place', () => {
  const older = Array.from({ length: 5000 }, (_, at) => (at % 2 === 0 ? 'في' : `كلمة${at}`))
  const lot = lots(5)
  const newer = older.flatMap((word) => (lot(5) === 0 ? ['في', 'من', word] : lot(9) === 0 ? [] : [word]))
  const partner = align(older, newer)
  const kept = [...partner.entries()].filter(([, there]) => there >= 0)
  expect(kept.every(([at, there]) => older[at] === newer[there])).toBe(true)
  expect(kept.every(([, there], at) => at === 0 || there > (kept[at - 1]?.[1] ?? -1))).toBe(true)
  expect(kept.length).toBeGreaterThan(4000)
})
