import { expect, test } from 'vitest'
import { emptyFields } from '../../../core/model/fields.ts'
import { goodLengths } from '../../../core/model/lengths.ts'

const places = (...asked: Parameters<typeof goodLengths>) => goodLengths(...asked).map(({ place }) => place)

test('the headline has a length for the page, for search results and for a card', () => {
  expect(goodLengths('headline', emptyFields())).toEqual([
    { place: 'page', good: 90 },
    { place: 'search', good: 60 },
    { place: 'card', good: 70 },
  ])
})
test('a text of its own for search results takes the place of the headline and of the summary there', () => {
  const fields = { ...emptyFields(), seoTitle: 'Title', seoDescription: 'About' }
  expect(places('headline', fields)).toEqual(['page', 'card'])
  expect(places('summary', fields)).toEqual(['card'])
  expect(places('headline', { ...fields, seoTitle: ' ' })).toContain('search')
})
test('the length of a name does not matter', () => {
  expect(goodLengths('byline', emptyFields())).toEqual([])
})
