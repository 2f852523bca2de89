import { describe, expect, test } from 'vitest'
import { typingTable } from '../../../../core/language/typing/typing-table.ts'
import { editAfter, isInAddress, lookBack } from '../../../../core/language/typing/typing.ts'
import { languageCodes, type LanguageCode } from '../../../../core/model/language-code.ts'
import { typingSwitches, type Settings } from '../../../../core/model/settings.ts'
import { typeOut, typingIn } from '../../../support/type-out.ts'

/** What is typed, and what stands there then. */
type Cases = readonly (readonly [string, string])[]
const holds = (language: LanguageCode, cases: Cases, chosen: Partial<Settings> = {}) =>
  test.each(cases)(`${language}: %s`, (typed, written) => {
    expect(typeOut(typed, typingIn(language, chosen))).toBe(written)
  })
const stays = (language: LanguageCode, texts: readonly string[], chosen: Partial<Settings> = {}) =>
  holds(
    language,
    texts.map((text) => [text, text]),
    chosen,
  )

describe('quotation marks', () => {
  holds('ar', [
    ['قال: "نعم" ثم عاد', 'قال: «نعم» ثم عاد'],
    ['قال:"نعم"', 'قال:«نعم»'],
    ['("نعم")', '(«نعم»)'],
    ['قال "سمعته يقول "لا" مرتين" وعاد', 'قال «سمعته يقول ‹لا› مرتين» وعاد'],
    [`قال "سمعت 'لا' منه"`, 'قال «سمعت ‹لا› منه»'],
    [`"'لا' قال"`, '«‹لا› قال»'],
    ['نقلت و"رويترز" لـ"بي بي سي" ول"فرانس برس"', 'نقلت و«رويترز» لـ«بي بي سي» ول«فرانس برس»'],
    ['"نعم."', '«نعم.»'],
    ['""', '«»'],
    [`قناة "BBC News" و"don't" هنا`, 'قناة «BBC News» و«don’t» هنا'],
    [`"قال 'BBC' هنا"`, '«قال ‹BBC› هنا»'],
    [`"قال 'don't' هنا"`, '«قال ‹don’t› هنا»'],
  ])
  holds('ckb', [
    ['وتی: "بەڵێ" و ڕۆیشت', 'وتی: «بەڵێ» و ڕۆیشت'],
    [`وتی "گوتی 'نا' ئێستا"`, 'وتی «گوتی ‹نا› ئێستا»'],
  ])
  holds('fa', [['گفت "او گفت "نه" و رفت"', 'گفت «او گفت ‹نه› و رفت»']])
  holds('ur', [['کہا "جی" اور', 'کہا ”جی“ اور']])
  holds('he', [
    ['אמר: "שלום" והלך', 'אמר: ”שלום” והלך'],
    [`אמר "הוא אמר 'לא' פעמיים"`, 'אמר ”הוא אמר ’לא’ פעמיים”'],
    // A prefix stands on the quotation.
    ['ב"הארץ" נכתב', 'ב"הארץ" נכתב'],
    ['אמר "צה"ל יצא" והלך', 'אמר ”צה״ל יצא” והלך'],
    [`"'ג'ורג' בא`, `”’ג׳ורג’ בא`],
  ])
  // Where the house writes the typewriter's signs, they are those of the word, not of a quotation.
  holds(
    'he',
    [
      ['צה"ל הודיע', 'צה"ל הודיע'],
      [`ג'ורג' בא`, `ג'ורג' בא`],
      ['אמר "צה"ל יצא" והלך', 'אמר ”צה"ל יצא” והלך'],
      [`"'ג'ורג' בא`, `”’ג'ורג’ בא`],
    ],
    { typingGershayim: false },
  )
  holds('kmr', [
    ['Got: "Erê" û çû', 'Got: “Erê” û çû'],
    [`Got "wî got 'na' du caran"`, 'Got “wî got ‘na’ du caran”'],
  ])
  holds('en', [
    [`He said "yes" and "don't"`, 'He said “yes” and “don’t”'],
    [`"I heard him say "no" twice," she said`, '“I heard him say ‘no’ twice,” she said'],
    [`"'No' is what he said"`, '“‘No’ is what he said”'],
    [`the boys' house, the boy's house`, 'the boys’ house, the boy’s house'],
    [`"the boys' house" he said`, '“the boys’ house” he said'],
    [`in the '90s`, 'in the ’90s'],
    [`he—"yes"—went`, 'he—“yes”—went'],
    [`"I was—" he said`, '“I was—” he said'],
    [`"yes."`, '“yes.”'],
    [`[sic] "a" ("b")`, '[sic] “a” (“b”)'],
    [`line\n"yes"`, 'line\n“yes”'],
    [`a 27" screen at 6' 2"`, `a 27" screen at 6' 2"`],
  ])
  holds('en', [[`He said "I heard 'no'" and don't`, 'He said «I heard ‹no›» and don’t']], {
    quotes: 'guillemets',
  })
  holds('ar', [[`قال "سمعت 'لا' منه" don't`, 'قال ”سمعت ’لا‘ منه“ don’t']], { quotes: 'curly' })
  test('a mark behind a letter ends a quotation that began beyond what is read', () => {
    const far = `«${'كلمة '.repeat(lookBack / 4)}كلمة`
    expect(editAfter(far.slice(-lookBack), '"', typingIn('ar'))?.text).toBe('»')
  })
  test('marks of direction between a letter and the quotation are looked through', () => {
    expect(typeOut('قال "نعم\u200f"', typingIn('ar'))).toBe('قال «نعم\u200f»')
  })
})

