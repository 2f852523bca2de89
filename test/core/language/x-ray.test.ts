import { assert, array, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xray } from '../../../core/language/x-ray.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'

const seen = (text: string, code: LanguageCode = 'ar') =>
  xray(text, code).map(({ from, to, kind, clean }) => [text.slice(from, to), kind, clean])
const signed = (text: string) => xray(text, 'en').map(({ kind, sign }) => [kind, sign])

/** The text with everything cleaned that is certain. */
function cleaned(text: string, code: LanguageCode): string {
  let clean = ''
  let at = 0
  for (const mark of xray(text, code)) {
    if (mark.clean === null) continue
    clean += text.slice(at, mark.from) + mark.clean
    at = mark.to
  }
  return clean + text.slice(at)
}

describe('the X-ray shows', () => {
  test.each([
    ['a ZWNJ that parts two letters, and leaves it', 'می\u200cروم', 'fa', [['\u200c', 'zwnj', null]]],
    ['one after a letter that does not join', 'دا\u200cرد', 'fa', [['\u200c', 'zwnj', '']]],
    ['one beside a space', 'می\u200c روم', 'fa', [['\u200c', 'zwnj', '']]],
    ['ه with a ZWNJ in Sorani, which means ە', 'ده\u200cنگ', 'ckb', [['ه\u200c', 'zwnj', 'ە']]],
    [
      'direction marks, which may be meant',
      'ا\u200f\u200e\u061c',
      'ar',
      [
        ['\u200f', 'rlm', null],
        ['\u200e', 'lrm', null],
        ['\u061c', 'alm', null],
      ],
    ],
    [
      'controls, which never are',
      'ا\u202eب\u2066ج\u2069\ufeff',
      'ar',
      [
        ['\u202e', 'override', ''],
        ['\u2066', 'isolate', ''],
        ['\u2069', 'isolate', ''],
        ['\ufeff', 'zero-width', ''],
      ],
    ],
    [
      'NBSP and ZWJ',
      '5\u00a0كم ه\u200d',
      'ar',
      [
        ['\u00a0', 'nbsp', null],
        ['\u200d', 'zwj', null],
      ],
    ],
    [
      'tatweel and doubled spaces as one',
      'العـــراق   اليوم',
      'ar',
      [
        ['ـــ', 'tatweel', ''],
        ['   ', 'spaces', ' '],
      ],
    ],
    ['tatweel that is meant at the end of a word', '1445 هـ', 'ar', [['ـ', 'tatweel', null]]],
    ['more of it there than is meant', 'بــ«مداد»', 'ar', [['ــ', 'tatweel', 'ـ']]],
    [
      'presentation forms, but not the ligatures that are written on purpose',
      'ﻻ ﷺ',
      'ar',
      [['ﻻ', 'presentation', 'لا']],
    ],
    [
      'Persian letters in Arabic',
      'کتاب علی',
      'ar',
      [
        ['ک', 'look-alike', 'ك'],
        ['ی', 'look-alike', 'ي'],
      ],
    ],
    [
      'Arabic letters in Sorani',
      'كوردي ھەولێر',
      'ckb',
      [
        ['ك', 'look-alike', 'ک'],
        ['ي', 'look-alike', 'ی'],
        ['ھ', 'look-alike', 'ه'],
      ],
    ],
    [
      'a last ه in Sorani, where ە is meant',
      'شاره (ئه)، ئەوه',
      'ckb',
      [
        ['ه', 'look-alike', 'ە'],
        ['ه', 'look-alike', 'ە'],
        ['ه', 'look-alike', 'ە'],
      ],
    ],
    ['one behind a vowel, which may be a consonant', 'گوناه', 'ckb', [['ه', 'look-alike', null]]],
    ['a last ھ in Sorani, a consonant for sure', 'فیقھ', 'ckb', [['ھ', 'look-alike', 'هـ']]],
    [
      'a ھ that a ZWNJ keeps apart',
      'بەھ\u200cێز',
      'ckb',
      [
        ['ھ', 'look-alike', null],
        ['\u200c', 'zwnj', null],
      ],
    ],
    [
      'one before a control that ends no word',
      'شاره\u2069 ',
      'ckb',
      [
        ['ه', 'look-alike', 'ە'],
        ['\u2069', 'isolate', ''],
      ],
    ],
    ['no last ه before the rest of its word', 'شه\u00adڕ', 'ckb', [['\u00ad', 'soft-hyphen', '']]],
    [
      'Hebrew letters of one piece with their points, and wide ones',
      '\ufb2c \ufb1d \ufb21',
      'he',
      [
        ['\ufb2c', 'presentation', '\u05e9\u05bc\u05c1'],
        ['\ufb1d', 'presentation', '\u05d9\u05b4'],
        ['\ufb21', 'presentation', 'א'],
      ],
    ],
    [
      'what looks alike in an address or a #tag, and leaves it',
      'ك https://ex.com/كه #كورد ك',
      'ckb',
      [
        ['ك', 'look-alike', 'ک'],
        ['ك', 'look-alike', null],
        ['ه', 'look-alike', null],
        ['ك', 'look-alike', null],
        ['ك', 'look-alike', 'ک'],
      ],
    ],
    ['Yiddish digraphs in Hebrew, which may be meant', '\u05f0', 'he', [['\u05f0', 'look-alike', null]]],
    ['Latin ligatures of a PDF', 'oﬃce', 'en', [['ﬃ', 'presentation', 'ffi']]],
    ['a Cyrillic letter in a Latin word', 'L\u043endon', 'en', [['\u043e', 'look-alike', 'o']]],
    [
      'one in a word that may be Cyrillic as well',
      'C\u0421\u0421P',
      'en',
      [
        ['\u0421', 'look-alike', null],
        ['\u0421', 'look-alike', null],
      ],
    ],
    ['a letter and its mark that are one letter', 'Kurdi\u0302', 'kmr', [['i\u0302', 'look-alike', 'î']]],
    [
      'Turkish ı in Kurmanji, which may be of a Turkish name',
      'Diyarbakır',
      'kmr',
      [['ı', 'look-alike', null]],
    ],
    [
      'one in a word that Turkish cannot write',
      'xwıya İraq',
      'kmr',
      [
        ['ı', 'look-alike', 'i'],
        ['İ', 'look-alike', 'I'],
      ],
    ],
    ['Arabic heh in Urdu, whose own are two', 'وه ہے بھی', 'ur', [['ه', 'look-alike', 'ہ']]],
  ] as const)('%s', (_what, text, code, marks) => {
    expect(seen(text, code)).toEqual(marks)
  })
  test.each(['ar', 'ckb', 'fa', 'he', 'kmr', 'en'] as const)('nothing in a clean text of %s', (code) => {
    const clean = {
      ar: 'قال علي: «كتبَ الدرس» في ٢٠٢٦، على الأرجح.',
      ckb: 'هەولێر – کوردستان: دەنگی گەل، بسم الله، لله',
      fa: 'او کتاب خوبی نوشت، به خانه',
      he: 'שלום עולם, ל״ג בעומר, שָׁלוֹם',
      kmr: 'Kurdistan û Ewropa, gişt çêbûn',
      en: 'A plain text. Москва, TNFα, café, Erdoğan in Diyarbakır.',
    }[code]
    expect(seen(clean, code)).toEqual([])
  })
  test('by the name that Unicode has for what has no width, and by none what can be seen', () => {
    expect(signed('\u2067a\u2069 \u202eb\u202c c\u00add\u200b\u2060 e\u00a0f  g')).toEqual([
      ['isolate', 'RLI'],
      ['isolate', 'PDI'],
      ['override', 'RLO'],
      ['override', 'PDF'],
      ['soft-hyphen', 'SHY'],
      ['zero-width', 'ZWSP'],
      ['zero-width', 'WJ'],
      ['nbsp', null],
      ['spaces', null],
    ])
  })
})

