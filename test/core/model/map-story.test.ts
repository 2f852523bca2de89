import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../core/compare/compare-texts.ts'
import { cleanBody } from '../../../core/model/clean-body.ts'
import { storyBody } from '../../../core/model/body.ts'
import { mapStory, mediaNames, storyPictures } from '../../../core/model/map-story.ts'
import { blockText } from '../../../core/model/measure.ts'
import { searchablePieces } from '../../../core/search/article-text.ts'
import { embed, gallery, image, p, story } from '../../support/story.ts'
import { article } from '../export/story.ts'

const name = (letter: string) => `${letter.repeat(64)}.png`
const pair = (caption = '') =>
  gallery(caption, image(name('a'), { caption: 'أولى' }), image(name('b'), { alt: 'ثانية' }))

describe('a gallery', () => {
  test('is known by its pictures wherever pictures are asked for', () => {
    const body = story(p('قبل'), pair(), image(name('c')))
    expect(storyPictures(body).map(({ media }) => media)).toEqual(['a', 'b', 'c'].map(name))
    expect(mediaNames({ fields: { leadImage: null }, body })).toEqual(['a', 'b', 'c'].map(name))
  })
  test('that loses a picture is the other one and its caption, and none is its caption', () => {
    const without = (lost: string[]) =>
      mapStory(story(pair('معًا')), { picture: (each) => (lost.includes(each.media) ? undefined : each) })
    expect(without([])).toEqual(story(pair('معًا')))
    expect(without([name('a')])).toEqual(story(image(name('b'), { alt: 'ثانية' }), p('معًا')))
    expect(without([name('a'), name('b')])).toEqual(story(p('معًا')))
  })
  test('has no words that are counted, and all of them are found', () => {
    const of = article('ar', {}, pair('معًا'))
    expect(blockText(pair('معًا'))).toBe('')
    expect(searchablePieces(of)).toEqual(expect.arrayContaining(['معًا', 'أولى', 'ثانية']))
  })
  test('holds two to twenty pictures', () => {
    const of = (count: number) => story(gallery('', ...Array.from({ length: count }, () => image(name('a')))))
    expect([1, 2, 20, 21].map((count) => storyBody.safeParse(of(count)).success)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  test('is compared picture by picture, its caption as a line of its own', () => {
    const text = (caption: string) => article('ar', {}, pair(caption))
    const { lines } = compareTexts(text('معًا'), text('معًا اليوم'))
    expect(lines.map(({ kind, style }) => [kind, style.type, style.within])).toEqual([
      ['same', 'image', ['gallery']],
      ['same', 'image', ['gallery']],
      ['changed', 'paragraph', ['gallery']],
    ])
  })
})

describe('a card of another site', () => {
  const card = embed('https://youtu.be/x', { title: 'فيلم', site: 'YouTube', media: name('a'), alt: 'صورة' })
  test('is known by its picture, and stands without it where that is left out', () => {
    expect(mediaNames({ fields: { leadImage: null }, body: story(card) })).toEqual([name('a')])
    expect(mapStory(story(card), { picture: () => undefined })).toEqual(
      story({ ...card, attrs: { ...card.attrs, media: null } }),
    )
  })
  test('with an address that no card may have is its title', () => {
    expect(cleanBody(story(card))).toEqual(story(card))
    expect(
      cleanBody(story(embed('javascript:alert(1)', { title: 'فيلم' }), embed('mailto:a@b.example'))),
    ).toEqual(story(p('فيلم')))
  })
  test('is found by its title, its site and its address, and compared by them', () => {
    const of = (title: string) => article('ar', {}, embed('https://youtu.be/x', { title, site: 'YouTube' }))
    expect(searchablePieces(of('فيلم'))).toEqual(
      expect.arrayContaining(['فيلم', 'YouTube', 'https://youtu.be/x']),
    )
    const { lines } = compareTexts(of('فيلم'), of('فيلم آخر'))
    expect(lines).toMatchObject([{ kind: 'changed', style: { type: 'embed' } }])
  })
})
