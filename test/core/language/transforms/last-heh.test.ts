import { expect, test } from 'vitest'
import { lastHehBehindVowel, lastHehForAe } from '../../../../core/language/transforms/last-heh.ts'

const forAe = new RegExp(lastHehForAe, 'u')
const behindVowel = new RegExp(lastHehBehindVowel, 'u')

test.each([
  ['شاره', true, false],
  ['ئەوه.', true, false],
  ['هەیه', true, false],
  ['گوناه', false, true],
  ['بەه', false, true],
  ['الله', false, false],
  ['لله', false, false],
  ['فیقهـ', false, false],
  ['ده\u200cنگ', false, false],
  ['هەولێر', false, false],
  ['ه', false, false],
])('the last ه of %j: ە %j, behind a vowel %j', (word, isAe, isBehindVowel) => {
  expect([forAe.test(word), behindVowel.test(word)]).toEqual([isAe, isBehindVowel])
})
