import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeHint, type Box } from '../../../renderer/features/tour/place-hint.ts'

const hint = { width: 336, height: 240 }
const window = { width: 1280, height: 800 }
const place = (anchor: Box | null, direction: 'ltr' | 'rtl' = 'ltr') =>
  placeHint(anchor, hint, window, direction)

describe('a hint of the tour stands', () => {
  test('below what it is about, on its starting edge', () => {
    expect(place({ x: 12, y: 50, width: 264, height: 34 })).toEqual({ inlineStart: 12, blockStart: 96 })
  })
  test('mirrored in right-to-left: the same distances from the other edge', () => {
    const anchor = { x: 1280 - 12 - 264, y: 50, width: 264, height: 34 }
    expect(place(anchor, 'rtl')).toEqual({ inlineStart: 12, blockStart: 96 })
  })
  test('within the window where the anchor is at the end of the line', () => {
    expect(place({ x: 1200, y: 10, width: 70, height: 32 }).inlineStart).toBe(1280 - 336 - 8)
  })
  test('above what stands at the foot', () => {
    expect(place({ x: 20, y: 750, width: 100, height: 40 })).toEqual({ inlineStart: 20, blockStart: 498 })
  })
  test('beside what is tall, before it where there is no room after it', () => {
    const tall = { x: 100, y: 60, width: 560, height: 700 }
    expect(place(tall)).toEqual({ inlineStart: 672, blockStart: 60 })
    expect(place({ ...tall, x: 700 })).toEqual({ inlineStart: 700 - 12 - 336, blockStart: 60 })
  })
  test('in the middle of the foot where its anchor is missing, or leaves no room around it', () => {
    const foot = { inlineStart: 472, blockStart: 496 }
    expect(place(null)).toEqual(foot)
    expect(place({ x: 0, y: 0, width: 1280, height: 800 })).toEqual(foot)
  })
  test('never outside the window, wherever the anchor is', () => {
    const pixels = integer({ min: -500, max: 2500 })
    const size = integer({ min: 1, max: 1500 })
    assert(
      property(
        record({ x: pixels, y: pixels, width: size, height: size }),
        constantFrom('ltr' as const, 'rtl' as const),
        (anchor, direction) => {
          const { inlineStart, blockStart } = place(anchor, direction)
          expect(inlineStart).toBeGreaterThanOrEqual(8)
          expect(inlineStart + hint.width).toBeLessThanOrEqual(window.width - 8)
          expect(blockStart).toBeGreaterThanOrEqual(8)
          expect(blockStart + hint.height).toBeLessThanOrEqual(window.height - 8)
        },
      ),
    )
  })
  test('at the edge of a window that is smaller than itself', () => {
    expect(placeHint(null, hint, { width: 300, height: 200 }, 'rtl')).toEqual({
      inlineStart: 8,
      blockStart: 8,
    })
  })
})
