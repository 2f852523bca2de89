import { array, assert, constantFrom, pre, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glanceIn, glanceOver, seen } from '../../../core/language/glance.ts'
import {
  isolates,
  isolatesAmong,
  isolatesLookedFor,
  leftToRightRuns,
} from '../../../core/language/isolate.ts'
import { tokensOf } from '../../../core/language/isolate-tokens.ts'

/** What is seen in the texts of one block. */
function seenIn(...texts: string[]): number {
  const glance = glanceIn('rtl')
  return texts.reduce((all, text) => all | glanceOver(text, glance), 0)
}

const parts =
  'قال|بغداد|و|ال|שלום|می\u200cشود|ً|BBC|UNESCO|World Bank|of|iPhone|F-16|A380|L’Oréal|Inc|U.S|x|www|ex.com|5|17|2024|٢٤|۱۴|1,250|10:30|1.5|5G|' +
  '-|–|−|+|±|=|×|/|$|€|USD|million|km|PM|hours|%|٪|°|C|#|@|(|)|[|]|«|»|‹|›|"|“|”|\'|’|.|,|،|؛|:|;|!|?|؟|…| | | | | |  |\u00a0|\n|&|<|>|\u0001|\u202a|\u200f|\ufffc|\u0301|é|Ж|😀|𐐀|ſ'
const part = constantFrom(...parts.split('|'))
const text = array(part, { maxLength: 12 }).map((some) => some.join(''))
// What a newsroom writes: mostly words and spaces, so that the glance has much to step over.
const calm = array(
  constantFrom(...' قال | في بغداد | و|BBC|World Bank|iPhone 17|5|٢٤|65.7%|1,250|.|،|:|«|»|"| '.split('|')),
  {
    maxLength: 14,
  },
).map((some) => some.join(''))

test('what goes on after its number is no end of a range', () => {
  expect(leftToRightRuns('5G-€1.5').held()).toEqual([])
  expect(leftToRightRuns('4K–$5 and 5–7').held()).toEqual([{ from: 10, to: 13 }])
})

describe('where a glance sees no order, the rules of isolation have nothing to say', () => {
  const holds = (texts: readonly string[], base: 'rtl' | 'ltr') => {
    const glance = glanceIn(base)
    const isPlain = !texts.some((each) => glanceOver(each, glance) & seen.order)
    pre(isPlain)
    expect(isolatesAmong(texts.join(''), base, tokensOf)).toEqual([])
    if (base === 'ltr') expect(leftToRightRuns(texts.join('')).held()).toEqual([])
  }
  test.each(['rtl', 'ltr'] as const)('of any text, and of one in pieces, %s', (base) => {
    assert(
      property(array(text, { maxLength: 4 }), (texts) => holds(texts, base)),
      { numRuns: 4000, maxSkipsPerRun: 100 },
    )
    assert(
      property(array(calm, { maxLength: 4 }), (texts) => holds(texts, base)),
      { numRuns: 4000, maxSkipsPerRun: 100 },
    )
  })

  test('so that `isolates` is the same with it and without, and asked about every token or those in doubt', () => {
    assert(
      property(constantFrom('rtl', 'ltr'), text, calm, (base, some, more) => {
        for (const each of [some, `${more}${some}`, `${some} ${more}`]) {
          const plainly = isolatesAmong(each, base, tokensOf)
          expect(isolatesLookedFor(each, base)).toEqual(plainly)
          expect(isolates(each, base)).toEqual(plainly)
        }
      }),
      { numRuns: 4000 },
    )
  })
})

test('a phrase in doubt reaches as far as its own end does', () => {
  for (const line of [
    'قال main()   … K',
    'قال C++ …  .  BBC',
    'قال BBC   … .NET',
    'قال 5    … 24 hours',
    '۱۴ש1,2€',
  ])
    expect(isolatesLookedFor(line, 'rtl')).toEqual(isolatesAmong(line, 'rtl', tokensOf))
})

