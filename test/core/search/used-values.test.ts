import { expect, test } from 'vitest'
import { SectionReader, SectionWriter } from '../../../core/search/index/sections.ts'
import { UsedValues } from '../../../core/search/used-values.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { rememberedIds } from '../../../core/model/remembered.ts'
import { article, idOf } from '../../support/temp-library.ts'

const made = (number: number, language: LanguageCode, place: string, byline: string[]) =>
  article(idOf(number), { language, fields: { ...emptyFields(), place, byline } })
const filled = () => {
  const used = new UsedValues()
  used.put(made(1, 'ar', 'أربيل', ['سارة الجاف']))
  used.put(made(2, 'ar', 'أربيل', ['سارة الجاف', 'عمر']))
  used.put(made(3, 'ckb', 'هەولێر', ['سارة الجاف']))
  return used
}
const bytesOf = (used: UsedValues): Uint8Array => {
  const writer = new SectionWriter()
  used.keep(writer)
  return Buffer.concat([...writer.pieces()])
}
const readerOf = (used: UsedValues): SectionReader => new SectionReader(bytesOf(used))
const all = (used: UsedValues) => ({
  ar: used.suggestions('ar', idOf(1)),
  ckb: used.suggestions('ckb'),
  counted: rememberedIds.map((field) => used.counted(field)),
})

test('what was kept is what it was, and goes on counting', () => {
  const [used, restored] = [filled(), new UsedValues()]
  restored.restore(readerOf(used))
  expect(all(restored)).toEqual(all(used))
  for (const each of [used, restored]) {
    each.put(made(2, 'ar', 'بغداد', ['عمر']))
    each.remove(idOf(3))
  }
  expect(all(restored)).toEqual(all(used))
  expect(restored.suggestions('ckb').place.toSorted()).toEqual(['أربيل', 'بغداد'])
  // Kept again, the numbers are others and the values the same.
  const again = new UsedValues()
  again.restore(readerOf(restored))
  expect(all(again)).toEqual(all(used))
})

test('what is damaged is said to be', () => {
  const whole = bytesOf(filled())
  for (let length = 4; length < whole.length; length += 1) {
    const cut = new SectionReader(whole.slice(0, length))
    expect(() => new UsedValues().restore(cut), `${length}`).toThrow(RangeError)
  }
})
