import { expect, test } from 'vitest'
import { LatestTexts, type ReadText } from '../../../electron/node/latest-texts.ts'
import { article, idOf } from '../../support/temp-library.ts'

const kilobyte = 1024
const text = (number: number, size: number, hash = `${number}`): ReadText => ({
  hash,
  size,
  read: { kind: 'article', article: article(idOf(number)) },
  isOld: false,
})

test('a text is known by its bytes alone', () => {
  const texts = new LatestTexts(() => false)
  texts.note(idOf(1), text(1, kilobyte, 'first'))
  expect(texts.get(idOf(1), 'first')).toMatchObject({ hash: 'first' })
  expect(texts.get(idOf(1), 'other')).toBeUndefined()
  expect(texts.get(idOf(2), 'first')).toBeUndefined()
  texts.note(idOf(1), text(1, kilobyte, 'second'))
  expect(texts.get(idOf(1), 'first')).toBeUndefined()
})

test('those that rested longest go, by their bytes: an archive that is read through is not held', () => {
  const texts = new LatestTexts(() => false)
  for (let number = 1; number <= 400; number += 1) texts.note(idOf(number), text(number, 10 * kilobyte))
  const held = Array.from({ length: 400 }, (_, index) => index + 1).filter((number) =>
    texts.get(idOf(number), `${number}`),
  )
  expect(held[0]).toBeGreaterThan(190)
  expect(held).toEqual(Array.from({ length: held.length }, (_, index) => 401 - held.length + index))
  texts.note(idOf(1), text(1, 5 * kilobyte * kilobyte))
  expect([1, 399, 400].map((number) => texts.get(idOf(number), `${number}`))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  texts.note(idOf(2), text(2, kilobyte))
  expect(texts.get(idOf(2), '2')).toBeDefined()
})
