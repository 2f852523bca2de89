import { expect, test } from 'vitest'
import { rewrite, wordAround } from '../../../../core/language/transforms/rewrite.ts'
import { textWith } from '../../../../core/language/transforms/transform.ts'

test('only the letters that differ are replaced, a word with several is one place', () => {
  const rules = [
    { find: /abc/gu, put: 'abXc' },
    { find: /e/gu, put: '' },
  ]
  const places = rewrite('abc eabce', rules)
  expect(places).toEqual([
    { parts: [{ from: 1, to: 2, text: 'bX' }] },
    {
      parts: [
        { from: 4, to: 5, text: '' },
        { from: 6, to: 7, text: 'bX' },
        { from: 8, to: 9, text: '' },
      ],
    },
  ])
  expect(textWith('abc eabce', places)).toBe('abXc abXc')
})
test('a rule goes on where another has been, also inside what that has written', () => {
  const rules = [
    { find: /a/gu, put: 'xy' },
    { find: /yb/gu, put: 'z' },
    { find: /xz/gu, put: 'Q' },
  ]
  expect(rewrite('ab', rules)).toEqual([
    {
      parts: [
        { from: 0, to: 1, text: 'Q' },
        { from: 1, to: 2, text: '' },
      ],
    },
  ])
})
test('what is only put in at the beginning takes the letter behind it along', () => {
  expect(rewrite('b', [{ find: /(?<!a)b/gu, put: 'ab' }])).toEqual([
    { parts: [{ from: 0, to: 1, text: 'ab' }] },
  ])
})
test('rules go round until none applies', () => {
  expect(textWith('aaaa', rewrite('aaaa', [{ find: /aa/gu, put: 'a' }]))).toBe('a')
})
test('a word is found around a letter of it, a mark is alone', () => {
  expect(wordAround('(شاره)', { from: 3, to: 4 })).toEqual({ from: 1, to: 5 })
  expect(wordAround('(شاره)', { from: 0, to: 1 })).toEqual({ from: 0, to: 1 })
})
