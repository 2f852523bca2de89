import { expect, test } from 'vitest'
import { fieldIds, fieldOf, type FieldId } from '../../../core/model/fields.ts'
import { shippedTypes } from '../../../core/model/shipped-types.ts'
import { sectionsOf } from '../../../renderer/features/details/sections.ts'

const inDetails = fieldIds.filter((field) => !fieldOf(field).onPage)
const all = ({ shown, more }: ReturnType<typeof sectionsOf>): FieldId[] => [
  ...shown.flatMap(({ fields }) => fields),
  ...more,
]

test('without a type the fields of Details stand as the table has them', () => {
  expect(all(sectionsOf(undefined))).toEqual(inDetails)
})

test.each([
  ...shippedTypes,
  { id: 'all', first: fieldIds, more: [] },
  { id: 'none', first: [], more: fieldIds },
])('every field stands in Details once, whatever $id puts first or behind More', (type) => {
  expect(all(sectionsOf(type)).toSorted()).toEqual(inDetails.toSorted())
})

test('what comes first stands under what the article is, in the order of the type', () => {
  const { shown } = sectionsOf({
    first: ['place', 'leadImage', 'byline', 'status', 'headline'],
    more: ['slug'],
  })
  expect(shown.slice(0, 4).map(({ title, fields }) => [title, fields])).toEqual([
    [null, ['status', 'language', 'storyType', 'section', 'urgency']],
    [null, ['place']],
    ['field.leadImage', ['leadImage']],
    [null, ['byline']],
  ])
})

test('status, language and type cannot be put away', () => {
  expect(sectionsOf({ first: [], more: ['status', 'language', 'storyType', 'slug'] }).more).toEqual(['slug'])
})
