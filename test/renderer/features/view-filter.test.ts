import { expect, test } from 'vitest'
import { rowFilter } from '../../../core/api/listing.ts'
import { listView, wholeLibrary, type ListView } from '../../../core/model/list-view.ts'
import {
  filterOf,
  isSameView,
  narrowingsOf,
  widened,
} from '../../../renderer/features/library/view-filter.ts'

const nowMs = new Date(2026, 10, 27, 14, 30, 45).getTime()
const filter = (part: Partial<ListView>, ownNames: string[] = ['سارة', 'Sara']) =>
  filterOf({ ...wholeLibrary(), ...part }, { ownNames, nowMs })

test('the whole library is what the schema gives to who has chosen nothing', () => {
  expect(listView.parse({})).toEqual(wholeLibrary())
  expect(filter({})).toEqual({})
})

test('days are said from their midnight here, and embargoes at this minute', () => {
  expect(filter({ lastDays: 1 })).toEqual({ after: new Date(2026, 10, 27).toISOString() })
  expect(filter({ lastDays: 30 })).toEqual({ after: new Date(2026, 9, 29).toISOString() })
  expect(filter({ isHeld: true })).toEqual({ embargoedAt: new Date(2026, 10, 27, 14, 30).toISOString() })
})

test('what is mine is known by all the names that I write under, and what waits for me by none of them', () => {
  expect(filter({ whose: 'mine' })).toEqual({ byline: ['سارة', 'Sara'] })
  expect(filter({ whose: 'others', status: ['ready'] })).toEqual({
    status: ['ready'],
    notByline: ['سارة', 'Sara'],
  })
})

test('the desk understands each filter', () => {
  const all = filter({
    status: ['draft'],
    language: ['ckb'],
    place: ['هەولێر'],
    section: ['a'],
    whose: 'mine',
    lastDays: 7,
    isHeld: true,
  })
  expect(rowFilter.parse(all)).toEqual(all)
})

test('each thing that narrows a view can be taken away alone, and the last leaves it whole', () => {
  const view: ListView = {
    ...wholeLibrary(),
    language: ['ar', 'ckb'],
    place: ['أربيل'],
    whose: 'mine',
    lastDays: 7,
    isHeld: true,
  }
  const all = narrowingsOf(view)
  expect(all).toHaveLength(6)
  expect(widened(view, { by: 'language', value: 'ar' }).language).toEqual(['ckb'])
  expect(all.reduce(widened, view)).toEqual(wholeLibrary())
})

test('views are the same whatever order things were chosen in', () => {
  const view = { ...wholeLibrary(), place: ['a', 'b'] }
  expect(isSameView(view, { ...view, place: ['b', 'a'] })).toBe(true)
  expect(isSameView(view, { ...view, order: 'place' })).toBe(false)
})
