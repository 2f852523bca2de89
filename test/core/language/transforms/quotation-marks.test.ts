import { describe, expect, test } from 'vitest'
import type { LanguageCode } from '../../../../core/model/language-code.ts'
import { change, changed } from './changed.ts'

describe('quotation marks', () => {
  test.each<[string, LanguageCode, string, string]>([
    ['straight', 'ar', 'قال: "نعم".', 'قال: «نعم».'],
    ['curly', 'ar', 'قال “نعم” ثم ”لا“', 'قال «نعم» ثم «لا»'],
    ['low and high', 'ar', '„نعم“', '«نعم»'],
    ['single', 'ar', "هذا 'الأمر' وهذا ‘الأمر’", 'هذا «الأمر» وهذا «الأمر»'],
    ['angled inside angled', 'ar', '«قال «نعم» ثم»', '«قال ‹نعم› ثم»'],
    ['nested', 'ckb', 'گوتی: "ئێمە \'باشین\' ئێستا"', 'گوتی: «ئێمە ‹باشین› ئێستا»'],
    ['three deep', 'ar', '"أ "ب "ج" د" ه"', '«أ ‹ب «ج» د› ه»'],
    ['two at once', 'en', `"'Yes,' he said"`, '“‘Yes,’ he said”'],
    ['behind a prefix', 'ar', 'ب"الإرهاب" ولـ"رويترز" و"نعم"', 'ب«الإرهاب» ولـ«رويترز» و«نعم»'],
    ['before an ending', 'ckb', '"BBC"ی عەرەبی', '«BBC»ی عەرەبی'],
    ['with spaces inside', 'en', '« Yes »', '“ Yes ”'],
    ['the other way round', 'en', '»Yes«', '“Yes”'],
    ['in brackets', 'en', '("Yes")', '(“Yes”)'],
    ['Hebrew', 'he', 'הוא אמר "שלום"', 'הוא אמר ”שלום”'],
    ['Urdu', 'ur', '"ہاں"', '”ہاں“'],
    ['with apostrophes in it', 'en', `"Don't," said the players' coach`, `“Don't,” said the players' coach`],
    ['across a line break', 'ar', '"نعم\nلا"', '«نعم\nلا»'],
  ])('%s (%s)', (_what, language, text, wanted) => {
    expect(changed('quotes', text, language)).toBe(wanted)
  })

  test("the house's choice decides", () => {
    expect(changed('quotes', '«نعم»', 'ckb', { digits: null, quotes: 'curly' })).toBe('“نعم”')
    expect(changed('quotes', '“Yes ‘no’”', 'en', { digits: null, quotes: 'guillemets' })).toBe('«Yes ‹no›»')
  })

  test.each<[string, LanguageCode]>([
    ["don't, it’s, O’Neil, the players’ coach, rock ’n’ roll in the ’90s", 'en'],
    ['צה"ל, ז\'ורנל, ד"ר', 'he'],
    ['Qur’an and ‘Ali', 'en'],
    ["5'10", 'en'],
    ['«نعم ‹لا›»', 'ar'],
  ])('%j stays', (text, language) => {
    expect(change('quotes', text, language)).toEqual({ places: [], unpaired: [] })
  })

  test('a mark without a partner is left and told of, and takes no other along', () => {
    const text = 'قال "نعم» ثم "لا"'
    expect(changed('quotes', text, 'ar')).toBe('قال "نعم» ثم «لا»')
    expect(change('quotes', text, 'ar').unpaired).toEqual([
      { from: 4, to: 5 },
      { from: 8, to: 9 },
    ])
    expect(change('quotes', 'He is 5\'10" tall', 'en')).toEqual({
      places: [],
      unpaired: [{ from: 10, to: 11 }],
    })
  })

  test('the two marks of a quotation are one place', () => {
    expect(change('quotes', '"نعم"', 'ar').places).toEqual([
      {
        parts: [
          { from: 0, to: 1, text: '«' },
          { from: 4, to: 5, text: '»' },
        ],
      },
    ])
  })
})