describe('gershayim and geresh', () => {
  const cases: Cases = [
    ['צה"ל', 'צה״ל'],
    ['דו"חות ומנכ"לית', 'דו״חות ומנכ״לית'],
    ['בצה"ל, בארה"ב ובאו"ם', 'בצה״ל, בארה״ב ובאו״ם'],
    ['צַהַ"ל', 'צַהַ״ל'],
    // Letters that may be prefixes: the end of the word tells.
    ['מו"מ', 'מו"מ'],
    ['מו"מ עם שב"כ, ל"ג.', 'מו״מ עם שב״כ, ל״ג.'],
    ['(מו"מ) ', '(מו״מ) '],
    ['ב"הארץ נכתב', 'ב"הארץ נכתב'],
    // What is no abbreviation: the end of another word before it, a letter alone, inches.
    ['שלום"ו', 'שלום"ו'],
    ['27"ה', '27"ה'],
    [`ג'ורג' צ'רצ'יל`, 'ג׳ורג׳ צ׳רצ׳יל'],
    [`רח' הרצל, עמ' 5`, 'רח׳ הרצל, עמ׳ 5'],
    ['תשפ"ד', 'תשפ״ד'],
    [`כיתה ב' (ה') `, 'כיתה ב׳ (ה׳) '],
    [`ב'הארץ' נכתב`, `ב'הארץ' נכתב`],
    [`ו'על של' נכתב`, `ו'על של' נכתב`],
    [`https://x.il/צה'ל`, `https://x.il/צה'ל`],
  ]
  // They are of the letters, whatever language the block is in, and with the quotation marks left as typed too.
  for (const language of ['he', 'ar', 'en'] as const) holds(language, cases.slice(0, 7))
  holds('he', cases.slice(7, 8))
  holds('he', cases, { typingQuotes: false })
  holds('he', [
    ['אמר "על המו"מ" והלך', 'אמר ”על המו״מ” והלך'],
    ['אמר "צה"ל" והלך', 'אמר ”צה״ל” והלך'],
    ['"שלום" והלך', '”שלום” והלך'],
    [`אמר 'שלום' והלך`, 'אמר ’שלום’ והלך'],
  ])
  holds(
    'he',
    [
      [`אמר "שלום" ו'כן' והלך`, `אמר "שלום" ו'כן' והלך`],
      [`אמר 'שלום' והלך`, `אמר 'שלום' והלך`],
    ],
    { typingQuotes: false },
  )
  stays('he', ['צה״ל', 'מ״כים', 'ג׳ורג׳'])
})

describe('the maqaf', () => {
  const on = { typingMaqaf: true }
  holds('he', [['בן-גוריון ותל-אביב', 'בן־גוריון ותל־אביב']], on)
  stays('he', ['ב-BBC, ב-5, א - ב, BBC-ה', 'https://x.il/תל-אביב'], on)
  stays('he', ['בן-גוריון'])
})

