import { array, assert, property, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loneAddress, readableAddress, withoutTracking } from '../../../core/language/pasted-address.ts'

describe('what counts visits', () => {
  test.each([
    ['https://a.example/?utm_source=x&id=7&utm_medium=y', 'https://a.example/?id=7'],
    ['https://a.example/n?fbclid=abc', 'https://a.example/n'],
    ['https://a.example/n?gclid=abc#part', 'https://a.example/n#part'],
    ['https://a.example/n?id=1&b=%20&UTM_Campaign=z', 'https://a.example/n?id=1&b=%20'],
  ])('is taken out of %s', (address, clean) => {
    expect(withoutTracking(address)).toBe(clean)
  })
  test.each([
    'https://a.example/n?',
    'https://a.example/utm_source=x',
    'https://a.example/#?utm_source=x',
    'mailto:a@b.example',
  ])('is not seen in %s', (address) => expect(withoutTracking(address)).toBe(address))
  test('everything else stays to the letter', () => {
    const part = stringMatching(/^[a-z0-9%._=-]{1,12}$/).filter(
      (text) => !/^(?:utm_|ig|y|t|m|g|d|w|f)/.test(text),
    )
    assert(
      property(array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const address = `https://a.example/n?${parts.join('&')}`
        expect(withoutTracking(`${address}&utm_source=x`)).toBe(address)
      }),
    )
  })
})

test.each([
  ['https://a.example/', 'a.example'],
  ['https://www.a.example/n/', 'www.a.example/n/'],
  ['mailto:desk@a.example', 'desk@a.example'],
  ['https://a.example/%D8%AE%D8%A8%D8%B1-1', 'a.example/خبر-1'],
  ['https://a.example/a%20b%2F', 'a.example/a%20b%2F'],
  ['https://a.example/%E2%80%AE%D8', 'a.example/%E2%80%AE%D8'],
])('%s is read as %s', (address, read) => {
  expect(readableAddress(address)).toBe(read)
})

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  ['  www.a.example ', 'https://www.a.example'],
  ['desk@a.example', 'mailto:desk@a.example'],
  ['https://a.example/خبر', 'https://a.example/خبر'],
  ['see https://a.example', undefined],
  ['https://a.example https://b.example', undefined],
  ['https://a.example.', undefined],
  ['@name', undefined],
  ['#tag', undefined],
  ['word', undefined],
  ['ftp://a.example', undefined],
  ['', undefined],
])('%j as a whole is the address %s', (text, address) => {
  expect(loneAddress(text)).toBe(address)
})
