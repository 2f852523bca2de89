import { Fragment, Slice } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../core/model/body.ts'
import { explicitSlice, settleSlice } from '../../../renderer/editor/paste/settle-slice.ts'
import { plainSlice } from '../../../renderer/editor/paste/text-slice.ts'
import { documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
import { bdi, factBox, image, li, p, pIn, quote, story, table, row, ul } from '../../support/story.ts'
import { schema } from './story-schema.ts'

const sliceOf = (...blocks: Block[]): Slice => new Slice(documentOf(schema, story(...blocks)).content, 0, 0)
/** The blocks of a slice as an rtl article would store them. */
const blocksOf = (slice: Slice): Block[] => storyOf(schema.node('doc', null, slice.content), 'rtl').content
const settled = (isForeign: boolean, ...blocks: Block[]): Block[] =>
  blocksOf(settleSlice(sliceOf(...blocks), 'rtl', isForeign))
const lineBreak = { type: 'hardBreak' } as const

describe('what is pasted from elsewhere', () => {
  test('most letters decide the direction, whatever the source said', () => {
    expect(settled(true, pIn('ltr', 'BBC: قال الوزير'), p('Reuters said قال'))).toEqual([
      p('BBC: قال الوزير'),
      pIn('ltr', 'Reuters said قال'),
    ])
  })
  test('without letters, what the source said', () => {
    expect(settled(true, pIn('ltr', '2024'), p('2025'))).toEqual([pIn('ltr', '2024'), p('2025')])
  })
  test('a list, a quote and a table are set as a whole', () => {
    expect(
      settled(
        true,
        ul(li(pIn('rtl', 'One')), li(p('Two'))),
        quote(pIn('ltr', 'قول')),
        table(row('Dam', 'Water')),
      ),
    ).toEqual([
      { ...ul(li(p('One')), li(p('Two'))), attrs: { dir: 'ltr' } },
      quote(p('قول')),
      { ...table(row('Dam', 'Water')), attrs: { dir: 'ltr' } },
    ])
  })
  test('blank paragraphs and empty boxes go, pictures stay', () => {
    const picture = image(`${'a'.repeat(64)}.png`)
    expect(
      settled(true, p(), p('\u{a0}\u{200f}'), ul(li(p()), li(p('  '))), picture, quote(picture), p('س')),
    ).toEqual([picture, quote(picture), p('س')])
  })
  test('two line breaks make a paragraph, breaks at its ends go, one stays', () => {
    expect(settled(true, p(lineBreak, 'أ', lineBreak, 'ب', lineBreak, lineBreak, 'ج', lineBreak))).toEqual([
      p('أ', lineBreak, 'ب'),
      p('ج'),
    ])
  })
  test('an empty list item is filled as the schema asks', () => {
    const { listItem, bulletList } = schema.nodes
    const list = bulletList?.create(
      null,
      [
        listItem?.create() ?? [],
        listItem?.create(null, schema.node('paragraph', null, schema.text('س'))) ?? [],
      ].flat(),
    )
    const slice = settleSlice(new Slice(Fragment.from(list), 0, 0), 'rtl', true)
    expect(() => slice.content.firstChild?.check()).not.toThrow()
    expect(blocksOf(slice)).toEqual([ul(li(p()), li(p('س')))])
  })
})

test('what comes from the story itself keeps its directions and its empty paragraphs', () => {
  expect(settled(false, p('English'), p(), pIn('ltr', 'س'))).toEqual([p('English'), p(), pIn('ltr', 'س')])
})
test('what comes from the story itself keeps the directions within a block too', () => {
  const box = { ...factBox('Head', p('One'), pIn('rtl', 'اثنان')), attrs: { dir: 'ltr' } } as const
  expect(settled(false, box)).toEqual([box])
})
test('a copied piece says its directions outright', () => {
  const copied = explicitSlice(sliceOf(p('س'), pIn('ltr', 'x')), 'rtl')
  expect(copied.content.content.map((node) => node.attrs.dir as unknown)).toEqual(['rtl', 'ltr'])
})

describe('plain text', () => {
  const pasted = (words: string): Block[] => blocksOf(plainSlice(words, schema).slice)
  test('is a paragraph a line, whatever ends a line; blank ones are left out', () => {
    expect(pasted('أ\r\nب\rج\n\n \u{a0}\nد\u{2029}ه')).toEqual([p('أ'), p('ب'), p('ج'), p('د'), p('ه')])
  })
  test('loses hidden controls, and they are counted', () => {
    expect(plainSlice('\u{202e}س\u{202c}\u{feff}', schema).hidden).toBe(3)
  })
  test('keeps isolated words as bdi, never inside a word', () => {
    expect(pasted('قالت \u{2066}BBC\u{2069} اليوم ال\u{2067}حكو\u{2069}مة')).toEqual([
      p('قالت ', bdi('BBC', 'ltr'), ' اليوم الحكومة'),
    ])
  })
})
