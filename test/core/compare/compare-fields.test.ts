import { expect, test } from 'vitest'
import { compareTexts } from '../../../core/compare/compare-texts.ts'
import type { ArticleText } from '../../../core/model/draft-patch.ts'
import type { ArticleFields } from '../../../core/model/fields.ts'
import { draft, written } from '../../support/compared.ts'

const fieldsOf = (older: ArticleText, newer: ArticleText) =>
  compareTexts(older, newer).fields.map(({ field, before, after, pieces }) => [
    field,
    before,
    after,
    written(pieces),
  ])
const withFields = (fields: Partial<ArticleFields>) => draft([], { fields })

test('fields that differ stand in the order of the table, word by word, codes as codes', () => {
  const older = draft([], {
    fields: { urgency: 3, headline: 'وزير الصحة يزور أربيل', byline: ['هيوا', 'سارة'] },
  })
  const newer = draft([], {
    status: 'ready',
    fields: {
      urgency: null,
      headline: 'وزير التربية يزور أربيل',
      byline: ['هيوا', 'Sara Ali'],
      date: '2024-05-08T14:30+03:00',
    },
  })
  expect(fieldsOf(older, newer)).toEqual([
    ['status', 'draft', 'ready', '[-draft-][+ready+]'],
    ['urgency', '3', '', '[-3-]'],
    ['headline', 'وزير الصحة يزور أربيل', 'وزير التربية يزور أربيل', 'وزير [-الصحة-][+التربية+] يزور أربيل'],
    ['byline', 'هيوا\nسارة', 'هيوا\nSara Ali', 'هيوا\n[-سارة-][+Sara Ali+]'],
    ['date', '', '2024-05-08T14:30+03:00', '[+2024-05-08T14:30+03:00+]'],
  ])
})

test('subjects are named in the language of the newer text, an unknown one by its code', () => {
  const subjects = (codes: string[], language: 'ar' | 'en') =>
    draft([], { language, fields: { subjects: codes } })
  const [, change] = fieldsOf(subjects(['15000000'], 'ar'), subjects(['15000000', '99999999'], 'en'))
  expect(change).toEqual(['subjects', 'sport', 'sport\n99999999', 'sport[+\n99999999+]'])
})

test('a lead picture that gave way to another is listed though its words are the same', () => {
  const picture = (media: string | null) => ({
    media,
    alt: 'جسر',
    caption: '',
    credit: '',
    source: 'شفق',
    width: null,
    height: null,
  })
  const [one, other] = [`${'a'.repeat(64)}.jpg`, `${'b'.repeat(64)}.jpg`]
  const { fields } = compareTexts(
    withFields({ leadImage: picture(one) }),
    withFields({ leadImage: picture(other) }),
  )
  expect(fields).toMatchObject([
    { field: 'leadImage', before: 'جسر\nشفق', after: 'جسر\nشفق', media: { before: one, after: other } },
  ])
  expect(fieldsOf(withFields({ leadImage: null }), withFields({ leadImage: picture(null) }))).toEqual([
    ['leadImage', '', 'جسر\nشفق', '[+جسر+][+\n+][+شفق+]'],
  ])
})

test('fields that are the same are not listed, whatever the width of a picture', () => {
  const picture = { media: null, alt: 'جسر', caption: '', credit: '', source: '', height: null }
  const older = withFields({ leadImage: { ...picture, width: null }, keywords: ['أ'] })
  expect(fieldsOf(older, withFields({ leadImage: { ...picture, width: 800 }, keywords: ['أ'] }))).toEqual([])
})
