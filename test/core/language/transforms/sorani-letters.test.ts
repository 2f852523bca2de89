import { describe, expect, test } from 'vitest'
import { suite } from '../suites.ts'
import { changed } from './changed.ts'

describe('Sorani letters', () => {
  test.each([
    ['كوردستان', 'کوردستان'],
    ['هەوليَر و زانكۆي', 'هەولێر و زانکۆی'],
    ['مصطفى', 'مصطفی'],
    ['ده\u200cوڵه\u200cت', 'دەوڵەت'],
    ['له به\u200cر', 'لە بەر'],
    ['شاره', 'شارە'],
    ['شاره.', 'شارە.'],
    ['(شاره)', '(شارە)'],
    ['ھەولێر', 'هەولێر'],
    ['بەھ', 'بەهـ'],
    ['رۆژ', 'ڕۆژ'],
    ['«رۆژ»', '«ڕۆژ»'],
    ['ڒۆژ', 'ڕۆژ'],
    ['دە\u200cوڵەت', 'دەوڵەت'],
    ['خـــۆش', 'خۆش'],
    ['ئاو\u200c ', 'ئاو '],
    ['ی\u0654', 'ئ'],
    ['ي\u0654ازاد', 'ئازاد'],
    ['حكومة', 'حکومە'],
    ['ووڵات', 'وڵات'],
    ['گةلاَ', 'گەڵا'],
    ['برِيار', 'بڕیار'],
  ])('%j is written %j', (text, wanted) => {
    expect(changed('sorani', text, 'ckb')).toBe(wanted)
  })

  test.each([
    ['a consonant at the end', 'بەهـ'],
    ['a last ه behind a vowel', 'گوناه'],
    ["God's name", 'بسم الله'],
    ['ر alone, as a letter that is spoken of', 'ر'],
    ['ر inside a word', 'کار و برا'],
    ['a ZWNJ that keeps two letters apart', 'بێ\u200cکەس'],
    ['a ZWNJ between a Latin name and its ending', 'BBC\u200cی'],
    ['Latin and digits', 'BBC 2024, “x”'],
    ['good Sorani', 'حکومەتی هەرێمی کوردستان ڕایگەیاند: ووردبینی نا، وردبینی.'.replace('ووردبینی نا، ', '')],
  ])('%s stays', (_what, text) => {
    expect(changed('sorani', text, 'ckb')).toBe(text)
  })

  const asosoft = suite<{ cases: { op: string; input: string; expected: string }[] }>('asosoft-kurdish.json')
  const own = asosoft?.cases.filter(({ op }) => op === 'Normalize') ?? []
  test.runIf(asosoft)("AsoSoft's own example comes out as AsoSoft writes it", () => {
    expect(own.length).toBeGreaterThan(0)
    for (const { input, expected } of own) expect(changed('sorani', input, 'ckb')).toBe(expected)
  })

  const lucene = suite<{ cases: { sorani: { test: string; input: string; expected: string }[] } }>(
    'lucene-normalize.json',
  )
  // What folds a word for a search and would spoil it on a page: tashkeel and a tatweel alone deleted, a last ھ made ه.
  const foldsOnly = ({ input }: { input: string }) => /^(?:\u0640|[\u064b-\u0652]|\u06be)$/.test(input)
  test.runIf(lucene)("Lucene's examples hold, but for those that only fold a word for a search", () => {
    const all = lucene?.cases.sorani ?? []
    const here = all.filter((each) => !foldsOnly(each))
    expect(all.length - here.length).toBe(10)
    for (const { input, expected } of here)
      expect([input, changed('sorani', input, 'ckb')]).toEqual([input, expected])
  })
})
