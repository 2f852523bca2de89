import { expect, test } from 'vitest'
import { makeKeys, makeStory } from '../../bench/corpus/story.ts'
import { storyHtml } from '../../bench/corpus/story-html.ts'
import { storyBody } from '../../core/model/body.ts'
import { blockText, measureBody } from '../../core/model/measure.ts'

test.each([1, 39, 600, 5000])('a story of %i words has exactly so many', (words) => {
  expect(measureBody(makeStory(words)).words).toBe(words)
})

test('the same seed writes the same story, another seed another one', () => {
  expect(makeStory(600, 3)).toEqual(makeStory(600, 3))
  expect(makeStory(600, 3)).not.toEqual(makeStory(600, 4))
  expect(makeKeys(300)).toEqual(makeKeys(300))
})

test('a long story is one that Midad can store, with all that the measure is about', () => {
  const story = makeStory(5000)
  expect(storyBody.safeParse(story).error).toBeUndefined()
  expect(new Set(story.content.map(({ type }) => type))).toEqual(
    new Set(['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList']),
  )
  for (const mark of ['bold', 'italic', 'link']) expect(JSON.stringify(story)).toContain(`{"type":"${mark}"`)
  const text = story.content.map(blockText).join('\n')
  for (const letters of [/[A-Za-z]{3}/, /\d/, /[٠-٩]/, /«[^»]+»/, /‹[^›]+›/]) expect(text).toMatch(letters)
})

test('no run of text begins or ends a block with a space, and none meets another without one', () => {
  for (const block of makeStory(5000).content) {
    const text = blockText(block)
    expect(text).not.toMatch(/^ | $| {2}/m)
  }
})

test('the page of the story holds the same text', () => {
  const story = makeStory(600)
  const text = story.content.map(blockText).join('').replaceAll('\n', '')
  expect(storyHtml(story).replace(/<[^>]+>/g, '')).toBe(text)
})

test('there are as many keys as are asked for, each one letter or a space', () => {
  const keys = makeKeys(300)
  expect(keys).toHaveLength(300)
  for (const key of keys) expect(key).toMatch(/^[\u0621-\u064a ]$/)
})
