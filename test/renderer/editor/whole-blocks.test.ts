import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../core/model/body.ts'
import { deleteBlocks, duplicateBlocks, selectBlock } from '../../../renderer/editor/moving/whole-blocks.ts'
import { documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
import { factBox, fn, li, p, rule, source, sources, story, text, ul } from '../../support/story.ts'
import { schema } from './story-schema.ts'

function placeOf(doc: ProseMirrorNode, words: string): number {
  let found = -1
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith(words)) found = pos + 1
  })
  return found
}
/** A story with the caret two letters into these words, changed once; what stands there then, and what is around the caret. */
function changed(words: string, change: (tr: Transaction) => boolean, ...blocks: Block[]) {
  const doc = documentOf(schema, story(...blocks))
  const state = EditorState.create({ schema, doc })
  const tr = state.tr.setSelection(TextSelection.create(doc, placeOf(doc, words) + 2))
  const isDone = change(tr)
  const { $head } = tr.selection
  const at = `${$head.parent.textContent}:${$head.parentOffset}`
  return { isDone, at, place: $head.pos, blocks: storyOf(tr.doc, 'rtl').content }
}

describe('a block as a whole', () => {
  test('is put there again behind itself, with the caret at the same letter of the copy', () => {
    const list = ul(li(p('one')), li(p('two')))
    const { isDone, at, place, blocks } = changed('two', duplicateBlocks, p('first'), list, p('last'))
    expect(isDone).toBe(true)
    expect(blocks).toEqual([p('first'), list, list, p('last')])
    expect(at).toBe('two:2')
    expect(place).toBeGreaterThan(7 + 16)
  })
  test('is taken away, and the caret goes to what stood behind it, else before', () => {
    const box = factBox('known', p('fact'))
    const inside = changed('fact', deleteBlocks, p('first'), box, p('last'))
    expect(inside.blocks).toEqual([p('first'), p('last')])
    expect(inside.at).toBe('last:0')
    expect(changed('last', deleteBlocks, p('first'), p('last')).at).toBe('first:5')
  })
  test('leaves an empty paragraph where it was all of the story', () => {
    const { blocks, at } = changed('only', deleteBlocks, p('only'))
    expect(blocks).toEqual([p()])
    expect(at).toBe(':0')
  })
  test('is never the list of sources, nor does the caret fall into it', () => {
    const end = [p(text('named'), fn('a')), sources(source('a', 'from'))]
    expect(changed('from', duplicateBlocks, ...end).isDone).toBe(false)
    expect(changed('from', deleteBlocks, ...end).isDone).toBe(false)
    expect(changed('last', deleteBlocks, ...end.slice(0, 1), p('last'), ...end.slice(1)).at).toMatch(/^named/)
  })
  test.each([
    ['the words of a text', p('words'), 0, 'words'],
    ['all words of a list', ul(li(p('one')), li(p('two'))), 0, 'onetwo'],
  ])('is selected by %s', (_what, block, pos, words) => {
    const doc = documentOf(schema, story(block, p('behind')))
    const { tr } = EditorState.create({ schema, doc })
    expect(selectBlock(tr, pos)).toBe(true)
    expect(tr.selection).toBeInstanceOf(TextSelection)
    expect(doc.textBetween(tr.selection.from, tr.selection.to)).toBe(words)
  })
  test.each([
    ['a box', factBox('known', p('fact'))],
    ['a rule', rule],
  ])('%s is selected as it is', (_what, block) => {
    const { tr } = EditorState.create({ schema, doc: documentOf(schema, story(block, p('behind'))) })
    selectBlock(tr, 0)
    expect(tr.selection).toBeInstanceOf(NodeSelection)
  })
})