describe('، ؛ ؟ ٪', () => {
  const arabicWriting = { ar: 'نعم', ckb: 'بەڵێ', fa: 'بله', ur: 'جی' } as const
  for (const [language, word] of Object.entries(arabicWriting) as [LanguageCode, string][])
    holds(language, [
      [`${word},`, `${word}،`],
      [`${word};`, `${word}؛`],
      [`${word}?`, `${word}؟`],
      [`${word}??`, `${word}؟؟`],
      [`(${word}), `, `(${word})، `],
      [`${word}\u064e,`, `${word}\u064e،`],
      ['٢٥% ۲۵%', '٢٥٪ ۲۵٪'],
      // Latin words, numbers and addresses stay as they are.
      [`${word} Google, Apple; Meta?`, `${word} Google, Apple; Meta?`],
      ['1,234 ١,٢٣٤ 25%', '1,234 ١,٢٣٤ 25%'],
      [`https://ex.com/${word}?a=1,2;b=%20`, `https://ex.com/${word}?a=1,2;b=%20`],
      [', ; ?', ', ; ?'],
    ])
  holds('ar', [['«نعم», و(BBC), ', '«نعم»، و(BBC), ']])
  // Urdu ends a sentence with ۔ (U+06D4), and nothing else with it.
  holds('ur', [
    ['جی.', 'جی۔'],
    ['«جی».', '«جی»۔'],
    ['جی۔ جی', 'جی۔ جی'],
  ])
  stays('ur', ['BBC. 1.5 ۱.۵ www.جی.com', 'a@b.com/جی.'])
  for (const language of ['ar', 'ckb', 'fa'] as const) stays(language, ['نعم. جی.'])
  stays('he', ['שלום, מה; מי? 25% ٢٥%'])
  for (const language of ['en', 'kmr'] as const) stays(language, ['yes, no; who? 25% نعم, ٢٥%'])
})

describe('… and —', () => {
  for (const language of languageCodes)
    holds(language, [
      ['...', '…'],
      ['a... b', 'a… b'],
      ['a--b', 'a—b'],
      ['a -- b', 'a — b'],
      ['-- a', '— a'],
      ['--a', '—a'],
      ['---', '---'],
      ['a ---', 'a —-'],
      ['<!--', '<!--'],
      ['a-b-c', 'a-b-c'],
      ['a\n--b', 'a\n—b'],
      ['http://a--b.com/...', 'http://a--b.com/...'],
      ['www.a--b.com', 'www.a--b.com'],
      ['me@a--b.com', 'me@a--b.com'],
      ['see a.com/b--c', 'see a.com/b--c'],
    ])
  holds('ur', [
    ['جی...', 'جی…'],
    ['جی.. ', 'جی۔. '],
  ])
  test('dots that were wanted as typed are not replaced by one more', () => {
    expect(editAfter('a...', '.', typingIn('en'))).toBeNull()
    expect(editAfter('a--', '-', typingIn('en'))).toBeNull()
  })
})

