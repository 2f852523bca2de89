import { describe, expect, test } from 'vitest'
import { commands } from '../../../core/commands/table.ts'
import { editorCommands } from '../../../renderer/editor/story-editor-types.ts'
import {
  blockSections,
  commandsOf,
  editorCommandOf,
} from '../../../renderer/features/article/block-menu/block-commands.ts'

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
})
