import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../core/api/contract.ts'
import { interfaceLanguage } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { noticeSentence } from '../../../renderer/app/notice-sentence.ts'
import { standing, withNotice } from '../../../renderer/app/notices.ts'

const away: Notice = { code: 'library-away', details: {} }
const back: Notice = { code: 'library-back', details: {} }
const synced: Notice = { code: 'synced-folder', details: { service: 'Dropbox' } }
const wordsIn = (code: 'en' | 'ar') => ({
  t: createTranslate(interfaceLanguage(code)),
  dates: { language: code, arabicMonths: 'levantine' as const, digits: undefined },
})

describe('the notices above the sheet', () => {
  test('a library that is back takes the notice of its being away with it, and leaves none', () => {
    expect(withNotice([away, synced], back)).toEqual([synced])
    expect(standing([away, back])).toEqual([])
    expect(standing([away, back, away])).toEqual([away])
  })
  test('what is told again stands once, as the latest', () => {
    expect(withNotice([away, synced], { ...away })).toEqual([synced, away])
    expect(withNotice([synced], { code: 'synced-folder', details: { service: 'OneDrive' } })).toHaveLength(2)
  })
})

describe('the sentence of a notice', () => {
  const rebuilt: Notice = {
    code: 'article-rebuilt',
    details: { id: 'x', headline: 'Dukan', at: '2026-11-23T09:05:00.000Z' },
  }
  test('names a rebuilt article, the day and the hour of its text, and where the damaged file is', () => {
    expect(noticeSentence(wordsIn('en'), rebuilt)).toMatch(
      /^“Dukan” was damaged; it was rebuilt as it was on November 23, 2026, \d\d:05\. .* set-aside\.$/,
    )
    expect(noticeSentence(wordsIn('ar'), rebuilt)).toContain('23 تشرين الثاني 2026')
  })
  test('calls an article without a headline what the list calls it', () => {
    const nameless = { ...rebuilt, details: { ...rebuilt.details, headline: '' } }
    expect(noticeSentence(wordsIn('en'), nameless)).toContain('“Untitled”')
  })
  test('says which file was set aside', () => {
    const aside: Notice = {
      code: 'file-set-aside',
      details: { id: 'x', reason: 'y', file: 'set-aside/x.json' },
    }
    expect(noticeSentence(wordsIn('en'), aside)).toContain('set-aside/x.json')
  })
})
