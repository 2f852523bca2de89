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
    // Gershayim and geresh are signs of the word, and a prefix stands on the quotation.
    ['צה"ל הודיע', 'צה"ל הודיע'],
    ['ב"הארץ" נכתב', 'ב"הארץ" נכתב'],
    [`ג'ורג' בא`, `ג'ורג' בא`],
    ['אמר "צה"ל יצא" והלך', 'אמר ”צה"ל יצא” והלך'],
    [`"'ג'ורג' בא`, `”’ג'ורג’ בא`],
  ])
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
      ['می\u200c شود', 'می شود'],
      ['می \u200cشود', 'می شود'],
      ['\u200cشود', 'شود'],
      // د, ا, و and marks on them never join what follows.
      ['شد\u200cه', 'شده'],
      ['را\u200cه', 'راه'],
      ['دو\u064f\u200cم', 'دو\u064fم'],
      ['BBC\u200cها', 'BBC\u200cها'],
    ])
  holds('ckb', [['کوردە\u200cکان', 'کوردەکان']])
  // Old Sorani texts write ه and a ZWNJ for ە.
  stays('ckb', ['ه\u200cل'])
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
    'می شود و نمی شود',
  ])
  for (const language of ['ckb', 'ur', 'ar'] as const) stays(language, ['کتاب ها را', 'بزرگ تر از'])
})

describe('a switch', () => {
  const samples: Record<(typeof typingSwitches)[number], string> = {
    typingQuotes: `"نعم" don't`,
    typingPunctuation: 'نعم, ٢٥%',
    typingDashes: 'نعم... و--لا',
    typingBlocks: '',
    typingJoiners: 'کتاب ها را د\u200cر',
  }
  test.each(typingSwitches.filter((name) => name !== 'typingBlocks'))(
    '%s, switched off, leaves what it stands for as typed, and nothing else',
    (name) => {
      expect(typeOut(samples[name], typingIn('fa'))).not.toBe(samples[name])
      expect(typeOut(samples[name], typingIn('fa', { [name]: false }))).toBe(samples[name])
      const others = Object.fromEntries(typingSwitches.map((each) => [each, each === name]))
      expect(typeOut(samples[name], typingIn('fa', others))).toBe(typeOut(samples[name], typingIn('fa')))
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

test('the table has a line for every language of articles', () => {
  expect(Object.keys(typingTable).toSorted()).toEqual([...languageCodes].toSorted())
})
