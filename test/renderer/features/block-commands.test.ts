import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../core/commands/table.ts'
import type { Block } from '../../../core/model/body.ts'
import { documentOf } from '../../../renderer/editor/story-body.ts'
import { editorCommands } from '../../../renderer/editor/story-editor-types.ts'
import { selectBlock } from '../../../renderer/editor/moving/whole-blocks.ts'
import { toolbarState } from '../../../renderer/editor/toolbar-state.ts'
import {
  blockSections,
  commandsOf,
  editorCommandOf,
  isAlready,
} from '../../../renderer/features/article/block-menu/block-commands.ts'
import { factBox, h, image, li, ol, p, pIn, quote, row, story, table } from '../../support/story.ts'
import { schema } from '../editor/story-schema.ts'

/** The commands that say that the selected block is so already; null where it can become nothing else. */
function already(block: Block): string[] | null {
  const { doc, tr } = EditorState.create({ schema, doc: documentOf(schema, story(block, p('behind'))) })
  selectBlock(tr, 0)
  const state = toolbarState(EditorState.create({ doc, selection: tr.selection }), 'rtl', true)
  const kinds = commandsOf('turn').map(({ id }) => isAlready(id, state))
  if (kinds.every((isOn) => isOn === undefined)) return null
  return blockSections.flatMap((section) =>
    commandsOf(section).flatMap(({ id }) => (isAlready(id, state) ? [editorCommandOf(id)] : [])),
  )
}

describe('the menu of a block', () => {
  const listed = blockSections.flatMap((section) => commandsOf(section))
  test('has each command of the story that the table has for blocks, once, and the editor knows it', () => {
    const ofTable = commands.filter(({ id, group }) => group === 'block' && id.startsWith('story.'))
    expect(listed.map(({ id }) => id).toSorted()).toEqual(ofTable.map(({ id }) => id).toSorted())
    for (const { id } of listed) expect(editorCommands).toContain(editorCommandOf(id))
  })
  test('begins with what it can become, and ends with taking it away', () => {
    expect(listed[0]?.id).toBe('story.paragraph')
    expect(listed.at(-1)?.id).toBe('story.delete-block')
    expect(commandsOf('move').map(({ id }) => id)).toEqual(['story.move-up', 'story.move-down'])
  })
  test.each<[string, Block, string[] | null]>([
    ['a paragraph', p('words'), ['paragraph', 'direction-rtl']],
    ['a paragraph the other way', pIn('ltr', 'words'), ['paragraph', 'direction-ltr']],
    ['a heading', h(3, 'words'), ['heading-3', 'direction-rtl']],
    ['a list', ol(li(p('one')), li(p('two'))), ['numbered-list', 'direction-rtl']],
    ['a quote', quote(p('words')), ['quote', 'direction-rtl']],
    ['a box', factBox('known', p('fact')), null],
    ['a table', table(row('one', 'two')), null],
    ['a picture', image(`${'a'.repeat(64)}.jpg`), null],
  ])('knows what %s is, or that it becomes nothing else', (_what, block, kinds) => {
    expect(already(block)).toEqual(kinds)
  })
})
