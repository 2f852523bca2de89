import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collationKey, isBlankKey } from '../../../core/language/collate.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'

const sorted = (texts: readonly string[], language: LanguageCode) =>
  texts
    .map((text) => [collationKey(text, language), text] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, text]) => text)
const reversed = (line: string, between = ' ') => line.split(between).toReversed()

/** What counts at first sight: the key without variants and spelling. */
const firstSight = (text: string, language: LanguageCode) => collationKey(text, language).split('\0')[0] ?? ''

describe('the letters of a language stand in its order', () => {
  test.each<[LanguageCode, string]>([
    ['ar', 'ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي'],
    // rtl.md 4.2, from AsoSoft, letter for letter.
    [
      'ckb',
      'ئ ء ا آ أ إ ب پ ت ث ج چ ح خ د ڎ ڊ ذ ر ڕ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق ک گ ڴ ل ڵ م ن و ۆ ۊ ۉ ۋ ه ھ ە ی ێ',
    ],
    ['kmr', 'a b c ç d e ê f g h i î j k l m n o p q r s ş t u û v w x y z'],
    ['fa', 'آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی'],
    ['he', 'א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת'],
    ['ur', 'ا آ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے'],
    ['en', 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  ])('%s', (language, letters) => {
    // Inside words: at the beginning and the end of one, Sorani reads ر as ڕ and ه as ە; behind س Urdu's ھ is no digraph.
    const words = reversed(letters).map((letter) => `س${letter}س`)
    const latin = reversed(letters).map((letter) => `n${letter}n`)
    const isLatin = language === 'kmr' || language === 'en'
    expect(sorted(isLatin ? latin : words, language).map((word) => word.slice(1, -1))).toEqual(
      letters.split(' '),
    )
  })
})

describe('headlines stand as a reader looks for them', () => {
  test.each<[LanguageCode, string]>([
    ['ar', 'أحمد يصل | إحياء الذكرى | البرلمان يجتمع | البرلمانات | بغداد | تركيا | ثلاثة قتلى | سوريا | قطر'],
    ['ar', 'مدرسة | مدرسه | مدن | مسؤول | مصطفى | مصطفي يعود | مطار'],
    ['ar', 'الوزير: لا حرب | «الوزير» يزور | الوزير يعود'],
    [
      'ckb',
      'ئازادی | باران | پارلەمان | چیا | دهۆک | ڕووداو | ژیان | کەرکووک | گوڵ | لەندەن | وڵات | هەولێر | یاسا',
    ],
    ['ckb', 'بار | باڕ | باز | باژ | بال | باڵ | بام | بۆ | بە | بی | بێ'],
    ['ckb', 'کار | کاڕ | کاکە | کوردستان | کۆمەڵ | کەرکووک | کێک'],
    [
      'kmr',
      'Cizîr | Çand | Dîrok | Edene | Êzidî | Hewlêr | Iraq | Îran | Serok | Şam | Ula | Ûrmiye | Zaxo',
    ],
    [
      'fa',
      'آبادان | ارومیه | بغداد | پاریس | تهران | چابهار | رشت | ژاپن | کابل | گرگان | لندن | وین | هرات | یزد',
    ],
    ['he', 'אילת | באר שבע | חיפה | ירושלים | כנסת | צה״ל | צהריים | תל־אביב'],
    [
      'ur',
      'اسلام آباد | آزاد کشمیر | بلوچستان | پشاور | ٹوکیو | چین | ڈھاکہ | کراچی | گلگت | لاہور | ہنزہ | یمن',
    ],
    ['en', 'Bag it | Baghdad | “Baghdad” burns | Élysée | elysium | Zagreb'],
  ])('%s: %s', (language, line) => {
    expect(sorted(reversed(line, ' | '), language)).toEqual(line.split(' | '))
  })
})

describe('what counts for nothing at first sight', () => {
  test.each<[LanguageCode, string, string]>([
    ['ar', 'مُحَمَّد', 'محمد'],
    ['ar', 'العـــراق', 'العراق'],
    ['ar', '\u200fالعراق\u200e', 'العراق'],
    ['ar', '«العراق»', 'العراق'],
    ['ar', '... العراق!', 'العراق'],
    ['ar', 'إسلام', 'اسلام'],
    ['ar', 'آسيا', 'اسيا'],
    ['ar', 'مستشفى', 'مستشفي'],
    ['ar', 'کرکوک', 'كركوك'],
    ['ar', '\ufefb', 'لا'],
    ['ar', 'تل-أبيب', 'تل أبيب'],
    ['ckb', 'كوردستان', 'کوردستان'],
    ['ckb', 'كوردي', 'کوردی'],
    ['ckb', 'رۆژ', 'ڕۆژ'],
    ['ckb', 'هه\u200cولێر', 'هەولێر'],
    ['ckb', 'كورده', 'کوردە'],
    ['ckb', 'ھەولێر', 'هەولێر'],
    ['ckb', 'ی\u0654ازاد', 'ئازاد'],
    ['fa', 'می\u200cشود', 'میشود'],
    ['fa', 'خانهٔ', 'خانه'],
    ['fa', 'علي', 'علی'],
    ['he', 'שָׁלוֹם', 'שלום'],
    ['he', 'צה״ל', 'צה"ל'],
    ['he', 'ים', 'ימ'],
    ['ur', 'كتاب', 'کتاب'],
    ['en', 'Café', 'cafe'],
    ['en', "Don't", 'dont'],
    ['en', 'Œuvre', 'oeuvre'],
    ['kmr', 'Ce\u0302', 'cê'],
    ['kmr', 'ÇAND', 'çand'],
  ])('%s: %j as %j', (language, one, other) => {
    expect(firstSight(one, language)).toBe(firstSight(other, language))
    expect(collationKey(one, language)).not.toBe(collationKey(other, language))
  })

  test.each<[LanguageCode, string, string]>([
    ['ckb', 'کاهـ', 'کاە'],
    ['ckb', 'بر', 'بڕ'],
    ['kmr', 'sal', 'şal'],
    ['fa', 'آن', 'ان'],
    ['ur', 'کہا', 'کھا'],
    ['ar', 'وجه', 'وجة'],
  ])('%s: but %j is not %j', (language, one, other) => {
    expect(firstSight(one, language)).not.toBe(firstSight(other, language))
  })

  test('the plain letter stands before the one with a sign, wherever it is in the word', () => {
    expect(sorted(['أمل', 'امل', 'إمل ب', 'امل أ', 'امل ا'], 'ar')).toEqual([
      'امل',
      'أمل',
      'امل ا',
      'امل أ',
      'إمل ب',
    ])
  })

  test('a text of signs alone is blank, a text of one letter is not', () => {
    expect(
      ['', ' ', '—', '«»', '\u200f', 'ء', '7'].map((text) => isBlankKey(collationKey(text, 'ar'))),
    ).toEqual([true, true, true, true, true, false, false])
  })
})

describe('numbers', () => {
  test.each<[LanguageCode, string]>([
    ['ar', 'يوم ٢ | يوم ١٠ | يوم 11 | يوم ۱۲'],
    ['ckb', '٢ کەس | ١٠ کەس | ١٠٠ کەس'],
    ['en', '9 dead | 10 dead | 950 dead | 1,200 dead | ٩٬٠٠٠ dead | 10000 dead'],
    ['fa', '۹ نفر | ۱۰ نفر | ۱۱ نفر'],
  ])('%s: by their value, whatever their digits: %s', (language, line) => {
    expect(sorted(reversed(line, ' | '), language)).toEqual(line.split(' | '))
  })

  test.each([
    ['٠٠٧', '7'],
    ['۲۰۲۶', '2026'],
    ['２０２６', '2026'],
  ])('%s is the number %s', (one, other) => {
    expect(firstSight(one, 'ar')).toBe(firstSight(other, 'ar'))
  })

  test('stand before words, and a year beside a comma stays one', () => {
    expect(sorted(['عام', '٢٠٢٦', 'Year'], 'ar')).toEqual(['٢٠٢٦', 'عام', 'Year'])
    expect(sorted(['2024,12', '2024,5', '3,1'], 'en')).toEqual(['3,1', '2024,5', '2024,12'])
  })

  test('of any length are compared', () => {
    const long = (digit: string) => digit.repeat(600)
    expect(sorted([long('8'), long('7'), '9'], 'en')).toEqual(['9', long('7'), long('8')])
  })
})

test.each<[LanguageCode, string[]]>([
  ['ar', ['بغداد', 'کوردستان', 'Baghdad', 'חיפה', 'Москва', '東京']],
  ['ckb', ['هەولێر', 'Baghdad', 'חיפה', 'Москва', '東京']],
  ['fa', ['تهران', 'Baghdad', 'חיפה', 'Москва', '東京']],
  ['ur', ['لاہور', 'Baghdad', 'חיפה', 'Москва', '東京']],
  ['kmr', ['Hewlêr', 'بغداد', 'חיפה', 'Москва', '東京']],
  ['en', ['Baghdad', 'بغداد', 'חיפה', 'Москва', '東京']],
  ['he', ['חיפה', 'بغداد', 'Baghdad', 'Москва', '東京']],
])('%s reads its own script first, then Arabic, Latin, Hebrew and the others', (language, texts) => {
  expect(sorted(texts.toReversed(), language)).toEqual(texts)
})

/** Letters over which our order is to be CLDR's; Node has all of its languages, Chromium has no `ku`. */
const alphabets: Partial<Record<LanguageCode, { locale: string; letters: string }>> = {
  ar: { locale: 'ar', letters: 'اأإؤئءبتةثجحخدذرزسشصضطظعغفقكلمنهويى' },
  fa: { locale: 'fa', letters: 'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی' },
  ur: { locale: 'ur', letters: 'اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے' },
  he: { locale: 'he', letters: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת' },
  en: { locale: 'en', letters: 'abcdefghijklmnopqrstuvwxyzABCÇÉéöñ' },
  kmr: { locale: 'ku', letters: 'abcçdeêfghiîjklmnopqrsştuûvwxyzÇŞÊ' },
}

test('in Urdu a consonant with ھ is a letter of its own, behind all that begins with the consonant', () => {
  const words = ['بالا', 'بے', 'بھائی', 'پانی', 'پھول', 'چاے', 'چے', 'چھا', 'حال']
  expect(sorted(words.toReversed(), 'ur')).toEqual(words)
})

test.each(Object.entries(alphabets))(
  '%s: words stand at first sight as CLDR has them',
  (language, { locale, letters }) => {
    const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
    const words = fc.array(
      fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 5 }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(words, words, (one, other) => {
        const texts = [one.join(' '), other.join(' ')] as const
        const [first, second] = texts.map((text) => firstSight(text, language as LanguageCode))
        const ours = first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1
        expect(ours, texts.join(' | ')).toBe(Math.sign(collator.compare(...texts)))
      }),
      { numRuns: 2000 },
    )
  },
)

test.each([...languageCodes])('%s: any text has a key, and only the same text the same one', (language) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(collationKey(one, language) === collationKey(other, language)).toBe(one === other)
    }),
  )
})