describe('the joiner between letters (ZWNJ)', () => {
  for (const language of ['fa', 'ckb', 'ur'] as const)
    holds(language, [
      ['می\u200cشود', 'می\u200cشود'],
      ['می\u200c\u200cشود', 'می\u200cشود'],
      ['بی\u200c شود', 'بی شود'],
      ['بی \u200cشود', 'بی شود'],
      ['\u200cشود', 'شود'],
      // د, ا, و and marks on them never join what follows.
      ['شد\u200cه', 'شده'],
      ['را\u200cه', 'راه'],
      ['دو\u064f\u200cم', 'دو\u064fم'],
      ['BBC\u200cها', 'BBC\u200cها'],
    ])
  // Old Sorani texts write ه and a ZWNJ for ە; a word may begin with an h, and a foreign one end in it.
  holds('ckb', [
    ['کوردە\u200cکان', 'کوردەکان'],
    ['کورده\u200cکان', 'کوردەکان'],
    ['هه\u200cولێر', 'هەولێر'],
    ['ئه\u200cمه\u200cش بۆ ئێوه\u200cیه\u200c', 'ئەمەش بۆ ئێوەیە'],
    ['ده\u200c\u200cڕوات', 'دەڕوات'],
  ])
  stays('ckb', ['ه\u200cل', 'گوناه\u200cبار', 'بی\u200cبی سی', 'کورده کان'])
  for (const language of ['fa', 'ur'] as const) stays(language, ['خانه\u200cای'])
  for (const language of ['ar', 'he', 'kmr', 'en'] as const) stays(language, ['بـ\u200c\u200c د\u200c '])
  holds('fa', [
    ['کتاب ها را', 'کتاب\u200cها را'],
    ['کتاب های خوب', 'کتاب\u200cهای خوب'],
    ['خانه هایی که', 'خانه\u200cهایی که'],
    ['بزرگ تر از', 'بزرگ\u200cتر از'],
    ['بزرگ ترین شهر', 'بزرگ\u200cترین شهر'],
    ['کار ها را', 'کارها را'],
    ['کتاب ها.', 'کتاب\u200cها.'],
    ['کتاب ها, و', 'کتاب\u200cها، و'],
    ['«کتاب ها» و', '«کتاب\u200cها» و'],
  ])
  stays('fa', [
    'کتاب هایش را',
    'کتاب ترجمه شد',
    'کتاب تر',
    'با تر کردن',
    'از تر و خشک',
    'و ها گفت',
    'BBC ها را',
    '۲۵ تر و',
  ])
  holds('fa', [
    ['او می رود و نمی آید', 'او می\u200cرود و نمی\u200cآید'],
    ['می خواهم', 'می\u200cخواهم'],
    ['مي رود', 'مي\u200cرود'],
    ['«می رود»', '«می\u200cرود»'],
    ['سلام\nمی رود', 'سلام\nمی\u200cرود'],
    ['مردم می گویند', 'مردم می\u200cگویند'],
    // The wine and May: what follows, or what stands before, says so.
    ['جام می را گرفت', 'جام می را گرفت'],
    ['می و باده', 'می و باده'],
    ['می از جام، می.', 'می از جام، می.'],
    ['می راند', 'می\u200cراند'],
    ['۸ می سال ۲۰۲۴', '۸ می سال ۲۰۲۴'],
    ['ماه می سال ۲۰۲۴', 'ماه می سال ۲۰۲۴'],
    ['بر می گردد', 'بر می\u200cگردد'],
  ])
  stays('fa', ['می ۲۰۲۴', 'می BBC', 'کمی رفت', 'رسمی شد', 'بی\u200cنمی رود', 'می  رود'])
  for (const language of ['ckb', 'ur', 'ar'] as const) stays(language, ['می رود و نمی رود'])

  for (const language of ['ckb', 'ur', 'ar'] as const) stays(language, ['کتاب ها را', 'بزرگ تر از'])
})

describe('a switch', () => {
  const samples: Record<(typeof typingSwitches)[number], string> = {
    typingQuotes: `"نعم" don't`,
    typingPunctuation: 'نعم, ٢٥%',
    typingDashes: 'نعم... و--لا',
    typingBlocks: '',
    typingJoiners: 'کتاب ها را د\u200cر می رود',
    typingGershayim: `צה"ל ג' `,
    typingMaqaf: 'תל-אביב',
  }
  test.each(typingSwitches.filter((name) => name !== 'typingBlocks'))(
    '%s, switched off, leaves what it stands for as typed, and nothing else',
    (name) => {
      const written = typeOut(samples[name], typingIn('fa', { [name]: true }))
      expect(written).not.toBe(samples[name])
      expect(typeOut(samples[name], typingIn('fa', { [name]: false }))).toBe(samples[name])
      const others = Object.fromEntries(typingSwitches.map((each) => [each, each === name]))
      expect(typeOut(samples[name], typingIn('fa', others))).toBe(written)
    },
  )
})

describe('an address that is being typed', () => {
  test.each([
    'https://a',
    'قال https://a.b/',
    'وhttps://a',
    'www.',
    'a@b',
    '@bbc',
    'basnews.com/ar',
    'mailto:a',
  ])('%s', (text) => expect(isInAddress(text)).toBe(true))
  test.each(['', 'https://a ', 'a.b', 'قال: ', 'e.g', '"https://a"', 'a@ b', 'and/or'])('not in %s', (text) =>
    expect(isInAddress(text)).toBe(false),
  )
  test('a long run of characters is read in no time', () => {
    const started = performance.now()
    for (const run of ['a'.repeat(lookBack), 'a.'.repeat(lookBack / 2), 'a-'.repeat(lookBack / 2)])
      for (let time = 0; time < 100; time += 1) isInAddress(run)
    expect((performance.now() - started) / 300).toBeLessThan(5)
  })
})

test('all groups are on in a house that has chosen nothing, but for the maqaf', () => {
  const off = typingSwitches.filter((name) => !typingIn('he').switches[name])
  expect(off).toEqual(['typingMaqaf'])
})

test('the table has a line for every language of articles', () => {
  expect(Object.keys(typingTable).toSorted()).toEqual([...languageCodes].toSorted())
})
