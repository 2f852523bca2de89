import { describe, expect, test } from 'vitest'
import { fold } from '../../../core/language/fold.ts'
import { languages } from '../../../core/language/registry.ts'
import { statuses } from '../../../core/model/fields.ts'
import { namedCondition, namedLanguage, namedStatus } from '../../../core/search/condition-names.ts'
import { wordsOf } from '../../support/view-steps.ts'
import { isEmptyQuery, readQuery } from '../../../core/search/query.ts'

const foundIn = (text: string) => readQuery(text).words.map(({ text: word }) => word)
const phrase = (text: string) => fold(text).split(' ')

describe('a query', () => {
  test('is its words, folded, each once; what is only punctuation is none', () => {
    expect(foundIn(' Basra،  basra بغداد ')).toEqual(['basra', 'بغداد'])
    expect(foundIn('الـــحكومةُ كوردستان')).toEqual([fold('الحكومة'), fold('کوردستان')])
    expect(foundIn('oil-gas')).toEqual(['oil', 'gas'])
    for (const text of ['', ' ،.! ', '-', '""', '«»', ':', '- -']) {
      expect(isEmptyQuery(readQuery(text))).toBe(true)
    }
  })

  test('keeps a word as it was typed beside its key: stems are taken from its own letters', () => {
    expect(readQuery('ژیانەوە').words).toEqual([{ text: fold('ژیانەوە'), written: 'ژیانەوە', isBegun: true }])
  })

  test.each([
    ['كتا', [true]],
    ['كتا ', [false]],
    ['كتاب جد', [false, true]],
    ['كتاب.', [false]],
    ['"كتاب جديد" نش', [true]],
    ['نش status:draft', [false]],
  ])('that is being typed may go on in its last word alone: %s', (text, begun) => {
    expect(readQuery(text).words.map(({ isBegun }) => isBegun)).toEqual(begun)
  })
})

describe('a phrase', () => {
  test.each(['"وزارة الصحة"', '«وزارة الصحة»', '“وزارة الصحة”', '”وزارة الصحة“', '„وزارة الصحة“'])(
    'stands in the quotes of any script: %s',
    (text) => {
      expect(readQuery(text)).toMatchObject({ words: [], phrases: [phrase('وزارة الصحة')] })
    },
  )

  test('is words as long as its quotes are open, and a word where it is one', () => {
    expect(foundIn('"وزارة الص')).toEqual(phrase('وزارة الص'))
    expect(readQuery('"بغداد"')).toMatchObject({ words: [{ text: 'بغداد', isBegun: false }], phrases: [] })
    expect(foundIn("l'accord")).toEqual(['l', 'accord'])
  })
})

describe('what is left out', () => {
  test('has a minus before it, and not within it', () => {
    expect(readQuery('بغداد -البصرة').without.phrases).toEqual([[fold('البصرة')]])
    expect(readQuery('-"first half" oil').without.phrases).toEqual([['first', 'half']])
    expect(readQuery('−oil').without.phrases).toEqual([['oil']])
    expect(readQuery('first-half').without.phrases).toEqual([])
    expect(readQuery('-by:ali').without.fields).toEqual([{ field: 'by', words: ['ali'] }])
    expect(readQuery('-status:draft -lang:en')).toMatchObject({
      notStatuses: ['draft'],
      notLanguages: ['en'],
    })
  })
})

