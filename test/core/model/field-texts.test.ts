import { expect, test } from 'vitest'
import { mapFieldTexts } from '../../../core/model/field-texts.ts'
import { emptyFields, type ArticleFields } from '../../../core/model/fields.ts'

const fields: ArticleFields = {
  ...emptyFields(),
  headline: 'headline',
  subheadline: 'sub',
  byline: ['one', 'two'],
  keywords: ['key'],
  deskNote: 'note',
  slug: 'slug',
  canonicalUrl: 'https://example.org/',
  date: '2024-05-08',
  embargoUntil: '2024-05-09',
  subjects: ['11000000'],
  urgency: 3,
  leadImage: {
    media: null,
    alt: 'alt',
    caption: 'caption',
    credit: 'credit',
    source: 'source',
    width: 1,
    height: 2,
  },
}

test('every text is changed; the slug, addresses, dates and codes are not', () => {
  const seen: string[] = []
  const mapped = mapFieldTexts(fields, (text, field) => {
    if (text) seen.push(`${field} ${text}`)
    return text.toUpperCase()
  })
  expect(mapped).toEqual({
    ...fields,
    headline: 'HEADLINE',
    subheadline: 'SUB',
    byline: ['ONE', 'TWO'],
    keywords: ['KEY'],
    deskNote: 'NOTE',
    leadImage: { ...fields.leadImage, alt: 'ALT', caption: 'CAPTION', credit: 'CREDIT', source: 'SOURCE' },
  })
  expect(seen).toEqual([
    'headline headline',
    'subheadline sub',
    'byline one',
    'byline two',
    'keywords key',
    'leadImage alt',
    'leadImage caption',
    'leadImage credit',
    'leadImage source',
    'deskNote note',
  ])
})

test('what stays as it is stays the very same', () => {
  const mapped = mapFieldTexts(fields, (text) => (text === 'headline' ? 'other' : text))
  for (const field of Object.keys(fields) as (keyof ArticleFields)[])
    expect([field, mapped[field] === fields[field]]).toEqual([field, field !== 'headline'])
  expect(mapFieldTexts(emptyFields(), (text) => text).leadImage).toBeNull()
})
