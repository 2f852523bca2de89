import { AllSelection, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { CellSelection } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../core/model/body.ts'
import type { Direction } from '../../../core/model/language-code.ts'
import { documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
import { setDirection } from '../../../renderer/editor/turn-direction.ts'
import {
  asked,
  factBox,
  image,
  li,
  note,
  ol,
  p,
  pIn,
  pullQuote,
  questions,
  quote,
  row,
  rule,
  story,
  table,
  ul,
} from '../../support/story.ts'
import { schema } from './story-schema.ts'

/** Where these words begin. */
function find(doc: ProseMirrorNode, words: string): number {
  let found = -1
  doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (at !== -1 && found === -1) found = pos + 1 + at
  })
  if (found === -1) throw new Error(`no ${words}`)
  return found
}

/** A story in which commands are given one after the other, at a caret or from some words to the end of others. */
function storyWith(base: Direction, ...blocks: Block[]) {
  let state = EditorState.create({ schema, doc: documentOf(schema, story(...blocks)) })
  const run = (wanted: Direction | 'flip'): boolean => {
    const { tr } = state
    const isDone = setDirection(tr, wanted, base)
    state = state.apply(tr)
    return isDone
  }
  const blocksNow = () => storyOf(state.doc, base).content
  return {
    caret(words: string) {
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(state.doc, words))))
    },
    select(first: string, last: string) {
      const to = find(state.doc, last) + last.length
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(state.doc, first), to)))
    },
    selectCells(first: string, last: string) {
      const cell = (words: string) => {
        const $pos = state.doc.resolve(find(state.doc, words))
        return $pos.before($pos.depth - 1)
      }
      state = state.apply(state.tr.setSelection(CellSelection.create(state.doc, cell(first), cell(last))))
    },
    selectAll() {
      state = state.apply(state.tr.setSelection(new AllSelection(state.doc)))
    },
    selectNode(pos: number) {
      state = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pos)))
    },
    run,
    blocks: blocksNow,
  }
}
const inDir = <B extends Block>(dir: Direction, block: B): B => ({
  ...block,
  attrs: { ...('attrs' in block ? block.attrs : {}), dir },
})

describe.each([
  { base: 'rtl', other: 'ltr', word: 'كلمة', foreign: 'word' },
  { base: 'ltr', other: 'rtl', word: 'word', foreign: 'كلمة' },
] as const)('in a story that runs $base', ({ base, other, word, foreign }) => {
  test.each([
    ['a fact box', (inner: Block) => factBox(word, p(word), inner)],
    ['a quote', (inner: Block) => quote(p(word), inner)],
    ['an answer', (inner: Block) => questions(asked(word, p(word), inner))],
  ])('a paragraph of %s is turned alone; the same again turns what is around it', (_name, around) => {
    const made = storyWith(base, around(p(foreign)))
    made.caret(foreign)
    expect(made.run(other)).toBe(true)
    expect(made.blocks()).toEqual([around(pIn(other, foreign))])
    made.run(other)
    expect(made.blocks()).toEqual([inDir(other, around(p(foreign)))])
    made.run(other)
    expect(made.blocks()).toEqual([inDir(other, around(p(foreign)))])
    made.run(base)
    expect(made.blocks()).toEqual([inDir(other, around(pIn(base, foreign)))])
    made.run(base)
    expect(made.blocks()).toEqual([around(p(foreign))])
  })
  test('a paragraph of a cell, a note and a pull quote too', () => {
    const made = storyWith(
      base,
      table(row(word, 'one'), row(word, word)),
      note(p(word), p('two')),
      pullQuote('x', p(word), p('three')),
    )
    for (const words of ['one', 'two', 'three']) {
      made.caret(words)
      made.run('flip')
    }
    const text = JSON.stringify(made.blocks())
    expect(text.match(/"dir"/g)).toHaveLength(3)
    for (const words of ['one', 'two', 'three']) {
      expect(text).toContain(JSON.stringify(pIn(other, words)))
      made.caret(words)
      made.run('flip')
    }
    expect(JSON.stringify(made.blocks())).not.toContain('"dir"')
  })
  test('a list is turned as one thing, a list in it first', () => {
    const made = storyWith(base, ul(li(p(word), ol(li(p(foreign))))))
    made.caret(foreign)
    made.run(other)
    expect(made.blocks()).toEqual([ul(li(p(word), inDir(other, ol(li(p(foreign))))))])
    made.run(other)
    expect(made.blocks()).toEqual([inDir(other, ul(li(p(word), ol(li(p(foreign))))))])
    made.caret(word)
    made.run('flip')
    expect(made.blocks()).toEqual([ul(li(p(word), ol(li(p(foreign)))))])
  })
  test('turning a box keeps a direction in it that is another, and stores none that is the same', () => {
    const made = storyWith(
      base,
      factBox(word, pIn(other, 'one'), quote(inDir(other, quote(pIn(base, 'two'))))),
    )
    made.caret(word)
    made.run(other)
    expect(made.blocks()).toEqual([inDir(other, factBox(word, p('one'), quote(quote(pIn(base, 'two')))))])
  })
  test('what is selected as a whole is turned as a whole, a part of it paragraph by paragraph', () => {
    const box = factBox('head', p('one'), p('two'))
    const made = storyWith(base, p('before'), box)
    made.select('one', 'two')
    made.run('flip')
    expect(made.blocks()).toEqual([p('before'), factBox('head', pIn(other, 'one'), pIn(other, 'two'))])
    made.select('head', 'two')
    made.run(other)
    expect(made.blocks()).toEqual([p('before'), inDir(other, box)])
    made.selectAll()
    made.run('flip')
    expect(made.blocks()).toEqual([pIn(other, 'before'), inDir(other, box)])
    made.run('flip')
    expect(made.blocks()).toEqual([p('before'), box])
  })
  test('chosen cells are turned alone, all of them are the table', () => {
    const cells = table(row('one', 'two'), row('three', 'four'))
    const made = storyWith(base, cells)
    made.selectCells('one', 'three')
    made.run(other)
    expect(JSON.stringify(made.blocks()).match(/"dir"/g)).toHaveLength(2)
    made.selectCells('one', 'four')
    made.run(other)
    expect(made.blocks()).toEqual([inDir(other, cells)])
  })
  test('a box that is chosen as a block is turned, a rule has no direction', () => {
    const made = storyWith(base, quote(p(word), p(word)), rule, image(`${'a'.repeat(64)}.png`))
    made.selectNode(0)
    made.run('flip')
    expect(made.blocks()[0]).toEqual(inDir(other, quote(p(word), p(word))))
    const size = documentOf(schema, story(quote(p(word), p(word)))).content.size
    made.selectNode(size)
    expect(made.run('flip')).toBe(false)
    expect(made.run(other)).toBe(false)
  })
})
