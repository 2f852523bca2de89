import { describe, expect, test } from 'vitest'
import { languageCodes } from '../../../core/model/language-code.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'
import { formatDate } from '../../../core/language/dates.ts'
import type { Remembered } from '../../../core/model/remembered.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import type { OpenDraft } from '../../../renderer/desk/draft.ts'
import { dayByKey } from '../../../renderer/features/details/calendar-keys.ts'
import { houseNamesOf } from '../../../renderer/desk/house-names.ts'
import { erbil } from '../../support/names.ts'
import { bestFits, foldedWord, HouseWords } from '../../../renderer/features/details/house-words.ts'
import { allLengths, crossings } from '../../../renderer/features/details/lengths.tsx'
import { freshWords } from '../../../renderer/features/details/list-control.tsx'
import { partsOf, readDay, readTime } from '../../../renderer/features/details/read-moment.ts'

describe('the keys of the calendar', () => {
  const go = (key: string, from: string, language: 'ar' | 'en' = 'en', shiftKey = false) =>
    dayByKey({ key, shiftKey }, from, { direction: language === 'ar' ? 'rtl' : 'ltr', language })
  test('go along the line: left is tomorrow where the line runs to the left', () => {
    expect(go('ArrowRight', '2026-11-30')).toBe('2026-12-01')
    expect(go('ArrowLeft', '2026-12-01')).toBe('2026-11-30')
    expect(go('ArrowLeft', '2026-11-30', 'ar')).toBe('2026-12-01')
    expect(go('ArrowRight', '2026-12-01', 'ar')).toBe('2026-11-30')
  })
  test('go by weeks up and down, in every direction of writing', () => {
    expect(go('ArrowDown', '2026-11-26', 'ar')).toBe('2026-12-03')
    expect(go('ArrowUp', '2026-11-26')).toBe('2026-11-19')
  })
  test('Home and End are the ends of the week of the language', () => {
    // 26 November 2026 is a Thursday; the week begins on Sunday in English, on Saturday in Arabic.
    expect([go('Home', '2026-11-26'), go('End', '2026-11-26')]).toEqual(['2026-11-22', '2026-11-28'])
    expect([go('Home', '2026-11-26', 'ar'), go('End', '2026-11-26', 'ar')]).toEqual([
      '2026-11-21',
      '2026-11-27',
    ])
  })
  test('pages are months, with Shift years, and never a day that is not there', () => {
    expect(go('PageDown', '2027-01-31')).toBe('2027-02-28')
    expect(go('PageUp', '2027-01-31')).toBe('2026-12-31')
    expect(go('PageDown', '2028-02-29', 'en', true)).toBe('2029-02-28')
  })
  test('leave every other key alone', () => {
    expect(go('Enter', '2026-11-26')).toBeUndefined()
    expect(go('Tab', '2026-11-26')).toBeUndefined()
  })
})

describe('a day that is typed', () => {
  test.each(languageCodes)('in the words in which %s shows it is the same day', (language) => {
    for (const arabicMonths of ['levantine', 'egyptian', 'both'] as const) {
      const shown = formatDate('2026-11-23', { language, arabicMonths, style: 'long' })
      expect([shown, readDay(shown)]).toEqual([shown, '2026-11-23'])
    }
  })
  test('is read in numbers and any digits', () => {
    expect(readDay(' ٢٣/١١/٢٠٢٦ ')).toBe('2026-11-23')
    expect(readDay('2026-11-23')).toBe('2026-11-23')
  })
  test('is empty for nothing, and no day for what is none', () => {
    expect(readDay('  ')).toBe('')
    expect(readDay('31/2/2026')).toBeUndefined()
    expect(readDay('soon')).toBeUndefined()
  })
})

describe('a time that is typed', () => {
  test.each([
    ['14:30', '14:30'],
    ['9:05', '09:05'],
    ['1430', '14:30'],
    ['١٤:٣٠', '14:30'],
    ['14.30', '14:30'],
    ['', ''],
  ])('%j is %j at once', (written, time) => {
    expect(readTime(written, false)).toBe(time)
  })
  test('an hour alone is a time only once the field has been left', () => {
    expect(readTime('9', false)).toBeUndefined()
    expect(readTime('9', true)).toBe('09:00')
  })
  test.each(['24:00', '12:60', 'noon', '1:2:3'])('%j is none', (written) => {
    expect(readTime(written, true)).toBeUndefined()
  })
  test('a moment comes apart and keeps its zone', () => {
    expect(partsOf('2026-11-23T14:30+03:00')).toEqual({ day: '2026-11-23', time: '14:30', zone: '+03:00' })
    expect(partsOf('2026-11-23T14:30:05.5Z')).toEqual({ day: '2026-11-23', time: '14:30', zone: '+00:00' })
    expect(partsOf('2026-11-23')).toEqual({ day: '2026-11-23', time: '', zone: undefined })
    expect(partsOf(null)).toEqual({ day: '', time: '', zone: undefined })
  })
})