describe('a clean-up of Sorani', () => {
  test.each([
    ['شاره، گه\u200cوره\u200c و شه\u00adڕ', 'شارە، گەورە و شهڕ'],
    ['فیقھ، بەھێز', 'فیقهـ، بەهێز'],
    ['فیقهـ، گوناه', 'فیقهـ، گوناه'],
  ])('%j becomes %j', (text, wanted) => {
    expect(cleaned(cleaned(cleaned(text, 'ckb'), 'ckb'), 'ckb')).toBe(wanted)
  })
})

test('cleaning comes to rest within three rounds', () => {
  const units = [
    'ا',
    'ب',
    'ه',
    'ە',
    'ھ',
    'ہ',
    'ك',
    'ک',
    'ي',
    'ی',
    'ى',
    'د',
    '\u200c',
    '\u200d',
    '\u200f',
    '\u202a',
    '\u00a0',
    ' ',
    '\u0640',
    '\u00ad',
    'ﻻ',
    'ﻪ',
    '\ufb2c',
    '\u05f0',
    'ı',
    'x',
    '\u0430',
    '\u0302',
    'a',
    '1',
  ]
  const codes = ['ar', 'ckb', 'fa', 'ur', 'he', 'kmr', 'en'] as const
  assert(
    property(array(constantFrom(...units), { maxLength: 20 }), constantFrom(...codes), (letters, code) => {
      const clean = cleaned(cleaned(cleaned(letters.join(''), code), code), code)
      expect(cleaned(clean, code)).toBe(clean)
    }),
    { numRuns: 2000 },
  )
})
