import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyHouseList,
  entriesOf,
  entryOf,
  houseRules,
  mergedLists,
  oddLines,
  readHouseList,
  withEntries,
  withoutEntries,
} from '../../../../core/language/spelling/house-list.ts'
import { replacementPairs } from '../../../../core/language/spelling/replacement-pairs.ts'
import { languageCodes, type LanguageCode } from '../../../../core/model/language-code.ts'

const list = `# ours
[ckb]
هەولێر
پەرلمان = پەرلەمان

[en]
Barzani  # not a remark, and no word
peshmerga
`

describe('the file of the house’s words', () => {
  test('is read by section: words and pairs; what is neither is left alone', () => {
    expect(readHouseList(list)).toEqual({
      ckb: { words: ['هەولێر'], pairs: [['پەرلمان', 'پەرلەمان']] },
      en: { words: ['peshmerga'], pairs: [] },
    })
    expect(oddLines(list)).toBe(1)
  })
  test('is read with a BOM, with the line ends of Windows, and with sections nobody knows', () => {
    expect(readHouseList('\ufeff[ar]\r\nأربيل\r\n[tlh]\r\nqapla\r\n')).toEqual({
      ar: { words: ['أربيل'], pairs: [] },
    })
  })
  test('gets new entries at the end of their section, and keeps all else as it is', () => {
    expect(withEntries(list, 'ckb', ['سلێمانی', 'هەولێر'])).toBe(
      list.replace('پەرلەمان\n', 'پەرلەمان\nسلێمانی\n'),
    )
    expect(withEntries(list, 'fa', ['تهران'])).toBe(`${list}\n[fa]\nتهران\n`)
    expect(withEntries('', 'fa', ['تهران'])).toBe(`${emptyHouseList}\n[fa]\nتهران\n`)
  })
  test('gives up entries of that language alone', () => {
    const both = withEntries(list, 'fa', ['peshmerga'])
    expect(entriesOf(withoutEntries(both, 'en', ['peshmerga']))).toEqual(
      entriesOf(both).filter(({ language }) => language !== 'en'),
    )
  })
  test('takes in another list: what is new, once', () => {
    const merged = mergedLists(list, '[en]\nErbil\npeshmerga\n[ar]\nلاكن = لكن\n')
    expect(merged.added).toBe(2)
    expect(mergedLists(merged.text, list)).toEqual({ text: merged.text, added: 0 })
  })
  test.each([
    'two words',
    '# remark',
    '[ckb]',
    '=',
    'a = ',
    'a = b = c',
    '123',
    '',
    'x'.repeat(121),
    'nul\0',
  ])('has no entry «%s»', (line) => expect(entryOf(line)).toBeNull())
  test('keeps a pair of several words', () => {
    expect(entryOf(' إنشاء  الله=إن شاء الله ')).toBe('إنشاء الله = إن شاء الله')
  })

  const entry = constantFrom('هەولێر', 'Barzani', 'a = b', 'أربيل', 'تهران')
  const entries = array(tuple(constantFrom(...languageCodes), entry), { maxLength: 12 })
  const fileOf = (all: [LanguageCode, string][]) =>
    all.reduce((text, [language, each]) => withEntries(text, language, [each]), '')
  const setOf = (text: string) =>
    new Set(entriesOf(text).map(({ language, entry: each }) => `${language} ${each}`))

  test('merges to the same words whoever takes in whose, and twice is once', () => {
    assert(
      property(entries, entries, (one, other) => {
        const [a, b] = [fileOf(one), fileOf(other)]
        const merged = mergedLists(a, b).text
        expect(setOf(merged)).toEqual(setOf(mergedLists(b, a).text))
        expect(setOf(merged)).toEqual(new Set([...setOf(a), ...setOf(b)]))
        expect(mergedLists(merged, b)).toEqual({ text: merged, added: 0 })
      }),
    )
  })
  test('is as before when what was added is taken away', () => {
    assert(
      property(entries, (all) => {
        const text = fileOf(all)
        const more = withEntries(text, 'ur', ['لاہور'])
        expect(entriesOf(withoutEntries(more, 'ur', ['لاہور']))).toEqual(entriesOf(text))
      }),
    )
  })
})

describe('a word of the house is right', () => {
  const rules = (language: LanguageCode, ...words: string[]) =>
    houseRules({ [language]: { words, pairs: [] } }, language)
  test.each<[string, LanguageCode, string, string[], string[]]>([
    [
      'with what Arabic writes before it',
      'ar',
      'كردستان',
      ['كردستان', 'وكردستان', 'بكردستان', 'ولكردستان'],
      ['كردستانن'],
    ],
    [
      'with the endings of Sorani',
      'ckb',
      'هەولێر',
      ['هەولێر', 'هەولێردا', 'هەولێرەکان'],
      ['هەولێرx', 'هەول'],
    ],
    [
      'with the genitive of English, and at the start of a sentence',
      'en',
      'peshmerga',
      ["peshmerga's", 'Peshmerga'],
      ['peshmergas'],
    ],
    ['as a name, which is never written small', 'en', 'Barzani', ['Barzani', "Barzani's"], ['barzani']],
    ['as it is in Persian', 'fa', 'تهران', ['تهران'], ['تهرانی']],
  ])('%s', (_, language, word, right, unknown) => {
    expect(right.filter((each) => !rules(language, word).has(each))).toEqual([])
    expect(unknown.filter((each) => rules(language, word).has(each))).toEqual([])
  })
  test('however its letters were typed into the list', () => {
    expect(rules('ckb', 'ھەولێر').has('هەولێر')).toBe(true)
    expect(rules('ar', 'كُرد').has('كرد')).toBe(true)
  })
})

describe('a pair', () => {
  test('of the house goes before Midad’s', () => {
    const rules = houseRules({ ar: { words: [], pairs: [['لاكن', 'ولكن']] } }, 'ar')
    expect(rules.pairsFrom('لاكن').map(({ right }) => right)).toEqual(['ولكن', 'لكن'])
  })
  test('may have several words', () => {
    expect(houseRules({}, 'ar').pairsFrom('إنشاء')).toEqual([
      { words: ['إنشاء', 'الله'], right: 'إن شاء الله' },
    ])
  })
  test('of Midad is no word and its right side another', () => {
    for (const pairs of Object.values(replacementPairs))
      for (const [wrong, right] of pairs) expect(entryOf(`${wrong} = ${right}`)).toBe(`${wrong} = ${right}`)
  })
})