describe('words that are remembered', () => {
  const fits = (written: string, ...words: string[]) =>
    bestFits(words.map(foldedWord), written).map(({ word }) => word)
  test('are found by their first letters, then by a later word, then by letters inside', () => {
    expect(fits('ري', 'تكريت', 'شبكة ريبر', 'رياض')).toEqual(['رياض', 'شبكة ريبر', 'تكريت'])
  })
  test('are found without hamza, with the other kaf, in any case', () => {
    expect(fits('اربيل', 'أربيل')).toEqual(['أربيل'])
    expect(fits('كورد', 'کوردستان')).toEqual(['کوردستان'])
    expect(fits('REU', 'Reuters')).toEqual(['Reuters'])
  })
  test('all stand there, in their order, while nothing is written', () => {
    expect(fits(' ', 'ب', 'أ')).toEqual(['ب', 'أ'])
  })

  const none: Remembered = {
    section: [],
    byline: [],
    source: [],
    creditLine: [],
    place: [],
    keywords: [],
    pictureCredit: [],
    pictureSource: [],
  }
  function houseWords(answer: () => Promise<Remembered>) {
    const asked: unknown[] = []
    let language = 'ar'
    const desk = {
      call: (_name: string, input: unknown) => {
        asked.push(input)
        return answer()
      },
      listen: () => () => undefined,
    }
    const draft = { details: () => ({ id: 'x', language }) }
    const words = new HouseWords(desk as DeskClient, draft as unknown as OpenDraft)
    return { words, asked, speak: (code: string) => (language = code) }
  }
  test('are asked for once in a while, not with each field and each key', async () => {
    const { words, asked, speak } = houseWords(async () => ({ ...none, place: ['أربيل', 'دهوك'] }))
    await words.ask(0)
    await words.ask(19_999)
    expect(words.fitting('place', 'د')).toEqual([{ key: 'دهوك', word: 'دهوك' }])
    expect(asked).toEqual([{ language: 'ar', except: 'x' }])
    await words.ask(20_001)
    speak('ckb')
    await words.ask(20_002)
    expect(asked).toHaveLength(3)
  })
  test('begin with the names of the house, as it writes them in the language of the story', async () => {
    const call = async (method: string) =>
      method === 'names.state' ? { entries: [erbil] } : { ...none, place: ['إربد', 'أربيل'] }
    const desk = { call, listen: () => () => undefined } as unknown as DeskClient
    const draft = { details: () => ({ id: 'x', language: 'ar' }) } as unknown as OpenDraft
    const words = new HouseWords(desk, draft)
    await Promise.all([words.ask(0), houseNamesOf(desk).ask()])
    const offered = (written: string) => words.fitting('place', written).map(({ word }) => word)
    expect(offered('ار')).toEqual(['أربيل', 'إربد'])
    expect(offered('Haw')).toEqual(['أربيل'])
    expect(words.fitting('byline', 'Haw')).toEqual([])
  })
  test('leave out what is chosen, and are never more than eight', async () => {
    const keywords = Array.from({ length: 30 }, (_, n) => `كلمة ${n}`)
    const { words } = houseWords(async () => ({ ...none, keywords }))
    await words.ask(0)
    expect(words.fitting('keywords', '', ['كلمة 0'])).toHaveLength(8)
    expect(words.fitting('keywords', '', ['كلمة 0'])[0]?.word).toBe('كلمة 1')
  })
  test('that the desk cannot tell are asked for again by the next field, and nobody is disturbed', async () => {
    let isAway = true
    const { words, asked } = houseWords(async () => {
      if (isAway) throw new Error('away')
      return { ...none, place: ['أربيل'] }
    })
    await words.ask(0)
    expect(words.fitting('place', '')).toEqual([])
    isAway = false
    await words.ask(1)
    expect(asked).toHaveLength(2)
    expect(words.fitting('place', '')).toHaveLength(1)
  })
})

describe('a list of words', () => {
  test('takes many at once, parted by commas of both scripts, semicolons, tabs and lines', () => {
    expect(freshWords(' قمح، ري ,wheat;\nقمح\tماء؛', ['ري'])).toEqual(['قمح', 'wheat', 'ماء'])
    expect(freshWords(' ، ', [])).toEqual([])
  })
})

describe('lengths', () => {
  const fields = (part: Partial<ArticleFields>) => allLengths({ ...emptyFields(), ...part })
  const crossed = (before: Partial<ArticleFields>, now: Partial<ArticleFields>) =>
    crossings(fields(before), fields(now)).map(({ field, place }) => `${field} ${place}`)
  test('are told when a text crosses one, in either direction, and not with the next letter', () => {
    expect(crossed({ seoTitle: 'x'.repeat(60) }, { seoTitle: 'x'.repeat(61) })).toEqual(['seoTitle search'])
    expect(crossed({ seoTitle: 'x'.repeat(61) }, { seoTitle: 'x'.repeat(62) })).toEqual([])
    expect(crossed({ seoTitle: 'x'.repeat(61) }, { seoTitle: 'x'.repeat(60) })).toEqual(['seoTitle search'])
  })
  test('count what a reader sees: tashkeel does not make a headline long', () => {
    expect(crossed({ headline: 'ب'.repeat(60) }, { headline: 'بُ'.repeat(60) })).toEqual([])
  })
  test('say nothing of a place that has just come to matter or does no longer', () => {
    const headline = 'x'.repeat(65)
    expect(crossed({ headline }, { headline, seoTitle: 'y' })).toEqual([])
    expect(crossed({ headline, seoTitle: 'y' }, { headline })).toEqual([])
  })
})
