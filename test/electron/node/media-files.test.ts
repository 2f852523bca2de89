import { expect, test } from 'vitest'
import { tinyPng } from '../../support/drawn-picture.ts'
import { tempDesk } from '../../support/temp-library.ts'

test('a picture pasted from another article is shown at once and lies beside the article after the save', async () => {
  const { desk } = await tempDesk()
  const [other, mine] = [await desk['article.create']({}), await desk['article.create']({})]
  const bytes = tinyPng().toString('base64')
  const { media, width, height } = await desk['media.add']({ id: other.article.id, base64: bytes })
  const { id } = mine.article
  expect((await desk['media.read']({ id, media })).base64).toBe(bytes)
  const image = { type: 'image' as const, attrs: { media, alt: '', caption: '', credit: '', width, height } }
  await desk['article.save']({ ...mine.article, body: { type: 'doc', content: [image] } })
  await desk['article.trash']({ id: other.article.id })
  expect((await desk['media.read']({ id, media })).base64).toBe(bytes)
})