describe('a condition', () => {
  test('is a field with a word, or with words in quotes', () => {
    expect(readQuery('by:Sara place:أربيل source:"رويترز العربية" topic:نفط').fields).toEqual([
      { field: 'by', words: ['sara'] },
      { field: 'place', words: [fold('أربيل')] },
      { field: 'source', words: phrase('رويترز العربية') },
      { field: 'topic', words: ['نفط'] },
    ])
  })

  test.each([
    ['كاتب:سارة', 'by', 'سارة'],
    ['الكاتب: سارة', 'by', 'سارة'],
    ['نووسەر: سارا', 'by', 'سارا'],
    ['nivîskar:Sara', 'by', 'Sara'],
    ['سەرچاوە:ڕووداو', 'source', 'ڕووداو'],
    ['شوێن: هەولێر', 'place', 'هەولێر'],
    ['Mijar:neft', 'topic', 'neft'],
    ['قسم:رياضة', 'topic', 'رياضة'],
  ])(
    'is named by the words of the interface too, and a space may follow its colon: %s',
    (text, field, word) => {
      expect(readQuery(text)).toMatchObject({ words: [], fields: [{ field, words: [fold(word)] }] })
    },
  )

  test.each([
    ['حالة:مسودة لغة:سۆرانی', ['draft'], ['ckb']],
    ['دۆخ: ڕەشنووس زمان: عەرەبی', ['draft'], ['ar']],
    ['rewş:amade ziman:kurmancî', ['ready'], ['kmr']],
    ['status:Published lang:עברית', ['published'], ['he']],
  ])('its value as well: %s', (text, statuses, languages) => {
    expect(readQuery(text)).toMatchObject({ words: [], statuses, languages })
  })

  test.each([
    ['بعد:٢٠٢٦-٠٣ قبل: 2026-04', '2026-03-01', '2026-04-01'],
    ['دوای:٢٠٢٦', '2026-01-01', undefined],
    ['berî:2026', undefined, '2026-01-01'],
  ])('and its days: %s', (text, from, until) => {
    expect(readQuery(text)).toMatchObject({ words: [], from, until })
  })

  test('has the words that the interface shows', () => {
    for (const language of ['ar', 'ckb', 'kmr'] as const) {
      const t = wordsOf(language)
      for (const [label, condition] of [
        ['field.byline', 'by'],
        ['field.source', 'source'],
        ['field.place', 'place'],
        ['field.section', 'topic'],
        ['field.status', 'status'],
        ['field.language', 'lang'],
      ] as const)
        expect(namedCondition(t(label)), `${language} ${label}`).toBe(condition)
      for (const status of statuses)
        expect(namedStatus(t(`status.${status}`)), `${language} ${status}`).toBe(status)
    }
    for (const { code, ownName, tag } of languages) {
      expect(namedLanguage(code)).toBe(code)
      expect(namedLanguage(tag)).toBe(code)
      expect(namedLanguage(ownName.split(' ').at(-1) ?? '')).toBe(code)
    }
  })

  test('is a status or a language of the model, in any case', () => {
    expect(readQuery('STATUS:Draft status:ready lang:ckb')).toMatchObject({
      statuses: ['draft', 'ready'],
      languages: ['ckb'],
      words: [],
    })
  })

  test.each([
    ['after:2026-03-01', { from: '2026-03-01', until: undefined }],
    ['before:2026-03-01', { from: undefined, until: '2026-03-01' }],
    ['after:2026', { from: '2026-01-01', until: undefined }],
    ['before:٢٠٢٦-٠٤', { from: undefined, until: '2026-04-01' }],
    ['after:۲۰۲۶-۰۴-۰۵ before:2027', { from: '2026-04-05', until: '2027-01-01' }],
    ['after:2025 after:2026', { from: '2026-01-01', until: undefined }],
    ['-after:2026', { from: undefined, until: '2026-01-01' }],
    ['after:2024-02-29', { from: '2024-02-29', until: undefined }],
  ])('is a day, a month or a year: %s', (text, days) => {
    const { from, until, words } = readQuery(text)
    expect({ from, until, words }).toEqual({ ...days, words: [] })
  })

  test.each([
    'status:lost',
    'lang:xx',
    'before:soon',
    'after:2026-02-30',
    'after:2026-13',
    'note:this',
    'by:',
  ])('that is none is looked for as words, so that nothing is passed over: %s', (text) => {
    const { words, from, until } = readQuery(text)
    expect(words.map(({ text: word }) => word)).toEqual(text.split(/[:-]/).filter(Boolean))
    expect([from, until]).toEqual([undefined, undefined])
  })
})
