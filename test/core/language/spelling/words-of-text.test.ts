import { describe, expect, test } from 'vitest'
import { blockLanguage } from '../../../../core/language/block-language.ts'
import { directionOf } from '../../../../core/language/direction.ts'
import { wordsOfText } from '../../../../core/language/spelling/words-of-text.ts'
import type { Direction, LanguageCode } from '../../../../core/model/language-code.ts'

/** The words of a block in an article of this language, as dictionaries are asked about them. */
const asked = (text: string, article: LanguageCode, direction: Direction = directionOf(article)) =>
  wordsOfText(text, direction, (each) => blockLanguage(each, article, 'ckb')).map(
    ({ language, plain }) => `${language} ${plain}`,
  )

describe('the language of a word', () => {
  test.each<[string, string, LanguageCode, Direction, string[]]>([
    ['follows the block', 'قال وزير', 'ar', 'rtl', ['ar قال', 'ar وزير']],
    ['is English for Latin letters in an Arabic block', 'قال Reuters', 'ar', 'rtl', ['ar قال', 'en Reuters']],
    ['is Kurmanji for them in its own article', 'Serok got', 'kmr', 'ltr', ['kmr Serok', 'kmr got']],
    ['is the article’s in a block from left to right', 'said قال', 'ar', 'ltr', ['en said', 'ar قال']],
    [
      'is the house’s for Arabic letters in an English article',
      'said کورد',
      'en',
      'ltr',
      ['en said', 'ckb کورد'],
    ],
    ['is Hebrew for Hebrew letters anywhere', 'قال שלום', 'ar', 'rtl', ['ar قال', 'he שלום']],
    ['changes within what is written together', 'الـBBC والـReuters', 'ar', 'rtl', ['en Reuters']],
  ])('%s', (_, text, article, direction, words) => {
    expect(asked(text, article, direction)).toEqual(words)
  })
})

describe('nobody is asked about', () => {
  test.each([
    ['addresses', 'see https://ex.com/news/some-page and a.person@agency.example or www.agency.example'],
    ['hosts and abbreviations with dots', 'bbc.com U.S. e.g. file.txt'],
    ['@names and #tags', '@some_body #SomeTag'],
    ['numbers and codes', '2024 A320 COVID-19 H5N1 some_name 25th F16s'],
    ['capitals throughout or inside', 'NATO UNHCRs iPhone WhatsApp PKKs'],
    ['single letters', 'a b'],
  ])('%s', (_, text) => {
    const words = asked(text, 'en').filter(
      (word) => !['en see', 'en and', 'en or', 'en COVID'].includes(word),
    )
    expect(words).toEqual([])
  })
  test('Arabic tags, digits of the three styles, and a letter alone', () => {
    expect(asked('#العراق_اليوم ٢٠٢٤ ۲۰۲۴ و12 و', 'ar')).toEqual([])
  })
})

describe('a word is asked about', () => {
  test.each<[string, string, LanguageCode, string]>([
    ['without tashkeel and tatweel', 'كُتُـــبٌ', 'ar', 'ar كتب'],
    ['without direction marks', 'وزير\u200f', 'ar', 'ar وزير'],
    ['with the ZWNJ of Persian', 'می\u200cروم\u200c', 'fa', 'fa می\u200cروم'],
    ['in Kurdish letters', 'هه\u200cولێر', 'ckb', 'ckb هەولێر'],
    ['in the letters of the Sorani dictionary', 'ھەولێر', 'ckb', 'ckb هەولێر'],
    ['with a final ه that a ZWNJ makes ە', 'ئه\u200cمه\u200c', 'ckb', 'ckb ئەمە'],
    ['with a typewriter apostrophe', 'don’t', 'en', "en don't"],
    ['composed', 'cafe\u0301', 'en', 'en café'],
    ['with the marks of Hebrew abbreviations', 'צה״ל', 'he', 'he צה"ל'],
    ['with the signs that are typed for them', 'צה"ל', 'he', 'he צה"ל'],
    ['with each geresh in it and behind it', 'ג׳ורג׳', 'he', "he ג'ורג'"],
    ['without a quotation mark behind it', "שלום'", 'he', 'he שלום'],
  ])('%s', (_, text, article, word) => {
    expect(asked(text, article)).toEqual([word])
  })
  test('and marked as it stands, without what is invisible behind it', () => {
    const text = 'قال وزيـر\u200f.'
    const [, word] = wordsOfText(text, 'rtl', () => 'ar')
    expect(text.slice(word?.from, word?.to)).toBe('وزيـر')
  })
})

test('a long line of letters, dots or at-signs is read in time', () => {
  for (const text of ['a'.repeat(50_000), 'a.'.repeat(25_000), '@'.repeat(50_000), "a'".repeat(25_000)]) {
    const startedAt = performance.now()
    wordsOfText(text, 'rtl', () => 'ar')
    expect(performance.now() - startedAt).toBeLessThan(2000)
  }
})
