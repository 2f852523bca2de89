import { expect, test } from 'vitest'
import { documentOf } from '../../../../renderer/editor/story-body.ts'
import { overStory } from '../../../../renderer/editor/words/over-story.ts'
import { compareSpots, isSameSpot, isSpotIn } from '../../../../renderer/editor/words/word-spot.ts'
import { gallery, image, p, story } from '../../../support/story.ts'
import { schema } from '../story-schema.ts'

const media = `${'a'.repeat(64)}.png`
// Positions: p 0–4, gallery 4–8 with pictures at 5 and 6, p 8–12.
const doc = documentOf(
  schema,
  story(p('ab'), gallery('c', image(media, { caption: 'd' }), image(media)), p('ef')),
)
const inText = (start: number, from = 0, to = from + 1) => ({ start, from, to })
const beside = (start: number, attribute: string, from = 0) => ({ start, attribute, from, to: from + 1 })

test('spots are in order: text, the words of pictures as they stand, the caption of all behind them', () => {
  const order = [
    inText(1),
    inText(1, 1),
    beside(5, 'caption'),
    beside(5, 'caption', 1),
    beside(5, 'alt'),
    beside(6, 'credit'),
    beside(4, 'caption'),
    inText(9),
  ]
  const shuffled = [3, 0, 6, 2, 7, 4, 1, 5].map((at) => order[at] ?? inText(0))
  expect(shuffled.toSorted((one, other) => compareSpots(doc, one, other))).toEqual(order)
})
test('words over the story come before all that is in it, as they stand on the page, and are in no selection', () => {
  const over = (attribute: string, from = 0) => beside(overStory, attribute, from)
  const order = [over('kicker'), over('headline'), over('headline', 1), over('subheadline'), inText(1)]
  const shuffled = [3, 1, 4, 2, 0].map((at) => order[at] ?? inText(0))
  expect(shuffled.toSorted((one, other) => compareSpots(doc, one, other))).toEqual(order)
  expect(isSpotIn(doc, over('headline'), { from: 0, to: doc.content.size })).toBe(false)
})
test('a caret before a picture, or the picture selected, is before all that is written at it', () => {
  for (const caret of [inText(5, 0, 1), inText(4, 0, 4)])
    expect(compareSpots(doc, beside(5, 'caption'), caret)).toBeGreaterThan(0)
})
test('the same letters are the same spot, however their place is told', () => {
  expect(isSameSpot(inText(1, 1), inText(2))).toBe(true)
  expect(isSameSpot(beside(5, 'caption'), beside(5, 'alt'))).toBe(false)
  expect(isSameSpot(beside(5, 'caption'), inText(5))).toBe(false)
})
test('a selection holds the words beside a node only where it holds the node', () => {
  expect(isSpotIn(doc, beside(4, 'caption'), { from: 2, to: 7 })).toBe(false)
  expect(isSpotIn(doc, beside(5, 'caption'), { from: 2, to: 7 })).toBe(true)
  expect(isSpotIn(doc, beside(4, 'caption'), { from: 2, to: 9 })).toBe(true)
  expect(isSpotIn(doc, inText(1, 1), { from: 2, to: 9 })).toBe(true)
  expect(isSpotIn(doc, inText(1), { from: 2, to: 9 })).toBe(false)
})
