import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUlid, timeOfUlid } from '../../../core/desk/ulid.ts'
import { articleId } from '../../../core/model/article.ts'

const chance = (fill: number) => ({ bytes: (count: number) => new Uint8Array(count).fill(fill) })

test('an id holds its time', () => {
  const now = Date.parse('2026-11-23T09:00:00.123Z')
  expect(timeOfUlid(createUlid({ now: () => now }, chance(3))())).toBe(now)
})

test('ids are valid, different and in order, also within a millisecond, at the end of chance, and when the clock goes back', () => {
  const step = fc.constantFrom(0, 0, 0, 1, 1000, -5000)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), fc.constantFrom(0, 31, 255), (steps, fill) => {
      let now = 1_700_000_000_000
      const next = createUlid({ now: () => now }, chance(fill))
      const ids = steps.map((move) => {
        now += move
        return next()
      })
      expect(ids.every((id) => articleId.safeParse(id).success)).toBe(true)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual(ids.toSorted())
    }),
  )
})
