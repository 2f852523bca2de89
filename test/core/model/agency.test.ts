import { expect, test } from 'vitest'
import { isDomain } from '../../../core/model/agency.ts'
import { defaultSettings, settingsChange } from '../../../core/model/settings.ts'

test.each(['agency.example', 'news.agency.example', 'xn--mgba3a4f16a.example', 'a-b.co'])(
  '%s is a domain',
  (text) => {
    expect(isDomain(text)).toBe(true)
  },
)
test.each([
  '',
  'agency',
  'https://agency.example',
  'agency.example/',
  'وكالة.example',
  '-a.example',
  'a..b',
  'a b.example',
  `${'a'.repeat(64)}.example`,
])('%s is none', (text) => {
  expect(isDomain(text)).toBe(false)
})
test('a house that has said nothing has no name and no domain, and may take back what it said', () => {
  expect(defaultSettings()).toMatchObject({ agencyName: '', agencyDomain: '' })
  expect(settingsChange.parse({ agencyDomain: '' })).toEqual({ agencyDomain: '' })
  expect(settingsChange.safeParse({ agencyDomain: 'a b' }).success).toBe(false)
})
