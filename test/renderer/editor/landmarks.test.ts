import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { Landmarks } from '../../../renderer/editor/landmarks.ts'
import { documentOf } from '../../../renderer/editor/story-body.ts'
import {
  asked,
  at,
  embed,
  factBox,
  fn,
  gallery,
  h,
  image,
  li,
  note,
  p,
  pullQuote,
  questions,
  row,
  rule,
  source,
  sources,
  story,
  table,
  timeline,
  ul,
} from '../../support/story.ts'
import { schema } from './story-schema.ts'

const media = `${'a'.repeat(64)}.png`
const linesOf = (...blocks: Parameters<typeof story>) =>
  new Landmarks()
    .inStory(documentOf(schema, story(...blocks)), 'rtl')
    .map(({ kind, text, level }) => `${kind} ${level} ${text}`.trim())

test('every kind that is seen from afar is there, known by its title or first words', () => {
  expect(
    linesOf(
      h(3, 'heading'),
      p('text', fn('a1')),
      image(media, { caption: 'caption', alt: 'alt' }),
      gallery('gallery', image(media, { caption: 'one' }), image(media)),
      embed('https://youtu.be/x', { title: 'card', site: 'YouTube' }),
      table(row('1', '2'), row('3', '4')),
      pullQuote('who', p('said')),
      factBox('box', p('fact')),
      questions(asked('why', p('because'))),
      timeline(at('May', p('it began'))),
      ul(li(p('item'))),
      rule,
      sources(source('a1', 'agency')),
    ),
  ).toEqual([
    'heading 3 heading',
    'picture 5 caption',
    'gallery 5 gallery',
    'embed 5 card',
    'table 5 1 · 2',
    'pull-quote 5 said',
    'fact-box 5 box',
    'questions 5 why · because',
    'timeline 5 May · it began',
    'sources 5 agency',
  ])
})
test('one without a title is known by what else is written in it, and says nothing where nothing is', () => {
  expect(
    linesOf(
      image(media, { credit: 'who', alt: 'alt' }),
      gallery('', image(media), image(media, { alt: 'second' })),
      embed('https://youtu.be/x', { site: 'YouTube' }),
      factBox('', p('  fact\u00a0 one ')),
      pullQuote('who', p()),
      timeline(at('', p())),
    ),
  ).toEqual([
    'picture 5 alt',
    'gallery 5 second',
    'embed 5 YouTube',
    'fact-box 5 fact one',
    'pull-quote 5 who',
    'timeline 5',
  ])
})
test('its place leaves notes out, as the place of the caret does', () => {
  const doc = documentOf(schema, story(note(p('x')), h(2, 'a'), note(p('x')), p('b'), h(2, 'c')))
  const places = new Landmarks().inStory(doc, 'ltr').map(({ index, place }) => [index, place])
  expect(places).toEqual([
    [1, 0],
    [4, 2],
  ])
})
test('a block that no edit has made anew is read once', () => {
  const state = EditorState.create({ doc: documentOf(schema, story(factBox('box', p('x')), p('y'))) })
  const landmarks = new Landmarks()
  landmarks.inStory(state.doc, 'ltr')
  const box = state.doc.child(0)
  let reads = 0
  Object.defineProperty(box.child(0), 'textBetween', { value: () => String((reads += 1)) })
  const after = state.tr.insertText('z', state.doc.content.size - 1).doc
  expect(after.child(0)).toBe(box)
  expect(landmarks.inStory(after, 'ltr')[0]?.text).toBe('box')
  expect(reads).toBe(0)
})
