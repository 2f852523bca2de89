import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endingOf, inNaturalOrder, isLeftBySystem } from '../../../core/bulk/names.ts'

const ordered = (...paths: string[]) =>
  inNaturalOrder(paths.map((path) => ({ path }))).map(({ path }) => path)

test('what systems and office programs leave behind is nobody’s story', () => {
  const left = [
    '.DS_Store',
    '.git',
    '._story.txt',
    'Thumbs.db',
    'THUMBS.DB',
    'desktop.ini',
    '~$قصة.docx',
    '__MACOSX',
  ]
  for (const name of left) expect(isLeftBySystem(name), name).toBe(true)
  for (const name of ['story.txt', 'قصة.txt', 'a~$b.txt', 'Thumbs.db.txt', 'desktop.txt'])
    expect(isLeftBySystem(name), name).toBe(false)
})

test.each([
  [
    ['story 10.txt', 'story 2.txt', 'story 1.txt'],
    ['story 1.txt', 'story 2.txt', 'story 10.txt'],
  ],
  [
    ['خبر ١٠', 'خبر ٢'],
    ['خبر ٢', 'خبر ١٠'],
  ],
  [
    ['خبر ۱۰', 'خبر ٢', 'خبر 3'],
    ['خبر ٢', 'خبر 3', 'خبر ۱۰'],
  ],
  [
    ['b.txt', 'a/z.txt', 'a.txt', 'a/b/c.txt'],
    ['a/b/c.txt', 'a/z.txt', 'a.txt', 'b.txt'],
  ],
  [
    ['day 10/1.txt', 'day 9/2.txt', 'day 9/10.txt'],
    ['day 9/2.txt', 'day 9/10.txt', 'day 10/1.txt'],
  ],
  [
    ['1.txt', '01.txt', '001.txt'],
    ['001.txt', '01.txt', '1.txt'],
  ],
])('%j stand in the order of %j', (paths, order) => {
  expect(ordered(...paths)).toEqual(order)
  expect(ordered(...paths.toReversed())).toEqual(order)
})

test('the order is the same however the files came, and loses none', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '1', '0', '٢', '/', '.', 'ب', ' '), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (paths) => {
      const order = ordered(...paths)
      expect(order.toSorted()).toEqual(paths.toSorted())
      expect(ordered(...paths.toReversed())).toEqual(order)
    }),
  )
})

test('an ending is what stands behind the last point, if it looks like one', () => {
  const endings = ['story.TXT', 'قصة.midad', 'a.tar.gz', 'خبر', 'a. and so on', '.hidden'].map(endingOf)
  expect(endings).toEqual(['.txt', '.midad', '.gz', '', '', ''])
})
