import { assert, array, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xray } from '../../../core/language/x-ray.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'

const seen = (text: string, code: LanguageCode = 'ar') =>
  xray(text, code).map(({ from, to, kind, clean }) => [text.slice(from, to), kind, clean])

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
        ['\u202e', 'control', ''],
        ['\u2066', 'control', ''],
        ['\u2069', 'control', ''],
        ['\ufeff', 'control', ''],
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
    ['Arabic heh in Urdu, whose own are two', 'وه ہے بھی', 'ur', [['ه', 'look-alike', 'ہ']]],
  ] as const)('%s', (_what, text, code, marks) => {
    expect(seen(text, code)).toEqual(marks)
  })
  test.each(['ar', 'ckb', 'fa', 'he', 'kmr', 'en'] as const)('nothing in a clean text of %s', (code) => {
    const clean = {
      ar: 'قال علي: «كتبَ الدرس» في ٢٠٢٦، على الأرجح.',
      ckb: 'هەولێر ـ کوردستان: دەنگی گەل',
      fa: 'او کتاب خوبی نوشت',
      he: 'שלום עולם',
      kmr: 'Kurdistan û Ewropa',
      en: 'A plain text.',
    }[code]
    expect(seen(clean.replace('ـ ', '– '), code)).toEqual([])
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
    'ﻻ',
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
