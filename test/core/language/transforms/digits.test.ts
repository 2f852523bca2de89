import { describe, expect, test } from 'vitest'
import { houseDigits } from '../../../../core/language/house-digits.ts'
import { change, changed } from './changed.ts'

describe('digits', () => {
  test.each([
    ['لە ساڵی 2024', 'لە ساڵی ٢٠٢٤'],
    ['1,234,567.89 دینار', '١٬٢٣٤٬٥٦٧٫٨٩ دینار'],
    ['3.5% و 12,000', '٣٫٥% و ١٢٬٠٠٠'],
    ['کاتژمێر 10:30', 'کاتژمێر ١٠:٣٠'],
    ['8/5/2024 و 8.5.2024', '٨/٥/٢٠٢٤ و ٨.٥.٢٠٢٤'],
    ['3-1، 10–20', '٣-١، ١٠–٢٠'],
    ['1,2,3', '١,٢,٣'],
    ['$50 و 50$', '$٥٠ و ٥٠$'],
    ['۱۲۳ و 123', '١٢٣ و ١٢٣'],
    ['ب50دا', 'ب٥٠دا'],
    ['-5 پلە', '-٥ پلە'],
  ])('%j becomes %j in a house with ١٢٣', (text, wanted) => {
    expect(changed('digits-arab', text, 'ckb')).toBe(wanted)
  })

  test.each([
    '+964 770 123 4567',
    '0770-123-4567',
    '07701234567',
    '(0770) 123 4567',
    '2024-05-08',
    '2024-05-08T14:30+03:00',
    'COVID-19, G20, F-16, MI6, v2.0',
    'https://ex.com/2024/05?id=12',
    'a1@ex.com @bbc24 #2024 #هەولێر٢٤'.replace('٢٤', '24'),
    'iPhone 15 و 20 km و CNN 24',
  ])('%j is a code, or stands beside a Latin word: its digits stay', (text) => {
    expect(changed('digits-arab', `بە ${text} وت`, 'ckb')).toBe(`بە ${text} وت`)
    expect(changed('digits', `بە ${text} وت`, 'ckb')).toBe(`بە ${text} وت`)
  })

  test('a phone or an ISO date in any digits stays as it is', () => {
    const text = 'تەلەفۆن ٠٧٧٠ ١٢٣ ٤٥٦٧ لە ٢٠٢٤-٠٥-٠٨ و ۰۷۷۰۱۲۳۴۵۶۷'
    expect(changed('digits-latn', text, 'ckb')).toBe(text)
    expect(changed('digits-arabext', text, 'ckb')).toBe(text)
  })

  test('back to 123 with its own separators, beside Latin words too', () => {
    expect(changed('digits-latn', 'في ٢٠٢٤ نحو ١٬٢٣٤٫٥ و iPhone ١٥ و ۱۲', 'ar')).toBe(
      'في 2024 نحو 1,234.5 و iPhone 15 و 12',
    )
  })

  test('۱۲۳ for Persian', () => {
    expect(changed('digits-arabext', 'سال 1403 و ٢٠٢٤', 'fa')).toBe('سال ۱۴۰۳ و ۲۰۲۴')
  })

  test("the house's digits are its choice in Arabic script, else the language's", () => {
    expect(changed('digits', 'ساڵی 2024', 'ckb')).toBe('ساڵی ٢٠٢٤')
    expect(changed('digits', 'عام ٢٠٢٤', 'ar')).toBe('عام 2024')
    expect(changed('digits', 'عام 2024', 'ar', { digits: 'arab', quotes: 'language' })).toBe('عام ٢٠٢٤')
    expect(changed('digits', 'In 2024', 'en', { digits: 'arab', quotes: 'language' })).toBe('In 2024')
    expect(houseDigits('arab', 'he')).toBe('latn')
    expect(houseDigits(null, 'fa')).toBe('arabext')
  })

  test('in an English text that is to have ١٢٣ all numbers do but the codes', () => {
    expect(changed('digits-arab', 'In 2024 about 15 men, G20, +964 770 123 4567', 'en')).toBe(
      'In ٢٠٢٤ about ١٥ men, G20, +964 770 123 4567',
    )
  })

  test('a number is one place, replaced letter by letter, so that its marks are kept', () => {
    const { places } = change('digits-arab', 'ا 1,2٣4', 'ckb')
    expect(places).toEqual(
      [
        {
          parts: [
            { from: 2, to: 3, text: '١' },
            { from: 4, to: 5, text: '٢' },
            { from: 6, to: 7, text: '٤' },
          ],
        },
      ].map((place) => ({ parts: [place.parts[0], { from: 3, to: 4, text: '٬' }, ...place.parts.slice(1)] })),
    )
  })
})
