import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Inline, StoryBody } from '../../../core/model/body.ts'
import {
  blockText,
  countCharacters,
  countGraphemes,
  countWords,
  measureBody,
  readingMinutes,
} from '../../../core/model/measure.ts'

const text = (words: string): Inline => ({ type: 'text', text: words })
const p = (...content: Inline[]): Block & { type: 'paragraph' } => ({ type: 'paragraph', content })
const story = (...content: Block[]): StoryBody => ({ type: 'doc', content })

describe('countWords', () => {
  test.each([
    ['', 0],
    ['   \n\t', 0],
    ['— … ؟ «»', 0],
    ['قال الوزير — أمس — إن', 4],
    ['مى\u200cشود', 1],
    ['الحُكُـــومة', 1],
    ['٢٥٪ی', 1],
    ['و12.5 https://ex.com/a', 2],
    ['ראש־הממשלה אמר', 2],
    ['one\u00a0two\u3000three', 3],
  ])('%j has %d', (words, count) => {
    expect(countWords(words)).toBe(count)
  })
  test('any text has as many as it has pieces between white space with a letter or a digit', () => {
    const letters = fc.constantFrom(
      ' ',
      '\n',
      '\u2029',
      '\ufeff',
      '\u200f',
      '-',
      'a',
      'ل',
      '٣',
      '𝟛',
      '😀',
      '\ud835',
      '\udfdb',
    )
    fc.assert(
      fc.property(fc.array(letters), (some) => {
        const text = some.join('')
        const words = text.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token))
        expect(countWords(text)).toBe(words.length)
      }),
    )
  })
})

describe('countCharacters', () => {
  test.each([
    ['', 0],
    [' a b\u00a0c\n', 3],
    ['الحُكُومَة', 7],
    ['e\u0301', 1],
    ['مى\u200cشود\u200f', 5],
    ['😀𝟛', 2],
    ['سلام، 10%', 8],
  ])('%j has %d', (words, count) => {
    expect(countCharacters(words)).toBe(count)
  })
})

describe('countGraphemes', () => {
  test.each([
    ['', 0],
    ['two words', 9],
    ['الحُكُومَة', 7],
    ['e\u0301', 1],
    ['مى\u200cشود\u200f', 5],
    ['😀 👨‍👩‍👧 🇮🇶', 5],
    ['سلام، 10%', 9],
  ])('%j has %d, as a reader counts', (words, count) => {
    expect(countGraphemes(words)).toBe(count)
  })
})

describe('a story', () => {
  const cell = (words: string) => ({ type: 'tableCell' as const, content: [p(text(words))] })
  const whole = story(
    { type: 'heading', attrs: { level: 2 }, content: [text('عنوان فرعي')] },
    p(
      text('كلمة '),
      { type: 'text', text: 'غامقة', marks: [{ type: 'bold' }] },
      { type: 'hardBreak' },
      text('سطر'),
    ),
    { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('بند')), p(text('آخر'))] }] },
    { type: 'blockquote', content: [p(text('اقتباس'))] },
    { type: 'pullQuote', content: [p(text('مقتطف'))] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('أ'), cell('ب')] }] },
    { type: 'horizontalRule' },
    {
      type: 'image',
      attrs: { media: 'import:1', alt: 'صورة', caption: 'شرح', credit: '', width: null, height: null },
    },
    { type: 'paragraph' },
  )

  test('has the words of every block, and none of its pictures', () => {
    expect(measureBody(whole)).toEqual({ words: 11, characters: 40 })
  })
  test('as plain text keeps words of neighbouring cells, lines and items apart', () => {
    expect(whole.content.map(blockText)).toEqual([
      'عنوان فرعي',
      'كلمة غامقة\nسطر',
      'بند\nآخر',
      'اقتباس',
      'مقتطف',
      'أ\tب',
      '',
      '',
      '',
    ])
  })
  test('a mark in the middle of a word does not make two of it', () => {
    expect(
      measureBody(story(p(text('الحكو'), { type: 'text', text: 'مة', marks: [{ type: 'bold' }] }))).words,
    ).toBe(1)
  })
  test('with a node of a later version is refused, not miscounted', () => {
    expect(() => measureBody(story({ type: 'hologram' } as never))).toThrow('hologram')
  })
})

test('reading takes whole minutes, at least one, and none for nothing', () => {
  expect([0, 1, 130, 300, 1380].map((words) => readingMinutes(words, 138))).toEqual([0, 1, 1, 2, 10])
})
