import { describe, expect, test } from 'vitest'
import { emptyFields } from '../../../core/model/fields.ts'
import { missingFor, requiredFor } from '../../../core/model/required.ts'
import { shippedTypes } from '../../../core/model/shipped-types.ts'
import { filledBy, isUnwritten, mergedTypes, nameOfType, startOf } from '../../../core/model/story-start.ts'
import { readHouseTypes, storyType, type StoryType } from '../../../core/model/story-type.ts'
import shippedFile from '../../../assets/vocab/story-types.json' with { type: 'json' }
import { story } from '../../support/temp-library.ts'

const type = (id: string, parts: object = {}): StoryType => storyType.parse({ id, name: id, ...parts })
const shipped = (id: string): StoryType => shippedTypes.find((each) => each.id === id) ?? type('none')
/** The Genre NewsCodes that a type may name: those of the vocabulary that a newsroom's text can be. */
const genres = ['Current', 'Feature', 'Interview', 'Opinion', 'Press_Release', 'Obituary', null]

describe('the shipped types', () => {
  test('are nine, and each of them reads', () => {
    expect(readHouseTypes(shippedFile)?.odd).toBe(0)
    expect(shippedTypes.map(({ id }) => id)).toEqual([
      'news',
      'urgent',
      'feature',
      'interview',
      'opinion',
      'photo-story',
      'statement',
      'obituary',
      'live-log',
    ])
  })
  test.each(shippedTypes)('$id has a name and a sentence in each language of the interface', (each) => {
    for (const words of [each.name, each.about])
      for (const language of ['en', 'ar', 'ckb', 'kmr'])
        expect(words).toHaveProperty(language, expect.stringMatching(/\S/))
    expect(genres).toContain(each.genre)
  })
  test.each(shippedTypes)(
    '$id asks for the headline first, for nothing twice, and for nothing that it hides',
    (each) => {
      for (const status of ['draft', 'ready', 'published', 'killed'] as const) {
        const asked = requiredFor(status, each)
        expect(asked[0]).toBe('headline')
        expect(new Set(asked).size).toBe(asked.length)
        expect(each.more.filter((field) => asked.includes(field))).toEqual([])
      }
      expect(each.first.filter((field) => each.more.includes(field))).toEqual([])
    },
  )
  test('an urgent one is asked for less than a photo story', () => {
    const missing = (id: string) => missingFor('ready', emptyFields(), shipped(id))
    expect(missing('urgent')).toEqual(['headline', 'source', 'place'])
    expect(missing('photo-story')).toEqual(['headline', 'byline', 'place', 'leadImage'])
  })
})

describe('what a story begins with', () => {
  test('is said for its language, else for any', () => {
    expect(startOf(shipped('urgent'), 'ar').fields).toEqual({ urgency: 1, kicker: 'عاجل' })
    expect(startOf(shipped('urgent'), 'ckb').fields).toEqual({ urgency: 1, kicker: 'بەپەلە' })
    const body = (text: string) => ({ body: story(text) })
    const both = type('both', { starts: { any: body('any'), ar: body('عربي') } })
    expect(startOf(both, 'ar').body).toEqual(story('عربي'))
    expect(startOf(both, 'he').body).toEqual(story('any'))
  })
  test('fills only what is empty', () => {
    const start = { fields: { section: 'محليات', urgency: 2, keywords: ['ماء'] } }
    const written = { ...emptyFields(), section: 'اقتصاد', keywords: [] }
    expect(filledBy(start, written)).toEqual({ urgency: 2, keywords: ['ماء'] })
    expect(filledBy(start, { ...written, section: '  ', urgency: 5 })).toEqual({
      section: 'محليات',
      keywords: ['ماء'],
    })
  })
  test('goes only where nothing has been written', () => {
    expect(isUnwritten(story('', ''))).toBe(true)
    expect(isUnwritten(story('', 'كلمة'))).toBe(false)
    expect(isUnwritten({ type: 'doc', content: [{ type: 'horizontalRule' }] })).toBe(false)
  })
})

describe('a house’s own types', () => {
  test('stand in the place of the shipped ones or behind them, in the house’s order', () => {
    const own = [type('opinion', { name: 'عمود' }), type('weather')]
    const merged = mergedTypes(shippedTypes, { order: ['weather', 'gone', 'news'], types: own })
    expect(merged.map(({ id }) => id).slice(0, 3)).toEqual(['weather', 'news', 'urgent'])
    expect(merged.length).toBe(10)
    expect(nameOfType(merged.find(({ id }) => id === 'opinion') ?? type('x'), 'en')).toBe('عمود')
  })
  test('have a name in whichever language they were named in, or their id', () => {
    expect(nameOfType(type('a', { name: { ar: 'طقس' } }), 'kmr')).toBe('طقس')
    expect(nameOfType(type('weather', { name: {} }), 'en')).toBe('weather')
  })
  test.each([
    ['a field that there is not', { first: ['shoeSize'] }],
    ['a start of another field', { starts: { any: { fields: { headline: 'x' } } } }],
    [
      'a story of unknown nodes',
      { starts: { any: { body: { type: 'doc', content: [{ type: 'hologram' }] } } } },
    ],
    ['an id that is none', { id: '../etc' }],
    ['a part of a later version', { sound: true }],
  ])('that have %s are left out, and counted', (_, parts) => {
    const file = {
      types: [
        { id: 'good', name: 'good' },
        { id: 'bad', name: 'bad', ...parts },
      ],
    }
    expect(readHouseTypes(file)).toMatchObject({ odd: 1, types: [{ id: 'good' }] })
  })
  test('stand once in a file, and a file that is none is none', () => {
    expect(readHouseTypes({ types: [type('a'), type('a')] })).toMatchObject({ odd: 1, types: [{ id: 'a' }] })
    for (const json of [null, [], 7, {}, { types: {} }]) expect(readHouseTypes(json)).toBeUndefined()
  })
})
