import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolateForAttribute, isolates } from '../../../core/language/isolate.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { seen } from './bidi-algorithm.ts'

/** The isolates of a text, as `kind:words`. */
const found = (text: string, base: Direction = 'rtl') =>
  isolates(text, base).map(({ from, to, kind }) => `${kind}:${text.slice(from, to)}`)

/** What stands on the line around "قال", from left to right, once the isolates are in place. */
const shown = (run: string) => seen(isolateForAttribute(`قال ${run} ثم`, 'rtl'), 'rtl')
const bare = (run: string) => seen(`قال ${run} ثم`, 'rtl')

describe('in right-to-left text', () => {
  // rtl.md 1.7, every row that says yes or "isolate money and negatives".
  test.each([
    ['+964 770 123 4567', 'phone'],
    ['2024-05-08', 'date'],
    ['08-05-2024', 'date'],
    ['2024-05-08T14:30+03:00', 'date'],
    ['10-20', 'range'],
    ['10–20', 'range'],
    ['10-20%', 'range'],
    ['10%-20%', 'range'],
    ['2019-2024', 'range'],
    ['۱۰-۲۰', 'range'],
    ['3-1', 'score'],
    ['$50', 'money'],
    ['50$', 'money'],
    ['€ 1,250.50', 'money'],
    ['$50 million', 'money'],
    ['$50M', 'money'],
    ['$10-$20', 'money'],
    ['$5', 'money'],
    ['-$5', 'money'],
    ['$5bn', 'money'],
    ['5,000 USD', 'money'],
    ['$٥٠', 'money'],
    ['-5', 'negative'],
    ['−5%', 'negative'],
    ['+3.5', 'negative'],
    ['1+2=3', 'formula'],
    ['1 + 2 = 3', 'formula'],
    ['5>3', 'formula'],
    ['10% + 5% = 15%', 'formula'],
    ['Apple Inc.', 'latin'],
    ['Apple, Inc.', 'latin'],
    ['"Hello!"', 'latin'],
    ['“We won, he said.”', 'latin'],
    ['C++', 'latin'],
    ['C#', 'latin'],
    ['Disney+', 'latin'],
    ['Windows®', 'latin'],
    ['main()', 'latin'],
    ['U.S.', 'latin'],
    ['.NET', 'latin'],
    ['/etc', 'latin'],
    ['4-star', 'latin'],
    ['24 hours', 'latin'],
    ['50% off', 'latin'],
    ['10:30 PM', 'latin'],
    ['10:30 p.m.', 'latin'],
    ['20 km/h', 'latin'],
    ['20°C', 'latin'],
    ['-5°C', 'latin'],
    ['The war is over.', 'latin'],
    ['#Iraq', 'hashtag'],
    ['@bbc_news', 'handle'],
    ['https://ex.com/', 'url'],
    ['ex.com/a/', 'url'],
    ['0770 123 4567', 'phone'],
    ['0770-123-4567', 'phone'],
    ['00964 770 123 4567', 'phone'],
    ['(0770) 123-4567', 'phone'],
    ['+9647701234567', 'phone'],
    ['+٩٦٤٧٧٠١٢٣٤٥٦٧', 'phone'],
    ['10 000 000', 'phone'],
  ])('%s is a %s: torn apart without isolation, whole with it', (run, kind) => {
    expect(found(`قال ${run} ثم`)).toEqual([`${kind}:${run}`])
    expect(shown(run)).toBe(`مث ${run} لاق`)
    // AN and a plain phrase in a row may look right alone; everything else here must be broken without us.
    if (!run.startsWith('“')) expect(bare(run)).not.toContain(run)
  })

  // rtl.md 1.7, every row that says no, and its neighbours.
  test.each([
    '08/05/2024',
    '٠٨/٠٥/٢٠٢٤',
    '10:30',
    '3:1',
    '25%',
    '٢٥٪',
    '12.5',
    '1,250',
    '07701234567',
    'Reuters و AFP',
    '(BBC)',
    'v2.0-beta',
    'COVID-19',
    'F-16',
    'Boeing 737-800',
    'iPhone 15',
    'AT&T',
    'AC/DC',
    'H&M',
    'John F. Kennedy',
    'Dr. Smith (MIT)',
    'Apple (AAPL)',
    'No. 10',
    'US$50',
    '"Titanic"',
    'Arsenal 3-1 Chelsea',
    'BBC 14',
    'BBC - هيئة',
    'أعوام 2019 2020 2021',
    'المادة 140 لعام 2005',
    'العدد 15 في 2024',
    '- 5',
    '-5-',
    '#العراق',
    '#كأس_العالم_2022',
    'بغداد #كأس_FIFA',
    'م.ب',
  ])('%s keeps its order alone', (run) => {
    expect(found(`قال ${run} ثم`)).toEqual([])
  })

  // Read from the right, number by number; an isolate would not turn them (UAX #9 N1: AN counts as R).
  test.each(['١٠-٢٠', '٢٠٢٤-٠٥-٠٨', '٠٧٧٠ ١٢٣ ٤٥٦٧', '١+٢=٣', '-٥'])(
    '%s in ٠–٩ is left to the reader of ٠–٩',
    (run) => {
      expect(found(`قال ${run} ثم`)).toEqual([])
    },
  )

  test('an e-mail address is isolated as addresses are', () => {
    expect(found('راسلنا a.b+c@mail.ex-am.com.')).toEqual(['email:a.b+c@mail.ex-am.com'])
  })

  test('the sentence keeps its own punctuation behind a name and behind an address', () => {
    expect(found('نقلا عن Reuters.')).toEqual([])
    expect(found('زوروا https://ex.com/a?b=c#d.')).toEqual(['url:https://ex.com/a?b=c#d'])
    expect(found('زوروا https://ex.com، ثم')).toEqual(['url:https://ex.com'])
    expect(found('(https://ex.com/a_(b))')).toEqual(['url:https://ex.com/a_(b)'])
    expect(found('«https://ex.com/العراق»!')).toEqual(['url:https://ex.com/العراق'])
    expect(seen(isolateForAttribute('زوروا https://ex.com/.', 'rtl'), 'rtl')).toBe('.https://ex.com/ اوروز')
  })

  test('the prefix و stands before names and addresses, which keep their sign', () => {
    expect(found('و@bbc_news و#Iraq وhttps://ex.com/')).toEqual([
      'handle:@bbc_news',
      'hashtag:#Iraq',
      'url:https://ex.com/',
    ])
    expect(found('و10-20')).toEqual(['range:10-20'])
  })

  test('a maqaf joins a Hebrew prefix to a negative number; a hyphen there is only a hyphen', () => {
    expect(found('ירד ב־-5 מעלות')).toEqual(['negative:-5'])
    expect(found('ירד ב-5 מעלות')).toEqual([])
  })

  test('guillemets belong to the Arabic sentence, what is exclaimed in them to the Latin', () => {
    expect(found('قال «Hello!» ثم')).toEqual(['latin:Hello!'])
  })

  test('each name of a list is isolated, so that the list runs from the right', () => {
    expect(found('شركات Google, Apple, Meta قالت')).toEqual(['latin:Google', 'latin:Apple', 'latin:Meta'])
    expect(shown('Google, Apple, Meta')).toBe('مث Meta ,Apple ,Google لاق')
    expect(found('بين Google، Apple Inc.، و Meta')).toEqual(['latin:Google', 'latin:Apple Inc.'])
    expect(shown('iOS 18.1, Android 15')).toBe('مث Android 15 ,iOS 18.1 لاق')
    expect(shown('John F. Kennedy, Barack Obama')).toBe('مث Barack Obama ,John F. Kennedy لاق')
    expect(shown('Apple (AAPL), Google (GOOG)')).toBe('مث Google (GOOG) ,Apple (AAPL) لاق')
    expect(shown('Facebook | Twitter')).toBe('مث Twitter | Facebook لاق')
    expect(shown('Reuters. BBC')).toBe('مث BBC .Reuters لاق')
  })

  test('English prose with a comma is one phrase, not a list', () => {
    expect(found('قال if it rains, we stay. ثم')).toEqual(['latin:if it rains, we stay.'])
    expect(found('عبارة hello, world ثم')).toEqual([])
  })

  test('a number behind a name and a colon goes on in the Arabic order', () => {
    expect(found('قال BBC: 14 قتيلا')).toEqual(['latin:BBC'])
    expect(seen('BBC: 14 قتيلا', 'rtl')).toBe('اليتق BBC: 14')
    expect(seen(isolateForAttribute('BBC: 14 قتيلا', 'rtl'), 'rtl')).toBe('اليتق 14 :BBC')
  })

  test('a whole line of them at once', () => {
    const line = 'اتصل بـ Apple Inc. على +964 770 123 4567 بين 10-20 مايو، أو a@b.com أو @apple (بسعر $50).'
    expect(found(line)).toEqual([
      'latin:Apple Inc.',
      'phone:+964 770 123 4567',
      'range:10-20',
      'email:a@b.com',
      'handle:@apple',
      'money:$50',
    ])
  })

  test('no run crosses the end of a line', () => {
    expect(found('قال Google,\nApple ثم 0770\n123 4567')).toEqual([])
  })
})

