import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { createDeskClient, type DeskClient } from '../../../renderer/desk/client.ts'
import { addSampleStories, orderFor } from '../../../renderer/features/welcome/sample-stories.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

function clientOverMemory() {
  const ports = memoryPorts()
  const desk = createDesk(ports)
  const client: DeskClient = createDeskClient({
    call: (method, input) => {
      // One stands before another only where time has passed.
      ports.clock.move(1000)
      return dispatch(desk, method, input)
    },
    on: () => () => undefined,
  })
  return { ports, client }
}
const fromDisk = async (address: URL) => new Blob([await readFile(address)])
const languagesOf = async (client: DeskClient) =>
  (await client.call('article.list', {})).articles.map(({ language }) => language)

test('the samples are made in four languages, that of the interface on top', async () => {
  const { client } = clientOverMemory()
  const { count, top } = await addSampleStories(client, 'ckb', fromDisk)
  expect(count).toBe(4)
  expect(await languagesOf(client)).toEqual(['ckb', 'ar', 'kmr', 'en'])
  const { article } = await client.call('article.open', { id: top ?? '' })
  expect(article.language).toBe('ckb')
  expect(article.fields.leadImage).toMatchObject({ width: 1600, height: 900 })
  expect(article.body.content.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['table', 'pullQuote', 'blockquote', 'bulletList', 'heading']),
  )
})

test('a language without a sample leaves them in their own order', () => {
  expect(orderFor('he')).toEqual(['en', 'kmr', 'ckb', 'ar'])
  expect(orderFor('en')).toEqual(['kmr', 'ckb', 'ar', 'en'])
})

test('asked for twice, they are there once', async () => {
  const { client } = clientOverMemory()
  await addSampleStories(client, 'ar', fromDisk)
  expect(await addSampleStories(client, 'ar', fromDisk)).toEqual({ count: 0, top: undefined })
  expect(await languagesOf(client)).toHaveLength(4)
})

test('a picture that cannot be read leaves no half article behind, and the next time goes on from there', async () => {
  const { client } = clientOverMemory()
  const without = async (address: URL) => {
    if (address.pathname.endsWith('archive.jpg')) throw new DeskError('unreachable', 'gone')
    return fromDisk(address)
  }
  await expect(addSampleStories(client, 'ar', without)).rejects.toMatchObject({ code: 'unreachable' })
  expect(await languagesOf(client)).toEqual(['kmr', 'en'])
  expect((await addSampleStories(client, 'ar', fromDisk)).count).toBe(2)
  expect(await languagesOf(client)).toEqual(['ar', 'ckb', 'kmr', 'en'])
})
