import { describe, expect, test } from 'vitest'
import { isShaped, isVisualOrder, logicalOrder } from '../../../core/recognise/visual-order.ts'

const turn = (words: string) => Array.from(words).toReversed().join('')

describe('right-to-left lines as they look', () => {
  test.each([
    ['Arabic', 'الحكومة في المدينة القديمة والسلطة المحلية'],
    ['Sorani', 'حکوومەت لە هەولێر بە بڕیارێک ڕێگەی ئەم پڕۆژەیە و پارەکە داوە'],
    ['Hebrew', 'הממשלה אישרה את המים הקרים בערים'],
  ])('are told from those that are read, %s', (_name, words) => {
    expect(isVisualOrder(turn(words))).toBe(true)
    expect(isVisualOrder(words)).toBe(false)
  })
  test('are told by the shapes of their letters', () => {
    expect(isVisualOrder('ﺔﻣﻮﻜﺤﻟﺍ ﺖﻟﺎﻗ ﻡﻮﻴﻟﺍ ﺔﻨﻳﺪﻤﻟﺍ')).toBe(true)
    expect(isVisualOrder('ﺍﻟﺤﻜﻮﻣﺔ ﻗﺎﻟﺖ ﺍﻟﻴﻮﻡ')).toBe(false)
    expect(isShaped('ﺍﻟﺤﻜﻮﻣﺔ ﻗﺎﻟﺖ')).toBe(true)
    expect(isShaped('الحكومة قالت ﷺ')).toBe(false)
  })
  test('Latin and a word or two are never turned', () => {
    expect(isVisualOrder('The government said')).toBe(false)
    expect(isVisualOrder('ةموكحلا')).toBe(false)
  })
})

describe('a line as it is read', () => {
  test.each([
    ['words', 'ةموكحلا تلاق', 'قالت الحكومة'],
    ['numbers and dates', '12.5 غلبملا 2024-05-08 يف', 'في 2024-05-08 المبلغ 12.5'],
    ['Arabic digits', '٢٠٢٤ ماع', 'عام ٢٠٢٤'],
    ['a Latin name of two words and a number', 'Covid 19 سوريف BBC News تلاق', 'قالت BBC News فيروس Covid 19'],
    ['brackets that were drawn', '(ىلوألا) ةلحرملا', 'المرحلة (الأولى)'],
    ['brackets that were kept', ')ىلوألا( ةلحرملا', 'المرحلة (الأولى)'],
    ['quotation marks', '«ريخب نحن» :لاق', 'قال: «نحن بخير»'],
    ['no right-to-left letter', 'Plain 12 words', 'Plain 12 words'],
  ])('%s', (_name, seen, read) => {
    expect(logicalOrder(seen)).toBe(read)
  })
  test('the shaped ligature of lam and alef is turned before it is spelled out', () => {
    expect(logicalOrder('ﻡﻼﺳ').normalize('NFKC')).toBe('سلام')
  })
})
