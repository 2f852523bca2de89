import { expect, test } from 'vitest'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { long, outsideTheBrackets, pseudoCatalogue, rightToLeft } from '../../support/pseudo-languages.ts'

const english = interfaceLanguages[0]?.catalogue ?? ({} as never)
const sixClasses = ['zero', 'one', 'two', 'few', 'many', 'other']

test('a long text is about four tenths longer', () => {
  const texts = Object.values(pseudoCatalogue(english, long)).join('').length
  const before = Object.values(english).join('').length
  expect(texts / before).toBeGreaterThan(1.25)
  expect(texts / before).toBeLessThan(1.55)
})
test('values and plural forms stand as they were', () => {
  const catalogue = pseudoCatalogue(english, long) as typeof english
  const t = createTranslate({ code: 'en', direction: 'ltr', ownName: '', catalogue })
  expect(t('count.words', { count: 1 })).toBe('⟦1 wóórd⟧')
  expect(t('count.words', { count: 1200 })).toBe('⟦1,200 wóórdš⟧')
  expect(t('save.failed', { reason: 'EIO' })).toBe('⟦Ñóót šáávééd: EIO⟧')
})
test('from right to left every letter is an Arabic one, in every plural form of Arabic', () => {
  const catalogue = pseudoCatalogue(english, rightToLeft, sixClasses) as typeof english
  const t = createTranslate({ code: 'ar', direction: 'rtl', ownName: '', catalogue })
  expect(t('library.articles')).toBe('⟦اڕتیچلێس⟧')
  for (const count of [0, 1, 2, 3, 11, 100]) expect(t('count.words', { count })).toMatch(/^⟦\d+ ضۆڕدس?⟧$/)
})
test('what stands outside the brackets is not the catalogue’s', () => {
  expect(outsideTheBrackets('⟦⟦Dááté⟧: 14:30⟧')).toBe(' ')
  expect(outsideTheBrackets('Saved ⟦nóów⟧').trim()).toBe('Saved')
  expect(outsideTheBrackets('Saved')).toBe('Saved')
})
