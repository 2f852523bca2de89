import { describe, expect, test } from 'vitest'
import { commands } from '../../../core/commands/table.ts'
import { interfaceLanguage, interfaceLanguages } from '../../../core/i18n/languages.ts'
import { blockChoices, choicesFor } from '../../../renderer/features/article/slash/block-choices.ts'

/** The ids that a query finds in a desk that speaks a language. */
const found = (query: string, spoken = 'en') =>
  choicesFor(blockChoices, query, [
    interfaceLanguage(spoken),
    ...interfaceLanguages.filter(({ code }) => code !== spoken),
  ]).map(({ id }) => id)

describe('what a slash may ask for', () => {
  test('is what the table has for blocks and for inserting, without characters, moving and cropping', () => {
    const groups = new Map<string, string>(commands.map(({ id, group }) => [id, group]))
    for (const { id } of blockChoices) expect(['block', 'insert']).toContain(groups.get(id))
    const ids = blockChoices.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['story.heading-2', 'story.table', 'insert.picture', 'story.rule']),
    )
    expect(ids).not.toContain('story.insert-zwnj')
    expect(ids).not.toContain('story.move-up')
    expect(ids).not.toContain('story.ask-for-crop')
  })
  test('answers to its name in every language of the interface, however it is spelt', () => {
    for (const { catalogue } of interfaceLanguages)
      for (const spoken of ['en', 'ckb'])
        for (const { id, label } of blockChoices) expect(found(catalogue[label], spoken)).toContain(id)
    // Without hamza, with the Arabic yeh.
    expect(found('ادراج', 'ar')).toEqual(found('إدراج', 'ar'))
    expect(found('وتەي ديار', 'ckb')[0]).toBe('story.pull-quote')
  })
  test('answers to the short words of its command too', () => {
    expect(found('h3')[0]).toBe('story.heading-3')
    expect(found('bullet', 'ar')[0]).toBe('story.bullet-list')
    expect(found('qqq')).toEqual([])
    expect(found('')).toHaveLength(blockChoices.length)
  })
})
