import { expect, test } from 'vitest'
import {
  columnsOf,
  orderOf,
  othersIn,
  rowsOf,
  withSpelling,
} from '../../../renderer/features/names/name-rows.ts'
import { barzani, erbil, name } from '../../support/names.ts'

test('a language that some name is written in has a column, and those that are asked for', () => {
  expect(columnsOf([erbil], ['kmr'])).toEqual(['ar', 'ckb', 'kmr', 'en'])
  expect(columnsOf([], ['ckb', 'ar'])).toEqual(['ar', 'ckb'])
})

test('rows are found by any spelling, in an order that an edit does not change; new ones stand first', () => {
  const order = orderOf([erbil, barzani], 'en')
  const ids = (part: Partial<Parameters<typeof rowsOf>[1]>, entries = [barzani, erbil]) =>
    rowsOf(entries, { kind: '', sought: '', order, ...part }).map(({ id }) => id)
  expect(ids({})).toEqual(['erbil', 'barzani'])
  expect(ids({ sought: 'اربل' })).toEqual(['erbil'])
  expect(ids({ sought: 'barz', kind: 'place' })).toEqual([])
  const renamed = { ...erbil, spellings: { en: { preferred: 'Zakho', others: [] } } }
  expect(ids({}, [barzani, renamed, name('new', 'party', { en: ['PUK'] })])).toEqual([
    'new',
    'erbil',
    'barzani',
  ])
})

test('other spellings are written one behind the other, with commas of any script', () => {
  expect(othersIn(' أربل، Arbil,Irbil ; ')).toEqual(['أربل', 'Arbil', 'Irbil'])
})

test('a spelling that is emptied leaves the next, then its language, and never a name without any', () => {
  const first = withSpelling(erbil, 'en', { preferred: '' })
  expect(first?.spellings.en).toEqual({ preferred: 'Hawler', others: [] })
  const second = first && withSpelling(first, 'en', { preferred: '' })
  expect(second?.spellings).not.toHaveProperty('en')
  const one = name('x', 'place', { ckb: ['هەولێر'] })
  expect(withSpelling(one, 'ckb', { preferred: '' })).toBeNull()
  expect(withSpelling(one, 'ar', { others: ['أربل', 'اربل'] })?.spellings.ar).toEqual({
    preferred: 'أربل',
    others: ['اربل'],
  })
})
