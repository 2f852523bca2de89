import { expect, test } from 'vitest'
import { NumberReader, NumberWriter, readNumbers } from '../../../core/search/index/small-numbers.ts'

const edges = [
  0,
  1,
  127,
  128,
  254,
  255,
  256,
  382,
  383,
  16_638,
  16_639,
  2_097_406,
  2_097_407,
  2 ** 31,
  2 ** 32 - 1,
]

function written(numbers: readonly number[]): Uint8Array {
  const writer = new NumberWriter(16)
  for (const number of numbers) writer.put(number)
  return writer.bytes()
}

test('every number is read as it was written, whatever bytes it takes', () => {
  const reader = new NumberReader(written(edges))
  expect(edges.map(() => reader.next())).toEqual(edges)
})

test('a number below 255 takes one byte, the next larger ones two', () => {
  expect(written([254])).toHaveLength(1)
  expect(written([255])).toHaveLength(2)
  expect(written([382])).toHaveLength(2)
  expect(written([383])).toHaveLength(3)
})

test('what is skipped is as long as what is read, at each edge', () => {
  const bytes = written(edges)
  for (const [at, number] of edges.entries()) {
    const reader = new NumberReader(bytes)
    reader.skip(at)
    expect(reader.next()).toBe(number)
  }
})

test('a stretch of them is read into room that is there, plain or as sums', () => {
  const bytes = written([7, 300, 2, 70_000, 1])
  const into = new Uint32Array(8)
  expect(readNumbers(bytes, [1, bytes.length], into, false)).toBe(4)
  expect([...into.subarray(0, 4)]).toEqual([300, 2, 70_000, 1])
  expect(readNumbers(bytes, [0, bytes.length], into, true)).toBe(5)
  expect([...into.subarray(0, 5)]).toEqual([7, 307, 309, 70_309, 70_310])
  expect(new NumberReader(bytes, 1).sums(3)).toEqual([300, 302, 70_302])
})