describe('in left-to-right text', () => {
  test.each([
    ['the paper البيشمركة: اجتماع مخمور reported', ['arabic:البيشمركة: اجتماع مخمور']],
    ['in بغداد 14 people', ['arabic:بغداد']],
    ['on 16 سبتمبر/ أيلول 2017 he', ['arabic:سبتمبر/ أيلول']],
    ['cities بغداد, أربيل, دهوك are', ['arabic:بغداد', 'arabic:أربيل', 'arabic:دهوك']],
    ['what is ماذا؟ she asked', ['arabic:ماذا؟']],
    ['the «سلام» (العراق).', ['arabic:سلام', 'arabic:العراق']],
    ['called العراق (بغداد) now', ['arabic:العراق (بغداد)']],
    ['the army צה"ל said', ['arabic:צה"ل'.replace('ل', 'ל')]],
    ['می\u200cشود is Persian', ['arabic:می\u200cشود']],
    ['see #العراق now', ['hashtag:#العراق']],
    ['see https://ar.wikipedia.org/wiki/العراق now', ['url:https://ar.wikipedia.org/wiki/العراق']],
    ['call +964 770 123 4567 on 2024-05-08 for $50, Apple Inc. #Iraq @bbc a@b.com https://ex.com/', []],
    ['١٢٣ ۱۲۳', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'ltr')).toEqual(expected)
  })

  test('what is Arabic runs from right to left, a #tag with its sign, and the English order stays', () => {
    expect(seen(isolateForAttribute('cities بغداد, دهوك are', 'ltr'), 'ltr')).toBe('cities دادغب, كوهد are')
    expect(seen(isolateForAttribute('see #سلام now', 'ltr'), 'ltr')).toBe('see مالس# now')
    expect(seen(isolateForAttribute('in سلام 14 people', 'ltr'), 'ltr')).toBe('in مالس 14 people')
    expect(isolates('in سلام now', 'ltr')).toEqual([{ from: 3, to: 7, dir: 'rtl', kind: 'arabic' }])
  })
})

