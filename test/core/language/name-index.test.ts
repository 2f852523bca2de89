import { expect, test } from 'vitest'
import { NameIndex } from '../../../core/language/name-index.ts'
import type { NameEntry } from '../../../core/model/names.ts'

const entries: NameEntry[] = [
  {
    id: 'erbil',
    kind: 'place',
    spellings: {
      ar: { preferred: 'أربيل', others: ['أربل'] },
      ckb: { preferred: 'هەولێر', others: [] },
      en: { preferred: 'Erbil', others: ['Hawler'] },
    },
  },
  {
    id: 'barzani',
    kind: 'person',
    spellings: {
      ar: { preferred: 'مسعود بارزاني', others: [] },
      en: { preferred: 'Masoud Barzani', others: ['Massoud Barzani'] },
    },
  },
  { id: 'barzan', kind: 'place', spellings: { en: { preferred: 'Barzan', others: [] } } },
]
const index = new NameIndex(entries)
const words = (begun: string, language?: 'ar' | 'ckb' | 'en', kinds?: NameEntry['kind'][]) =>
  index.completing(begun, { language, limit: 8, ...(kinds ? { kinds } : {}) }).map(({ word }) => word)

test('a name is found by any of its spellings, folded', () => {
  for (const written of ['اربيل', 'أربيل', 'هه‌ولێر', 'HAWLER', 'erbil'])
    expect(index.spelledAs(written).map(({ id }) => id)).toContain('erbil')
  expect(index.spelledAs('Erbil', ['person'])).toEqual([])
  expect(index.spelledAs('Erb')).toEqual([])
})

test('the other spellings of a name are those of all languages, in folded words', () => {
  expect(index.otherSpellings(['erbil'])).toEqual([['اربیل'], ['اربل'], ['ههولێر'], ['hawler']])
  expect(index.otherSpellings(['masoud', 'barzani'])).toEqual([
    ['مسعود', 'بارزانی'],
    ['massoud', 'barzani'],
  ])
  expect(index.otherSpellings(['masoud'])).toEqual([])
})

test('what the house writes is told where something else stands, and only there', () => {
  expect(index.preferredFor('اربيل', 'ar')).toBe('أربيل')
  expect(index.preferredFor('Hawler', 'en')).toBe('Erbil')
  expect(index.preferredFor('Erbil', 'ckb')).toBe('هەولێر')
  expect(index.preferredFor('Erbil', 'en')).toBeUndefined()
  expect(index.preferredFor('Erbil', 'kmr')).toBeUndefined()
  expect(index.preferredFor('Duhok', 'en')).toBeUndefined()
})

test('of two names that are written alike the one that is written right is meant', () => {
  const two = new NameIndex([
    ...entries,
    { id: 'hawler', kind: 'place', spellings: { en: { preferred: 'Hawler', others: [] } } },
  ])
  expect(two.preferredFor('Hawler', 'en')).toBeUndefined()
})

test('a begun spelling of any language is completed as the house writes it in this one', () => {
  expect(words('Erb', 'ar')).toEqual(['أربيل'])
  expect(words('هەو', 'en')).toEqual(['Erbil'])
  expect(words('haw')).toEqual(['Erbil'])
  expect(words('اربي', 'ckb')).toEqual(['هەولێر'])
})

test('names that begin so stand before those with a later word that does', () => {
  expect(words('barz', 'en')).toEqual(['Barzan', 'Masoud Barzani'])
  expect(words('barz', 'en', ['person'])).toEqual(['Masoud Barzani'])
  expect(words('masoud b', 'ar')).toEqual(['مسعود بارزاني'])
  expect(words('', 'en')).toEqual([])
})
