import { describe, expect, test } from 'vitest'
import { directionOf } from '../../../core/language/direction.ts'
import { languageOf, languages } from '../../../core/language/registry.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { suite } from './suites.ts'

type Facts = { direction: string; numberingSystem: string; quotation: [string, string, string, string] }
const cldr = suite<{ locales: Record<string, Facts> }>('cldr-locale-facts.json')

test('every language of the model has exactly one line', () => {
  expect(languages.map(({ code }) => code)).toEqual([...languageCodes])
})

test('tags are what BCP 47 makes of the code: Kurmanji is ku', () => {
  for (const { code, tag } of languages) expect(tag).toBe(Intl.getCanonicalLocales(code)[0])
})

test('a name of a language is written in its own script', () => {
  for (const { ownName, script } of languages)
    expect(ownName).toMatch(
      {
        arabic: /^[\p{Script=Arabic}\s]+$/u,
        hebrew: /^\p{Script=Hebrew}+$/u,
        latin: /^[\p{Script=Latin}]+$/u,
      }[script],
    )
})

test('og:locale is language_TERRITORY', () => {
  for (const { openGraphLocale } of languages) expect(openGraphLocale).toMatch(/^[a-z]{2,3}_[A-Z]{2}$/)
  expect(languageOf('ar').openGraphLocale).toBe('ar_IQ')
})

test('quotes open and close with different depth signs, and reading speeds are plausible', () => {
  for (const { quotes, wordsPerMinute } of languages) {
    expect(quotes.open).not.toBe(quotes.innerOpen)
    expect(wordsPerMinute).toBeGreaterThan(100)
    expect(wordsPerMinute).toBeLessThan(300)
  }
})

test('a code that is not of the model is refused', () => {
  expect(() => languageOf('xx' as never)).toThrow('xx')
})

describe.runIf(cldr)('against CLDR', () => {
  test.each(languages.map(({ tag, code }) => [tag, code] as const))(
    '%s has its direction and digits',
    (tag, code) => {
      const facts = cldr?.locales[tag]
      expect(facts?.direction).toBe(directionOf(code) === 'rtl' ? 'right-to-left' : 'left-to-right')
      expect(facts?.numberingSystem).toBe(languageOf(code).digits)
    },
  )

  test.each(['fa', 'he', 'ur', 'en', 'kmr'] as const)('%s has its quotation marks', (code) => {
    const { quotes, tag } = languageOf(code)
    expect([quotes.open, quotes.close, quotes.innerOpen, quotes.innerClose]).toEqual(
      cldr?.locales[tag]?.quotation,
    )
  })
})
