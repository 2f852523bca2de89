import { lift, setBlockType, wrapIn } from '@tiptap/pm/commands'
import type { NodeType } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, wrapInList } from '@tiptap/pm/schema-list'
import { EditorState, TextSelection, type Command, type Plugin } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../core/model/body.ts'
import { blockDirection } from '../../../renderer/editor/keep-directions.ts'
import { documentOf, storyOf } from '../../../renderer/editor/story-body.ts'
import { factBox, li, p, pIn, quote, story, ul } from '../../support/story.ts'
import { schema } from './story-schema.ts'

const plugins = (): Plugin[] =>
  // It asks nothing of the editor that it is in.
  (blockDirection({ base: () => 'rtl' }).config.addProseMirrorPlugins as unknown as () => Plugin[])()
const kind = (name: string): NodeType => {
  const type = schema.nodes[name]
  if (!type) throw new Error(`no ${name}`)
  return type
}

/** An rtl story after a command on what stands between the beginnings of these words. */
function after(command: Command, words: readonly [string, string], ...blocks: Block[]): Block[] {
  let state = EditorState.create({ doc: documentOf(schema, story(...blocks)), plugins: plugins() })
  const places: number[] = []
  for (const each of words)
    state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.textContent === each) places.push(pos + 1)
    })
  const [from = 0, to = 0] = places
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  const isDone = command(state, (tr) => {
    state = state.apply(tr)
  })
  expect(isDone).toBe(true)
  return storyOf(state.doc, 'rtl').content
}
const ltr = <B extends Block>(block: B): B => ({ ...block, attrs: { dir: 'ltr' } })

describe('what is wrapped and lifted keeps its direction', () => {
  test('a list of an ltr paragraph is ltr as a whole, and the paragraph taken out of it', () => {
    const list = [ltr(ul(li(p('One'))))]
    expect(after(wrapInList(kind('bulletList')), ['One', 'One'], pIn('ltr', 'One'))).toEqual(list)
    expect(after(liftListItem(kind('listItem')), ['One', 'One'], ...list)).toEqual([pIn('ltr', 'One')])
  })
  test('a list of paragraphs in both directions goes as its first', () => {
    const made = after(wrapInList(kind('bulletList')), ['One', 'اثنان'], pIn('ltr', 'One'), p('اثنان'))
    expect(made).toEqual([ltr(ul(li(p('One')), li(p('اثنان'))))])
  })
  test('a quote of paragraphs in both directions goes as its first, and each of them stays', () => {
    const made = after(wrapIn(kind('blockquote')), ['One', 'اثنان'], pIn('ltr', 'One'), p('اثنان'))
    expect(made).toEqual([ltr(quote(p('One'), pIn('rtl', 'اثنان')))])
    expect(after(lift, ['One', 'اثنان'], ...made)).toEqual([pIn('ltr', 'One'), p('اثنان')])
  })
  test('a quote whose first paragraph runs otherwise stays as it is when the last one leaves it', () => {
    const [first, last] = [pIn('ltr', 'One'), p('آخر')]
    expect(after(lift, ['آخر', 'آخر'], quote(first, p('وسط'), last))).toEqual([quote(first, p('وسط')), last])
  })
  test('an item that goes into the one before it goes as that list', () => {
    const made = after(sinkListItem(kind('listItem')), ['Two', 'Two'], ltr(ul(li(p('One')), li(p('Two')))))
    expect(made).toEqual([ltr(ul(li(p('One'), ul(li(p('Two'))))))])
  })
  test('a paragraph of a box that becomes a heading keeps its own, and so do those beside it', () => {
    const made = after(
      setBlockType(kind('heading'), { level: 2, dir: 'ltr' }),
      ['Two', 'Two'],
      factBox('عنوان', pIn('ltr', 'One'), pIn('ltr', 'Two'), p('ثلاثة')),
    )
    expect(made).toEqual([
      factBox(
        'عنوان',
        pIn('ltr', 'One'),
        { type: 'heading', attrs: { level: 2, dir: 'ltr' }, content: [{ type: 'text', text: 'Two' }] },
        p('ثلاثة'),
      ),
    ])
  })
})
