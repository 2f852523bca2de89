import { expect, test } from 'vitest'
import { attributeWords, wordsBeside, wordsIn } from '../../../core/model/words-beside.ts'
import { embed, factBox, gallery, image, p, pullQuote, story } from '../../support/story.ts'

const media = `${'a'.repeat(64)}.png`

test('the words beside the text come in the order of the page, each behind what it stands under, none empty', () => {
  const body = story(
    p('text'),
    image(media, { alt: '3', caption: '1', credit: '2' }),
    gallery('6', image(media, { caption: '4' }), image(media, { alt: '5' })),
    embed('https://youtu.be/x', { title: '7', site: '8', alt: '9' }),
    factBox('title', p('text'), pullQuote('10', p('said'))),
  )
  expect(wordsBeside(body)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
})
test('a node says which of its attributes hold words; one that the story does not know has none', () => {
  expect(attributeWords('image')).toEqual(['caption', 'credit', 'alt'])
  expect(attributeWords('paragraph')).toEqual([])
  expect(attributeWords('doc')).toEqual([])
  expect(wordsIn({ media: null, caption: 'x' }, 'caption')).toBe('x')
  expect(wordsIn({ media: null }, 'media')).toBe('')
  expect(wordsIn(undefined, 'caption')).toBe('')
})