test('an attribute gets LRI…PDI or RLI…PDI, and nothing where nothing is needed', () => {
  expect(isolateForAttribute('قال +964 770 123 و -5', 'rtl')).toBe(
    'قال \u2066+964 770 123\u2069 و \u2066-5\u2069',
  )
  expect(isolateForAttribute('say سلام now', 'ltr')).toBe('say \u2067سلام\u2069 now')
  expect(isolateForAttribute('سلام', 'rtl')).toBe('سلام')
})

test('ranges are sorted, apart, never empty and within the text, whatever it is', () => {
  const parts =
    'قال|و|بغداد|BBC|Inc.|and|C++|10|2024|-|–|+|=|$|%|@|#|.|,|،|:|/|(|)|"|«|»| | | |\n|\u00a0|٣|۳|https://|ex.com|PM|million|!|?|؟|\u0301|😀'
  const unit = fc.constantFrom(...parts.split('|'))
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 25 }), fc.constantFrom('rtl', 'ltr'), (parts, base) => {
      const text = parts.join('')
      let at = 0
      for (const { from, to } of isolates(text, base)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(text.slice(from, to)).not.toMatch(/^\s|\s$|\n/)
        at = to
      }
      expect(isolateForAttribute(text, base).replace(/[\u2066\u2067\u2069]/g, '')).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

// Quadratic time on any of these would be minutes, not a second.
const repeated =
  ' |1|a|ـ|ب|\u064b|.|-|@|#|(|"|1-|1 |a |a.|a, |A. |a@|@a.|1+|1%-|+1 |$1 |0 |x (|x (a |www.|http://)|http://x.y/|1 million |ب |ب(|a\u0301'
test.each(repeated.split('|'))('a megabyte of %j is one pass', (part) => {
  const text = part.repeat(1_000_000 / part.length)
  const start = performance.now()
  isolates(text, 'rtl')
  isolates(text, 'ltr')
  expect(performance.now() - start).toBeLessThan(30_000)
})
test.each(['http://x', '@a', 'a', '1', '"'])('so is %j before a megabyte of one sign', (head) => {
  for (const sign of [')', '.', '-', 'a', '1', ',', '?', '+']) {
    const start = performance.now()
    isolates(head + sign.repeat(1_000_000), 'rtl')
    expect(performance.now() - start).toBeLessThan(15_000)
  }
})
