import { describe, expect, test } from 'vitest'
import { guessLanguage } from '../../../core/language/guess.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { suite } from './suites.ts'

describe('guessLanguage', () => {
  test.each([
    ['ar', 'وصل وزير الخارجية إلى بغداد في زيارة رسمية'],
    ['ar', 'BBC World Service: قال'],
    ['ar', 'سلام'],
    ['ckb', 'سەرۆکی هەرێم گەیشتە بەغدا و لەگەڵ سەرۆکوەزیران کۆبووەوە'],
    ['ckb', 'سه‌رۆكی هه‌رێم گه‌یشته‌ به‌غدا'],
    ['fa', 'وزیر خارجه ایران گفت که این کشور آماده مذاکره است'],
    ['fa', 'دانشگاه تهران'],
    ['ur', 'وزیر اعظم نے کہا ہے کہ ملک میں امن ہے'],
    ['he', 'ראש הממשלה אמר היום'],
    ['kmr', 'Serokê Herêmê gihîşt Bexdayê û li wir bi serokwezîr re civiya'],
    ['kmr', 'Di roja 11ê Gulanê de'],
    ['en', 'The minister arrived in Baghdad, his office said.'],
    ['en', 'François Hollande and the café society of Paris met again'],
    ['en', 'The word سلام means peace'],
    ['en', ''],
    ['en', '2024 — 14:30'],
  ] as const)('%s: %s', (code, text) => {
    expect(guessLanguage(text)).toBe(code)
    expect(languageOf(guessLanguage(text)).code).toBe(code)
  })

  test('letters in presentation forms are letters', () => {
    expect(guessLanguage('\ufedf\ufe8e \ufe97\ufed8\ufedd')).toBe('ar')
  })

  test('a megabyte is told by its beginning', () => {
    expect(guessLanguage('گەیشتە هەولێر '.repeat(100_000))).toBe('ckb')
  })

  const sorani = suite<{ cases: [string, string][] }>('lucene-sorani-vocabulary.json')
  test.runIf(sorani)('any hundred frequent Sorani words are Sorani', () => {
    const words = sorani?.cases.map(([word]) => word) ?? []
    for (let every = 0; every < 80; every += 1) {
      const sample = words.filter((_, at) => at % 80 === every).join(' ')
      expect(guessLanguage(sample), `from ${every}`).toBe('ckb')
    }
  })

  type Names = { days: Record<string, string> }
  const cldr = suite<{ locales: Record<string, Names> }>('cldr-locale-facts.json')
  test.runIf(cldr)('the days of the week tell their language', () => {
    for (const code of ['ar', 'ckb', 'kmr', 'fa', 'he', 'ur', 'en'] as const) {
      const names = Object.values(cldr?.locales[languageOf(code).tag]?.days ?? {})
      expect(guessLanguage(names.join(' ')), code).toBe(code)
    }
  })
})
