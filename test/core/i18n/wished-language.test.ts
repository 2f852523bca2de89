import { describe, expect, test } from 'vitest'
import { interfaceLanguage, interfaceLanguages } from '../../../core/i18n/languages.ts'
import { wishedLanguage } from '../../../core/i18n/wished-language.ts'
import { languageOf } from '../../../core/language/registry.ts'

describe('a system’s language is understood', () => {
  test.each([
    // What Windows, macOS, Chromium, Electron and LANG say.
    ['ku', 'kmr'],
    ['ku-Latn', 'kmr'],
    ['ku-TR', 'kmr'],
    ['ku-Latn-IQ', 'kmr'],
    ['ku_TR.UTF-8', 'kmr'],
    ['ku_IQ@latin', 'kmr'],
    ['ku-SY', 'kmr'],
    ['kmr', 'kmr'],
    ['kmr-Latn-TR', 'kmr'],
    ['ku-Arab', 'ckb'],
    ['ku-Arab-IQ', 'ckb'],
    ['ku-IQ', 'ckb'],
    ['ku-IR', 'ckb'],
    ['KU-iq', 'ckb'],
    ['ckb', 'ckb'],
    ['ckb-IQ', 'ckb'],
    ['ckb_IQ.UTF-8', 'ckb'],
    ['ckb-Arab-IR', 'ckb'],
    ['sdh', 'ckb'],
    ['ar', 'ar'],
    ['ar-IQ', 'ar'],
    ['ar_EG.UTF-8', 'ar'],
    ['arz', 'ar'],
    ['acm-IQ', 'ar'],
    ['en-GB', 'en'],
    ['en_US.UTF-8', 'en'],
    ['fa-IR', 'fa'],
  ] as const)('%s is %s', (tag, code) => {
    expect(wishedLanguage(tag)).toBe(code)
  })
  test.each(['', 'C', 'C.UTF-8', 'POSIX', 'de-DE', 'tr', 'arc', 'zza'])('“%s” is none of ours', (tag) => {
    expect(wishedLanguage(tag)).toBeUndefined()
  })
})

test('the first language of the system that the interface speaks is taken, whatever stands before it', () => {
  expect(interfaceLanguage('de-DE', 'ku-Arab-IQ', 'en-US').code).toBe('ckb')
  expect(interfaceLanguage('fa-IR', 'ar-IQ').code).toBe('ar')
  expect(interfaceLanguage('tr-TR', 'ku-TR', 'ar').code).toBe('kmr')
})
test('what a person chose stands before the system', () => {
  expect(interfaceLanguage(null, 'kmr', 'ar-IQ', 'en').code).toBe('kmr')
})
test('where nothing fits it is English', () => {
  expect(interfaceLanguage('C.UTF-8', undefined, 'ja').code).toBe('en')
  expect(interfaceLanguage().code).toBe('en')
})
test('each language of the interface names itself as the articles’ languages do', () => {
  for (const { code, ownName, direction } of interfaceLanguages) {
    expect({ ownName, direction }).toEqual({
      ownName: languageOf(code).ownName,
      direction: languageOf(code).direction,
    })
  }
})
