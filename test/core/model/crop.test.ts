import { assert, constantFrom, double, integer, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aspects,
  cropAround,
  cropWords,
  framingShape,
  movedCrop,
  movedFocal,
  resizedCrop,
  seenCrop,
  seenSize,
  storedFraming,
  viewBox,
  wanted,
  type Crop,
} from '../../../core/model/crop.ts'

const part = double({ min: 0, max: 1, noNaN: true })
const step = double({ min: -1, max: 1, noNaN: true })
const picture = tuple(integer({ min: 40, max: 8000 }), integer({ min: 40, max: 8000 })).filter(
  ([width, height]) => width / height < 8 && height / width < 8,
)
const point = record({ x: part, y: part })
const aspect = constantFrom(...aspects)
const fits = (crop: Crop) => {
  expect(framingShape.crop.safeParse(crop).error).toBeUndefined()
  for (const value of Object.values(crop)) expect(Math.round(value * 10_000) / 10_000).toBe(value)
}

describe('a crop', () => {
  test('of a preset is the largest of its shape inside the picture, as near to the focal point as can be', () => {
    assert(
      property(picture, aspect, point, ([width, height], chosen, focal) => {
        const own = width / height
        const ratio = wanted(chosen, own)
        if (ratio === null) return
        const crop = cropAround(ratio, own, focal)
        fits(crop)
        expect(Math.max(crop.width, crop.height)).toBe(1)
        // Four decimals of a side of 40 pixels and more.
        const shape = (crop.width * width) / (crop.height * height)
        expect(Math.abs(shape / ratio - 1)).toBeLessThan(0.002)
        const isInside = (at: number, from: number, length: number) =>
          at >= from - 0.0002 && at <= from + length + 0.0002
        expect(isInside(focal.x, crop.x, crop.width) && isInside(focal.y, crop.y, crop.height)).toBe(true)
      }),
    )
  })
  test('never leaves the picture, however it is moved and resized, and keeps its shape', () => {
    assert(
      property(
        picture,
        aspect,
        point,
        tuple(step, step),
        tuple(step, step),
        ([width, height], chosen, focal, by, to) => {
          const own = width / height
          const ratio = wanted(chosen, own)
          const start = cropAround(ratio ?? own, own, focal)
          const moved = movedCrop(start, ...by)
          fits(moved)
          expect([moved.width, moved.height]).toEqual([start.width, start.height])
          const resized = resizedCrop(moved, ...to, { ratio, picture: own })
          fits(resized)
          expect([resized.x, resized.y].map((at) => at <= 0.95)).toEqual([true, true])
        },
      ),
    )
  })
  test('inside a crop is of the shape that is asked for and shows nothing that was cut off', () => {
    assert(
      property(picture, point, constantFrom('16:9', '4:3', '1:1'), ([width, height], focal, chosen) => {
        const own = width / height
        const crop = cropAround(wanted(chosen, own) ?? 1, own, focal)
        const seen = seenCrop({ crop, focal, width, height }, 4 / 3)
        if (!seen) throw new Error('nothing is seen')
        fits(seen)
        expect(seen.x).toBeGreaterThanOrEqual(crop.x - 0.0002)
        expect(seen.x + seen.width).toBeLessThanOrEqual(crop.x + crop.width + 0.0002)
        expect(seen.y + seen.height).toBeLessThanOrEqual(crop.y + crop.height + 0.0002)
      }),
    )
  })
})

test('the numbers of a picture of 1600 by 900', () => {
  expect(cropAround(1, 1600 / 900)).toEqual({ x: 0.2188, y: 0, width: 0.5625, height: 1 })
  expect(cropAround(4 / 3, 1600 / 900, { x: 0, y: 0 })).toEqual({ x: 0, y: 0, width: 0.75, height: 1 })
  expect(cropAround(16 / 9, 1600 / 900)).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  expect(movedFocal({ x: 0.5, y: 0.99 }, -0.01, 0.05)).toEqual({ x: 0.49, y: 1 })
  const crop = { x: 0.25, y: 0, width: 0.5, height: 1 }
  expect(seenSize({ crop, width: 1600, height: 900 })).toEqual({ width: 800, height: 900 })
  expect(seenSize({ crop, width: null, height: 900 })).toBeNull()
  expect(viewBox(crop)).toBe('inset(0% 25% 0% 25%)')
  expect(viewBox(null)).toBe('none')
  expect(cropWords({ crop, aspect: '1:1' })).toBe('1:1, 25%–75% × 0%–100%')
  expect(cropWords({ crop, aspect: 'free' })).toBe('25%–75% × 0%–100%')
  expect(cropWords({})).toBe('')
})

test('what cuts nothing off is stored as nothing', () => {
  const all = { x: 0, y: 0, width: 1, height: 1 }
  expect(storedFraming({ crop: all, aspect: '16:9' })).toEqual({ crop: null, aspect: null, focal: null })
  expect(storedFraming({ crop: { ...all, width: 0.5 }, aspect: 'free', focal: { x: 0, y: 0 } })).toEqual({
    crop: { ...all, width: 0.5 },
    aspect: 'free',
    focal: { x: 0, y: 0 },
  })
  expect(framingShape.crop.safeParse({ ...all, x: 0.5 }).success).toBe(false)
})
