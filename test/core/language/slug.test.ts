import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName, suggestSlug } from '../../../core/language/slug.ts'

describe('suggestSlug', () => {
  test.each([
    [
      'البيشمركة: اجتماع مخمور بحث تحركات داعش والعمليات المشتركة مع الجيش العراقي',
      'ar',
      'البيشمركة-اجتماع-مخمور-بحث-تحركات-داعش-والعمليات-المشتركة',
    ],
    ['مُحَـــمَّد ‎(BBC)‏ في ٢٠٢٤', 'ar', 'محمد-bbc-في-2024'],
    ['ھەولێر: كوردستانی نوێ', 'ckb', 'ھەولێر-کوردستانی-نوێ'],
    ['می\u200cشود ۱۴۰۳', 'fa', 'میشود-1403'],
    ['Serokê Herêmê gihîşt Bexdayê!', 'kmr', 'serokê-herêmê-gihîşt-bexdayê'],
    ['Iraq’s “new” budget — 12.5% up', 'en', 'iraqs-new-budget-12-5-up'],
    ['צה״ל הודיע', 'he', 'צהל-הודיע'],
    ['  --  ', 'en', ''],
    ['؟!', 'ar', ''],
    ['😀', 'en', ''],
  ] as const)('%s (%s) is %s', (headline, code, slug) => {
    expect(suggestSlug(headline, code)).toBe(slug)
  })

  test('takes no more words than asked for and no more than 100 characters', () => {
    expect(suggestSlug('one two three four', 'en', 2)).toBe('one-two')
    expect(suggestSlug(`${'word'.repeat(20)} ${'next'.repeat(20)}`, 'en')).toBe('word'.repeat(20))
    expect(suggestSlug('ب'.repeat(1_000_000), 'ar').length).toBeLessThanOrEqual(100)
  })

  test('is made of letters, digits and single hyphens whatever the headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('ar', 'ckb', 'en'), (headline, code) => {
        const slug = suggestSlug(headline, code)
        expect(slug).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u)
        expect(suggestSlug(slug, code)).toBe(slug)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('safeFileName', () => {
  test.each([
    ['قتلى في بغداد', 'قتلى في بغداد'],
    ['a/b\\c:d*e?f"g<h>i|j', 'abcdefghij'],
    ['../../etc/passwd', 'etcpasswd'],
    ['-rf', 'rf'],
    ['–— .-name', 'name'],
    ['name. . .', 'name'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['a\u200f\u061c\ufeff\u2066b', 'ab'],
    ['a\u0000\u001f\u0086b', 'ab'],
    ['a\n\t b', 'a b'],
    ['\ud800a\udc00', 'a'],
    ['e\u0301', 'é'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Com¹.html', '_Com¹.html'],
    ['LPT9 .x', '_LPT9 .x'],
    ['CONIN$', '_CONIN$'],
    ['nul', '_nul'],
    ['?CON', '_CON'],
    ['console', 'console'],
    ['COM10', 'COM10'],
    ['', 'id'],
    ['...', 'id'],
    ['///', 'id'],
    ['\u202e', 'id'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name, 'id')).toBe(safe)
  })

  const bytes = (text: string) => new TextEncoder().encode(text).length

  test('is cut at 120 bytes, between letters', () => {
    expect(safeFileName('ب'.repeat(128), 'id')).toBe('ب'.repeat(60))
    expect(safeFileName(`${'a'.repeat(119)}ب`, 'id')).toBe('a'.repeat(119))
    const vocalised = safeFileName('بَّ'.repeat(60), 'id')
    expect(vocalised).toBe('بَّ'.repeat(20).normalize('NFC'))
    expect(safeFileName(`${'a'.repeat(118)}. b`, 'id')).toBe('a'.repeat(118))
    expect(safeFileName('👨🏽'.repeat(40), 'id')).toBe('👨🏽'.repeat(15))
    expect(safeFileName('x'.repeat(1_000_000), 'id')).toHaveLength(120)
  })

  test('is a name that every system takes, whatever it was', () => {
    const unit = fc.oneof(
      fc.constantFrom(...Array.from('. -/\\:ب\u0301\u202e\u200d\ud83d'), 'CON', 'com1', '👩'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (parts) => {
        const name = safeFileName(parts.join(''), 'id')
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]|^[\s.-]|[\s.]$|^$/u)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(bytes(name)).toBeLessThanOrEqual(120)
        expect(name.normalize('NFC')).toBe(name)
        expect(safeFileName(name, 'id')).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })
})