test.each([
  'قال الرئيس في بغداد: «إن النتائج» (أمس)، وما بعدها…',
  'نقلت عن Reuters أمس',
  'في (BBC) و«CNN»: قال',
  'شركة World Bank، ثم Wi-Fi',
  'هاتف iPhone 17 الجديد وiOS 18.1',
  'بلغ 65.7% و٢٥٪ بعد 1,250 عددا في 10:30',
  'بين 5 و10 أو ٥ و١٠',
  'عن Reuters. ثم GitHub.',
  'פגש את Google בירושלים ב-2024',
])('a glance steps over %s', (line) => {
  expect(seenIn(line)).toBe(0)
})

test.each([
  'OPEC+',
  '-5',
  '$50',
  '2024-05-08',
  '10-20',
  '0770 123 4567',
  '5 km',
  'BBC, CNN',
  'Apple Inc.',
  '.NET',
  'Who?',
  '@a',
  'Ж',
  '5ً',
])('it leaves %s to the rules', (run) => {
  expect(seenIn(`قال ${run} ثم`) & seen.order).toBe(seen.order)
})

test('it knows at the end of one text what the next may go on with', () => {
  expect(seenIn('شركة ', 'World', ' الكبيرة')).toBe(0)
  for (const texts of [
    ['قال World', 'Bank'],
    ['قال UNESCO', '+ ثم'],
    ['قال BBC', ' CNN'],
    ['قال -', '5 ثم'],
    ['قال 5', '% ثم'],
    ['قال 0770 ', '123 4567'],
    ['قال "BBC.', '" ثم'],
  ])
    expect(seenIn(...texts) & seen.order).toBe(seen.order)
})

test('what HTML does not carry as it is, is seen in any direction', () => {
  for (const letter of ['"', '\u202b']) expect(seenIn(`قال ${letter} ثم`)).toBe(seen.markup)
  for (const letter of ['&', '<', '>', '\u0001', '\n', '\u0085', '\u202e', '"'])
    for (const base of ['rtl', 'ltr'] as const)
      expect(glanceOver(`a ${letter} b`, glanceIn(base)) & seen.markup).toBe(seen.markup)
  expect(glanceOver('What the BBC said: 5 < 6', glanceIn('ltr'))).toBe(seen.markup)
  expect(glanceOver('What the BBC said on May 8, 2024: 5, 6 and 7.5', glanceIn('ltr'))).toBe(0)
})

test('a number that is to be held is seen from left to right, also over the end of a text', () => {
  const seenAll = (...texts: string[]) => {
    const glance = glanceIn('ltr')
    return texts.reduce((all, each) => all | glanceOver(each, glance), 0)
  }
  for (const texts of [
    ['on 2024-05-08'],
    ['5–7'],
    ['10%–15%'],
    ['$5–$7'],
    ['+964 770'],
    ['5', '–', '7'],
    ['5 ', '–7'],
    ['(0770', ') 123'],
  ])
    expect([texts, seenAll(...texts) & seen.order]).toEqual([texts, seen.order])
})
test('a megabyte of numbers is gone through once', () => {
  const start = performance.now()
  for (const many of ['5–7 ', '5%–', '$5–', '0770 123 ', '+5 ', '1 ', '(555) ', 'A1-', '5-'])
    leftToRightRuns(many.repeat(1_000_000 / many.length)).held()
  expect(performance.now() - start).toBeLessThan(15_000)
})

// Quadratic time on any of these would be minutes, not a second.
test.each(' |ب|1|a|a |a.|1,|1 ب|a ب|a-|a 1 |"|1%|a 1 ب'.split('|'))(
  'a megabyte of %j is one pass',
  (part) => {
    const text = part.repeat(1_000_000 / part.length)
    const start = performance.now()
    for (const base of ['rtl', 'ltr'] as const) glanceOver(text, glanceIn(base))
    expect(performance.now() - start).toBeLessThan(15_000)
  },
)
test('so are a megabyte of names and a sign that draws them all in', () => {
  const start = performance.now()
  for (const many of ['a '.repeat(500_000), 'A1-'.repeat(300_000), '1,'.repeat(500_000)])
    expect(isolatesLookedFor(`${many}a+ ثم`, 'rtl')).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(15_000)
})
