import { expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { socialNetworks } from '../../../core/api/files.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

async function deskWithArticle() {
  const ports = memoryPorts()
  const desk = createDesk(ports)
  const { article } = await desk['article.create']({ language: 'ar', headline: 'أمطار الخريف' })
  return { desk, id: article.id }
}

test('an article has a text for each network at once, and its cards when they are asked for', async () => {
  const { desk, id } = await deskWithArticle()
  const soon = await desk['article.posts']({ id, cards: false })
  expect(soon.texts.map(({ network }) => network)).toEqual([...socialNetworks])
  expect(soon.texts[0]).toMatchObject({ text: 'أمطار الخريف', count: 12, most: 280, isCut: false })
  expect(soon.cards).toEqual([])
  const { cards } = await desk['article.posts']({ id, cards: true })
  expect(cards.map(({ name }) => name)).toEqual(['card-1200x630.png', 'card-1080x1080.png'])
})

test('a stranger who asks wrongly, or for an article that there is not, is told so', async () => {
  const { desk, id } = await deskWithArticle()
  expect(await dispatch(desk, 'article.posts', { id })).toMatchObject({
    ok: false,
    error: { code: 'bad-request' },
  })
  const none = '01HXAMP0E00000000000000000'
  expect(await dispatch(desk, 'article.posts', { id: none, cards: false })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
})
