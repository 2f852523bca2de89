import { expect, test } from 'vitest'
import { autosavePace } from '../../../core/autosave/autosave.ts'
import { interfaceLanguage } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { languages } from '../../../core/language/registry.ts'
import { autosaveWords } from '../../../renderer/features/settings/autosave-words.ts'
import { sampleLine } from '../../../renderer/features/settings/sample-line.tsx'
import { sampleLines } from '../../../renderer/features/settings/sample-lines.ts'

test('the settings say when saving happens with the numbers that it keeps to', () => {
  expect(autosavePace).toMatchObject({ idleMs: 400, maxMs: 1000, firstRetryMs: 1000, longestRetryMs: 30_000 })
  const english = autosaveWords(createTranslate(interfaceLanguage('en')))
  expect(english[0]).toContain('0.4 seconds after the last key, and at most 1 second after the first')
  expect(english[1]).toContain('on the disk within 0.25 seconds')
  expect(english[2]).toContain('again after 1 second, then less and less often, up to every 30 seconds')
  const arabic = autosaveWords(createTranslate(interfaceLanguage('ar'), 'arab'))
  expect(arabic[0]).toContain('بعد ٠٫٤ ثانية من آخر ضغطة، وخلال ثانية واحدة على الأكثر')
  expect(arabic[1]).toContain('خلال ٠٫٢٥ ثانية')
  expect(arabic[2]).toContain('حتى ٣٠ ثانية')
})

test('the line of a story stands in the quotation marks of its house', () => {
  expect(sampleLine('ar', 'language')).toContain('«عاد الماء إلى البحيرة»')
  expect(sampleLine('ar', 'curly')).toContain('”عاد الماء إلى البحيرة“')
  expect(sampleLine('en', 'guillemets')).toContain('«The water is back in the lake,»')
})

test('every language of articles has a line, with one place for each quotation mark', () => {
  for (const { code, script } of languages) {
    expect([code, sampleLines[code].replace(/[^{}]/g, '')]).toEqual([code, '{}'])
    expect([code, /^\P{L}*\p{Script=Latin}/u.test(sampleLines[code])]).toEqual([code, script === 'latin'])
  }
})
