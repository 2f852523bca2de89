import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatDateTime, formatTime } from '../../../core/language/dates.ts'
import { dayNames, monthNames } from '../../../core/language/months.ts'
import { parseDate } from '../../../core/language/parse-date.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import { suite } from './suites.ts'

const day = '2024-05-08'

describe('formatDate', () => {
  test.each([
    ['ar', 'full', 'الأربعاء، 8 أيار 2024'],
    ['ar', 'long', '8 أيار 2024'],
    ['ar', 'short', '08/05/2024'],
    ['ar', 'classic', 'الأربعاء، 08 أيار 2024'],
    ['ar', 'day-month', '8 أيار'],
    ['ckb', 'full', 'چوارشەممە، ٨ی ئایاری ٢٠٢٤'],
    ['ckb', 'long', '٨ی ئایاری ٢٠٢٤'],
    ['ckb', 'short', '٠٨/٠٥/٢٠٢٤'],
    ['ckb', 'classic', 'چوارشەممە، ٠٨ی ئایاری ٢٠٢٤'],
    ['ckb', 'day-month', '٨ی ئایار'],
    ['kmr', 'full', 'çarşem, 8ê gulana 2024an'],
    ['kmr', 'classic', 'Çarşem, 08ê gulana 2024an'],
    ['kmr', 'long', '8ê gulana 2024an'],
    ['kmr', 'short', '08.05.2024'],
    ['fa', 'full', 'چهارشنبه ۸ مهٔ ۲۰۲۴'],
    ['fa', 'short', '۲۰۲۴/۰۵/۰۸'],
    ['he', 'long', '8 במאי 2024'],
    ['he', 'full', 'יום רביעי, 8 במאי 2024'],
    ['ur', 'long', '8 مئی، 2024'],
    ['ur', 'full', 'بدھ، 8 مئی، 2024'],
    ['en', 'full', 'Wednesday, May 8, 2024'],
    ['en', 'long', 'May 8, 2024'],
    ['en', 'classic', 'Wednesday, 08 May 2024'],
    ['en', 'short', '08/05/2024'],
  ] as const)('%s %s is %s', (language, style, written) => {
    expect(formatDate(day, { language, style })).toBe(written)
  })

  test('Arabic months are the house’s', () => {
    const arabic = (arabicMonths: 'levantine' | 'egyptian' | 'both') =>
      formatDate(day, { language: 'ar', style: 'long', digits: 'arab', arabicMonths })
    expect(arabic('levantine')).toBe('٨ أيار ٢٠٢٤')
    expect(arabic('egyptian')).toBe('٨ مايو ٢٠٢٤')
    expect(arabic('both')).toBe('٨ أيار / مايو ٢٠٢٤')
  })

  test('the day is the one written, whatever its offset and the machine’s zone', () => {
    const zone = process.env.TZ
    try {
      for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Baghdad']) {
        process.env.TZ = TZ
        for (const time of ['', 'T00:10+03:00', 'T23:50-11:00', 'T23:59:59.999Z'])
          expect(formatDate(day + time, { language: 'en', style: 'classic' })).toBe('Wednesday, 08 May 2024')
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('what is not ISO is refused, not guessed', () => {
    for (const text of ['', '8/5/2024', '2024-5-8', '2024-13-01', '2024-05-08 14:30', 'yesterday'])
      expect(() => formatDate(text, { language: 'en', style: 'long' }), text).toThrow(RangeError)
  })
})

describe('times', () => {
  test('are written as they stand, in the digits of the house', () => {
    expect(formatTime('2024-05-08T14:30:59+03:00', { language: 'ckb' })).toBe('١٤:٣٠')
    expect(formatTime('2024-05-08T14:30Z', { language: 'ar' })).toBe('14:30')
    expect(formatTime(day, { language: 'ar' })).toBe('')
  })
  test('stand behind their date, and a date without one stands alone', () => {
    const options = { language: 'ar', style: 'long' } as const
    expect(formatDateTime('2024-05-08T14:30+03:00', options)).toBe('8 أيار 2024، 14:30')
    expect(formatDateTime(day, options)).toBe('8 أيار 2024')
    expect(formatDateTime('2024-05-08T14:30Z', { language: 'kmr', style: 'long' })).toBe(
      '8ê gulana 2024an, 14:30',
    )
  })
})

describe('names', () => {
  type Facts = { months_format: string[]; months_standalone: string[]; days: Record<string, string> }
  const cldr = suite<{ locales: Record<string, Facts> }>('cldr-locale-facts.json')
  // Two spellings evened out on purpose (rtl.md 5.2).
  const house = (names: string[]) =>
    names.map((name) => name.replace('ھەینی', 'هەینی').replace('کانونی', 'کانوونی'))
  const localeOf: Record<LanguageCode, string> = {
    ...(Object.fromEntries(languageCodes.map((c) => [c, c])) as Record<LanguageCode, string>),
    ar: 'ar-IQ',
    kmr: 'ku',
  }

  test.runIf(cldr).each(languageCodes)('%s months and days are those of CLDR', (code) => {
    const facts = cldr?.locales[localeOf[code]]
    expect(monthNames(code)).toEqual(house(facts?.months_standalone ?? []))
    expect(dayNames(code)).toEqual(house(Object.values(facts?.days ?? {})))
  })
  test.runIf(cldr)('the Egyptian set is CLDR’s ar', () => {
    expect(monthNames('ar', { arabicMonths: 'egyptian' })).toEqual(cldr?.locales.ar?.months_standalone)
  })
  test.runIf(cldr)('in a Persian date a month has the form CLDR gives it there', () => {
    cldr?.locales.fa?.months_format.forEach((name, month) => {
      const iso = `2024-${String(month + 1).padStart(2, '0')}-08`
      expect(formatDate(iso, { language: 'fa', style: 'long' })).toBe(`۸ ${name} ۲۰۲۴`)
    })
  })
  test('both months of a pair mean the same one', () => {
    expect(monthNames('ar', { arabicMonths: 'both' })[8]).toBe('أيلول / سبتمبر')
  })
})

describe('parseDate', () => {
  const styles = ['full', 'long', 'classic', 'short'] as const
  test('reads back every date that formatDate writes', () => {
    const anyDay = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    const options = fc.record({
      language: fc.constantFrom(...languageCodes),
      style: fc.constantFrom(...styles),
      digits: fc.constantFrom('latn', 'arab', 'arabext', undefined),
      arabicMonths: fc.constantFrom('levantine', 'egyptian', 'both', undefined),
    })
    fc.assert(
      fc.property(anyDay, options, fc.constantFrom('', 'T14:30+03:00'), (date, chosen, time) => {
        const iso = date.toISOString().slice(0, 10)
        expect(parseDate(formatDate(iso, chosen))).toBe(iso)
        expect(parseDate(formatDateTime(iso + time, chosen))).toBe(iso)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['• Wednesday, 08 May 2024', day],
    ['•\u00a0Wednesday,\u00a008\u00a0May\u00a02024', day],
    ['2024-05-08', day],
    ['2024-05-08T14:30+03:00', day],
    ['٢٠٢٤-٠٥-٠٨', day],
    ['08/05/2024', day],
    ['8-5-2024', day],
    ['۸.۵.۲۰۲۴', day],
    ['08 | 05 | 2024', day],
    ['08-05-2024 | 14:30', day],
    ['14:30 - 08 May 2024', day],
    ['5/13/2024', '2024-05-13'],
    ['الأربعاء 08 مايو 2024', day],
    ['الاربعاء ٨ ايار ٢٠٢٤', day],
    ['٨ أيار/ مايو ٢٠٢٤', day],
    ['25 سبتمبر/ أيلول 2017', '2017-09-25'],
    ['8 مايو (أيار) 2024', day],
    ['8 مايو 2024 الساعة 14:30', day],
    ['8 كانون الثاني 2024', '2024-01-08'],
    ['8 تشرين الأول 2024م', '2024-10-08'],
    ['8‏ أيار‏ 2024', day],
    ['٢٠٢٤ ئایار ٨, چوارشەممە', day],
    ['١ی کانوونی دووەمی ٢٠٢٤', '2024-01-01'],
    ['١ی کانونی یەکەمی ٢٠٢٤', '2024-12-01'],
    ["8'ê Gulanê 2024'an", day],
    ['۸ مه ۲۰۲۴', day],
    ['سه‌شنبه ۷ مهٔ ۲۰۲۴', '2024-05-07'],
    ['8 מאי 2024', day],
    ['8 مئی 2024ء', day],
    ['May 8th, 2024 at 10:30 am', day],
    ['Wed. 8 May 2024', day],
    ['8-May-2024', day],
    ['8th of May 2024', day],
    ['29 February 2024', '2024-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(parseDate(text)).toBe(iso)
  })

  test.each([
    'قتل 14 شخصا في 8 مايو 2024',
    'The talks began on 8 May 2024.',
    '8 May 2024 was a Wednesday',
    '8 May',
    'May 2024',
    '2024',
    'الأربعاء',
    '10:30',
    '08/05/24',
    '31/02/2024',
    '2023-02-29',
    '32 May 2024',
    '0 May 2024',
    '8 مايو / حزيران 2024',
    '١٩ اردیبهشت ١٤٠٣',
    '۱۴۰۳/۰۲/۱۹',
    '٢٩ شوال ١٤٤٥',
    '12 31 2024',
    '1.2.3',
    '192.168.10.2024',
    'logo',
    '',
    '•',
    '+964 770 123 4567',
    '2024-05/08',
  ])('%j is no date line', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  test('a long line is never one, and costs nothing', () => {
    for (const part of [' ', '8', 'a', 'ـ', '- ', '8 ', 'كانون ', '•']) {
      expect(parseDate(part.repeat(1_000_000))).toBeUndefined()
      expect(parseDate(part.repeat(119 / part.length))).toBeUndefined()
    }
  })
})
