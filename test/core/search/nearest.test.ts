import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slipsBetween } from '../../../core/search/index/nearest.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { DeskRoom } from '../../../core/desk/room.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

test.each([
  ['بغداد', 'بغداد', 0],
  ['بغدد', 'بغداد', 1],
  ['بغذاد', 'بغداد', 1],
  ['بغدااد', 'بغداد', 1],
  ['بغادد', 'بغداد', 1],
  ['abcd', 'badc', 2],
  ['', 'ab', 2],
])('between %s and %s there are %i slips', (one, other, slips) => {
  expect(slipsBetween(one, other, 5)).toBe(slips)
  expect(slipsBetween(other, one, 5)).toBe(slips)
})

test('more than so many are not counted', () => {
  expect(slipsBetween('alpha', 'omega', 2)).toBe(3)
})

test('slips are never more than letters, and none for a word itself', () => {
  const word = fc
    .array(fc.constantFrom('ا', 'ب', 'ت', 'ک'), { maxLength: 8 })
    .map((letters) => letters.join(''))
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = slipsBetween(one, other, 20)
      expect(slips === 0).toBe(one === other)
      expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length))
      expect(slips).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
    }),
  )
})

describe('where nothing is found, the words of the archive are offered', () => {
  const searching = async (headlines: readonly string[]) => {
    const ports = memoryPorts()
    const desk = createDesk(ports, new DeskRoom(ports))
    for (const headline of headlines) await desk['article.create']({ headline, language: 'ar' })
    return async (query: string) => (await desk['article.search']({ query })).instead
  }

  test.each([
    ['وزارة الصحه', undefined],
    ['وزاارة ', 'وزارة '],
    ['الوزارت الصحة', 'الوزارة الصحة'],
    ['كردستن', 'كردستان'],
    ['"وزارة" كردستن', '"وزارة" كردستان'],
    ['قطار', undefined],
    ['كردستن قطار', undefined],
    ['كر', undefined],
    ['', undefined],
  ])('%s: %s', async (query, instead) => {
    const insteadOf = await searching(['وزارة الصحة', 'الوزارة', 'إقليم كردستان'])
    expect(await insteadOf(query)).toBe(instead)
  })

  test('in the letters of an article, not in those that are compared', async () => {
    const insteadOf = await searching(['مكتبة المدرسة'])
    expect(await insteadOf('المدررسة')).toBe('المدرسة')
  })

  test('the more frequent of two that are as near', async () => {
    const insteadOf = await searching(['سلام', 'كلام', 'كلام'])
    expect(await insteadOf('ملام ')).toBe('كلام ')
  })

  test('one that is only in the trash is none', async () => {
    const ports = memoryPorts()
    const desk = createDesk(ports, new DeskRoom(ports))
    const { article } = await desk['article.create']({ headline: 'كردستان', language: 'ar' })
    expect((await desk['article.search']({ query: 'كردستن' })).instead).toBe('كردستان')
    await desk['article.trash']({ id: article.id })
    expect((await desk['article.search']({ query: 'كردستن' })).instead).toBeUndefined()
  })
})
