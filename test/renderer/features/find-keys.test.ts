import { expect, test } from 'vitest'
import { commands } from '../../../core/commands/table.ts'
import { hasKeys } from '../../../renderer/features/keys/find-keys.ts'

const found = (query: string, isMac = false) =>
  commands.filter((command) => hasKeys(command, query, isMac)).map(({ id }) => id)

test('a command is found by its keys, in whichever order and with whichever signs between', () => {
  expect(found('ctrl+k')).toEqual(['story.ask-for-link', 'story.insert-tatweel', 'palette.open'])
  expect(found('shift ctrl k')).toEqual(['story.ask-for-link'])
  expect(found('F6')).toEqual(['view.next-pane', 'view.previous-pane'])
  expect(found('ctrl /')).toEqual(['help.keys'])
})
test('on a Mac it is found by the signs on its caps', () => {
  expect(found('⌘⇧K', true)).toEqual(['story.ask-for-link'])
  expect(found('⌘', true).length).toBeGreaterThan(10)
  expect(found('ctrl k', true)).toEqual([])
})
test('a letter is a whole cap, so that a word does not find every key', () => {
  expect(found('q')).toEqual([])
  expect(found('bold')).toEqual([])
  expect(found('  ')).toEqual([])
})
