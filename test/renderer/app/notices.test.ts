import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../core/api/contract.ts'
import { interfaceLanguage } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { noticeSentence } from '../../../renderer/app/notice-sentence.ts'
import { Notices, standing, withNotice } from '../../../renderer/app/notices.ts'

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

describe('what a window shows of what it was told', () => {
  const rebuilt: Notice = { code: 'article-rebuilt', details: { id: 'x', headline: 'Dukan', at: '' } }
  const refused: Notice = { code: 'save-refused', details: { id: 'x', file: 'y' } }

  test('does not come back with the desk once it was dismissed; told again it does', () => {
    const notices = new Notices([synced, rebuilt])
    notices.dismiss(notices.shown()[0] as Notice)
    notices.catchUp([{ ...synced }, { ...rebuilt }, refused])
    expect(notices.shown()).toEqual([rebuilt, refused])
    notices.hear({ ...synced })
    notices.catchUp([synced, rebuilt, refused])
    expect(notices.shown()).toContainEqual(synced)
  })
  test('of what has happened stays where a desk that was started anew does not know of it', () => {
    const notices = new Notices([])
    notices.hear(refused)
    notices.catchUp([])
    expect(notices.shown()).toEqual([refused])
  })
  test('of how the library is goes with that', () => {
    const notices = new Notices([{ code: 'library-read-only', details: {} }])
    notices.hear(away)
    notices.catchUp([])
    expect(notices.shown()).toEqual([])
  })
  test('a library that is away once more says so although the first time was dismissed', () => {
    const notices = new Notices([away])
    notices.dismiss(notices.shown()[0] as Notice)
    notices.hear(back)
    notices.catchUp([{ ...away }])
    expect(notices.shown()).toEqual([away])
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
