import { expect, test } from 'vitest'
import { commands } from '../../../core/commands/table.ts'
import { interfaceLanguage } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { findCommands } from '../../../renderer/features/palette/find-commands.ts'

const found = (query: string, language = 'en') =>
  findCommands(commands, query, createTranslate(interfaceLanguage(language))).map(({ id }) => id)

test('nothing asked is everything, in the order of the table', () => {
  expect(found('  ')).toEqual(commands.map(({ id }) => id))
})
test('a label that begins with the query comes before one that only has it', () => {
  expect(found('ex')[0]).toBe('article.export')
  expect(found('list')).toEqual(['story.bullet-list', 'story.numbered-list', 'list.wide'])
})
test('every word must be met, in any order, the group’s name too', () => {
  expect(found('ready status')).toEqual(['status.ready'])
  expect(found('view focus')).toEqual(['view.focus'])
  expect(found('ready nonsense')).toEqual([])
})
test('hamza, tashkeel and another keyboard’s yeh do not matter', () => {
  expect(found('اقتباس', 'ar')).toContain('story.quote')
  expect(found('إقتِباس', 'ar')).toContain('story.quote')
})
