import { expect, test } from 'vitest'
import { domainIn } from '../../../renderer/features/settings/domain-in.ts'

test.each([
  ['agency.example', 'agency.example'],
  [' Agency.Example ', 'agency.example'],
  ['https://www.agency.example/news?x=1', 'www.agency.example'],
  ['agency.example.', 'agency.example'],
  ['وكالة.example', 'xn--mgbe0ffr.example'],
  ['', ''],
])('%j holds the domain %j', (typed, domain) => {
  expect(domainIn(typed)).toBe(domain)
})
test.each(['agency', 'no domain', 'http://', '10.0.0.1', 'a..b', 'mailto:a@agency.example'])(
  '%j holds none',
  (typed) => {
    expect(domainIn(typed)).toBeUndefined()
  },
)
