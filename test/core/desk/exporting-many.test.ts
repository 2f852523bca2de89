import { expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { fileWriter } from '../../../core/desk/exporting.ts'
import { DeskRoom } from '../../../core/desk/room.ts'
import type { ExportFormat } from '../../../core/export/format.ts'
import { htmlFields, htmlStory } from '../../../core/export/html-carried.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

/** A feed, as a format that holds many: the headlines and options of its articles, a line each. */
const feed: ExportFormat = {
  id: 'feed',
  label: 'Feed',
  extension: 'xml',
  mime: 'application/xml',
  fields: htmlFields,
  story: htmlStory,
  options: [{ id: 'full', kind: 'flag', label: '', labelKey: '', default: false }],
  write: () => Promise.reject(new Error('one alone')),
  writeAll: async (inputs) => {
    const lines: string[] = []
    for await (const input of inputs)
      lines.push(`${input.article.fields.headline} ${String(input.options?.full)}`)
    return { bytes: new TextEncoder().encode(lines.join('\n')), warnings: [{ code: 'feed', message: '' }] }
  },
}

function roomWith(count: number) {
  const ports = memoryPorts()
  for (let number = 1; number <= count; number += 1) {
    const laid = article(idOf(number), { headline: `خبر ${number}`, body: story('نص') })
    const fields = { ...laid.fields, slug: `story-${number}`, date: '2026-11-27T09:00:00Z' }
    ports.articles.files.set(idOf(number), { kind: 'article', article: { ...laid, fields } })
  }
  return { ports, write: fileWriter(new DeskRoom(ports), [feed]) }
}

test('a format that holds many makes one file of all, in their order, named after the first', async () => {
  const { write } = roomWith(3)
  const also = [idOf(3), idOf(1)]
  const file = await write({ id: idOf(2), also, format: 'feed', options: { full: true } })
  expect(file.name).toBe('2026-11-27-story-2.xml')
  expect(new TextDecoder().decode(file.bytes)).toBe('خبر 2 true\nخبر 3 true\nخبر 1 true')
  expect(file.warnings).toEqual([{ code: 'feed', message: '' }])
})

test('an article that cannot be read is left out of it and named', async () => {
  const { ports, write } = roomWith(3)
  ports.articles.files.set(idOf(2), { kind: 'unreadable', reason: 'planted' })
  const file = await write({ id: idOf(1), also: [idOf(2), idOf(9), idOf(3)], format: 'feed' })
  expect(new TextDecoder().decode(file.bytes)).toBe('خبر 1 false\nخبر 3 false')
  expect(file.warnings.map(({ code, message }) => `${code} ${message.slice(0, 26)}`)).toEqual([
    'feed ',
    `article-left-out ${idOf(2)}`,
    `article-left-out ${idOf(9)}`,
  ])
})

test('what is the fault of no article fails all of it', async () => {
  const { ports, write } = roomWith(2)
  ports.articles.get = () => Promise.reject(new DeskError('library-missing', 'planted'))
  await expect(write({ id: idOf(1), also: [idOf(2)], format: 'feed' })).rejects.toMatchObject({
    code: 'library-missing',
  })
})
