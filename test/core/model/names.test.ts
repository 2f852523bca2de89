import { expect, test } from 'vitest'
import { mergedNames, nameEntry, tidyEntry, type NameEntry } from '../../../core/model/names.ts'

const erbil: NameEntry = {
  id: 'one',
  kind: 'place',
  spellings: { ar: { preferred: 'أربيل', others: ['اربيل'] }, en: { preferred: 'Erbil', others: [] } },
}
const merged = (ours: NameEntry[], theirs: NameEntry[]) => mergedNames(ours, theirs, () => 'fresh')

test('a name is kept tidy: composed, one space between words, each spelling once', () => {
  const entry = tidyEntry({
    id: 'two',
    kind: 'person',
    spellings: {
      en: { preferred: ' Masoud  Barzani ', others: ['Masoud Barzani', 'Massoud Barzani', '  '] },
      ar: { preferred: '', others: ['مسعود بارزاني'] },
    },
    note: ' ',
  })
  expect(entry).toEqual({
    id: 'two',
    kind: 'person',
    spellings: {
      ar: { preferred: 'مسعود بارزاني', others: [] },
      en: { preferred: 'Masoud Barzani', others: ['Massoud Barzani'] },
    },
  })
})

test.each([
  ['no language', { ...erbil, spellings: {} }],
  ['a spelling without letters', { ...erbil, spellings: { en: { preferred: '12', others: [] } } }],
  ['a line break inside', { ...erbil, spellings: { en: { preferred: 'Er\nbil', others: [] } } }],
  ['a language that no article is in', { ...erbil, spellings: { de: { preferred: 'Erbil', others: [] } } }],
  ['an id that could be a path', { ...erbil, id: '../x' }],
])('an entry with %s is none', (_, entry) => {
  expect(nameEntry.safeParse(entry).success).toBe(false)
})

test('another house’s list adds and never takes away: where the two prefer something else, theirs is kept beside ours', () => {
  const theirs: NameEntry = {
    id: 'hewler',
    kind: 'place',
    spellings: {
      ar: { preferred: 'اربيل', others: ['أربل'] },
      en: { preferred: 'Arbil', others: ['Erbil'] },
      ckb: { preferred: 'هەولێر', others: [] },
    },
    note: 'capital',
  }
  const { entries, added, changed } = merged([erbil], [theirs])
  expect(entries).toEqual([
    {
      id: 'one',
      kind: 'place',
      spellings: {
        ar: { preferred: 'أربيل', others: ['اربيل', 'أربل'] },
        ckb: { preferred: 'هەولێر', others: [] },
        en: { preferred: 'Erbil', others: ['Arbil'] },
      },
      note: 'capital',
    },
  ])
  expect([added, changed.map(({ id }) => id)]).toEqual([[], ['one']])
})

test('twice is once, and an empty list changes nothing', () => {
  const once = merged([erbil], [{ ...erbil, id: 'other' }])
  expect(once).toEqual({ entries: [erbil], added: [], changed: [] })
  expect(merged([erbil], []).entries).toEqual([erbil])
})

test('the same word of another kind is another name, and one whose id is taken gets its own', () => {
  const person: NameEntry = {
    id: 'one',
    kind: 'person',
    spellings: { en: { preferred: 'Erbil', others: [] } },
  }
  const { entries, added } = merged([erbil], [person])
  expect(entries.map(({ id, kind }) => [id, kind])).toEqual([
    ['one', 'place'],
    ['fresh', 'person'],
  ])
  expect(added).toHaveLength(1)
})
