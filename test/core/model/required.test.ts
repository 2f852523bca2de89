import { describe, expect, test } from 'vitest'
import { emptyFields, statuses, type ArticleFields, type LeadImage } from '../../../core/model/fields.ts'
import { missingFor, requiredFor } from '../../../core/model/required.ts'

const picture = (words: Partial<LeadImage>): LeadImage => ({
  media: `${'a'.repeat(64)}.png`,
  alt: '',
  caption: '',
  credit: '',
  source: '',
  width: 40,
  height: 20,
  ...words,
})
const fields = (part: Partial<ArticleFields>): ArticleFields => ({ ...emptyFields(), ...part })

describe('what a status asks for', () => {
  test('is the headline alone of a draft and of what is killed', () => {
    expect(requiredFor('draft')).toEqual(['headline'])
    expect(requiredFor('killed')).toEqual(['headline'])
  })
  test('grows from ready to published', () => {
    const before = new Set(requiredFor('ready'))
    expect(requiredFor('ready').length).toBeGreaterThan(requiredFor('draft').length)
    expect(requiredFor('published').filter((each) => !before.has(each))).toEqual(['date', 'slug'])
  })
  test.each(statuses)('%s asks for the headline first, and for nothing twice', (status) => {
    const asked = requiredFor(status)
    expect(asked[0]).toBe('headline')
    expect(new Set(asked).size).toBe(asked.length)
  })
})

describe('what is still missing', () => {
  test('is what is empty, white space too, in the order of the table', () => {
    expect(missingFor('ready', fields({ headline: ' ', byline: ['سارة'], source: 'ضفاف برس' }))).toEqual([
      'headline',
      'place',
      'subjects',
    ])
  })
  test('is nothing once everything is there', () => {
    const whole = fields({
      headline: 'عنوان',
      byline: ['سارة'],
      source: 'ضفاف برس',
      place: 'أربيل',
      subjects: ['04000000'],
      date: '2026-11-23',
      slug: 'x',
    })
    expect(missingFor('published', whole)).toEqual([])
    expect(missingFor('published', { ...whole, date: null })).toEqual(['date'])
  })
  test('are the words of the lead picture only where there is a picture', () => {
    const words = (leadImage: LeadImage | null) =>
      missingFor('ready', fields({ leadImage })).filter((each) => each.startsWith('picture.'))
    expect(words(null)).toEqual([])
    expect(words(picture({ media: null }))).toEqual([])
    expect(words(picture({}))).toEqual(['picture.alt', 'picture.credit'])
    expect(words(picture({ alt: 'بحيرة', credit: 'آرام' }))).toEqual([])
  })
})
