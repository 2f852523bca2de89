import { expect, test } from 'vitest'
import { emptyFields } from '../../../core/model/fields.ts'
import { storyType, type StoryType } from '../../../core/model/story-type.ts'
import {
  freshId,
  lineOf,
  moved,
  placeOf,
  typeOfStory,
  withPlace,
  withRequired,
  withStartField,
  withStartText,
} from '../../../renderer/features/story-types/type-change.ts'
import { story } from '../../support/temp-library.ts'

const type = (parts: object = {}): StoryType => storyType.parse({ id: 'a', name: 'a', ...parts })

test('a field stands in one place only', () => {
  const put = withPlace(
    withPlace(type({ first: ['place'], more: ['slug'] }), 'slug', 'first'),
    'place',
    'more',
  )
  expect(put).toMatchObject({ first: ['slug'], more: ['place'] })
  expect(withPlace(put, 'slug', 'usual')).toMatchObject({ first: [], more: ['place'] })
  expect([placeOf(put, 'slug'), placeOf(put, 'place'), placeOf(put, 'byline')]).toEqual([
    'first',
    'more',
    'usual',
  ])
})
test('what stands in a list moves by one, and not beyond its ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
})
test('a mark is set and taken off what the house asks for, for that status alone', () => {
  const put = withRequired(type(), 'ready', 'summary', true)
  expect(put.required).toEqual({ ready: expect.arrayContaining(['headline', 'byline', 'summary']) })
  expect(withRequired(put, 'ready', 'byline', false).required.ready).not.toContain('byline')
})
test('start values are written in a line each, for one language, and go with it', () => {
  const put = withStartField(withStartField(type(), 'ar', 'keywords', ' ماء، نهر ,'), 'any', 'urgency', '2')
  expect(put.starts).toEqual({
    any: { fields: { urgency: 2 } },
    ar: { fields: { keywords: ['ماء', 'نهر'] } },
  })
  expect(lineOf(put.starts.ar?.fields?.keywords)).toBe('ماء، نهر')
  expect(withStartField(put, 'ar', 'keywords', ' ').starts).toEqual({ any: { fields: { urgency: 2 } } })
  expect(storyType.safeParse(put).success).toBe(true)
})
test('a start text leaves pictures where they are, and none is none', () => {
  const media = `${'a'.repeat(64)}.png`
  const image = {
    type: 'image' as const,
    attrs: { media, alt: '', caption: '', credit: '', width: 1, height: 1 },
  }
  const body = { type: 'doc' as const, content: [...story('الطقس').content, image] }
  expect(withStartText(type(), 'ar', body).starts).toEqual({ ar: { body: story('الطقس') } })
  expect(withStartText(withStartText(type(), 'ar', body), 'ar', null).starts).toEqual({})
  expect(withStartText(type(), 'ar', story('')).starts).toEqual({})
})
test('a type made of a story begins as the story stands, and asks for what its type did', () => {
  const like = type({ genre: 'Opinion', required: { ready: ['headline'] } })
  const fields = { ...emptyFields(), section: 'طقس', headline: 'لا يؤخذ', slug: 'no' }
  const draft = { id: 'x', language: 'ar' as const, status: 'draft' as const, fields, body: story('غداً') }
  const made = typeOfStory(draft, { id: 'weather', name: 'طقس', like })
  expect(made).toMatchObject({ id: 'weather', genre: 'Opinion', required: { ready: ['headline'] } })
  expect(made.starts).toEqual({ ar: { fields: { section: 'طقس' }, body: story('غداً') } })
})
test('a name in any script makes an id that is free', () => {
  expect(freshId('Weather report', 'en', [])).toBe('weather-report')
  expect(freshId('Weather', 'en', ['weather', 'weather-2'])).toBe('weather-3')
  for (const name of ['طقس', '؟', '- -'])
    expect(storyType.safeParse({ id: freshId(name, 'ar', []), name }).success).toBe(true)
})
