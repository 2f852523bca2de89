import { expect, test, vi } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import { RecentTexts } from '../../../core/desk/recent-texts.ts'
import { DeskRoom } from '../../../core/desk/room.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import { article, idOf, story } from '../../support/temp-library.ts'

test('while somebody types, an article that stays found is read once', async () => {
  const ports = memoryPorts()
  const desk = createDesk(ports, new DeskRoom(ports))
  for (const headline of ['خبر كردستان', 'خبر بغداد'])
    await desk['article.create']({ headline, language: 'ar' })
  await desk['article.search']({ query: 'خ' })
  const get = vi.spyOn(ports.articles, 'get')
  for (const query of ['خب', 'خبر', 'خبر كر'])
    expect((await desk['article.search']({ query })).hits.length).toBeGreaterThan(0)
  expect(get).not.toHaveBeenCalled()
})

test('one that was changed, thrown away or brought back is shown as it is now', async () => {
  const ports = memoryPorts()
  const desk = createDesk(ports, new DeskRoom(ports))
  const { article: made } = await desk['article.create']({ headline: 'خبر أول', language: 'ar' })
  const shown = async () =>
    (await desk['article.search']({ query: 'خبر' })).hits.map(({ headline, excerpt }) => [headline, excerpt])
  expect(await shown()).toEqual([['خبر أول', '']])
  const { id, language, status, fields, revision } = made
  const draft = { id, language, status, fields: { ...fields, headline: 'خبر ثان' }, body: story('نص الخبر') }
  await desk['article.save']({ ...draft, revision })
  expect(await shown()).toEqual([['خبر ثان', 'نص الخبر']])
  await desk['article.trash']({ id })
  expect(await shown()).toEqual([])
  await desk['trash.restore']({ id })
  expect(await shown()).toEqual([['خبر ثان', 'نص الخبر']])
})

test('those that rested longest are read again; a failure and an article that is gone are never kept', async () => {
  let isAway = false
  const get = vi.fn<
    (id: string) => Promise<{ kind: 'article'; article: ReturnType<typeof article> } | undefined>
  >(async (id) => {
    if (isAway) throw new DeskError('library-missing', 'away')
    return id === idOf(1000) ? undefined : { kind: 'article', article: article(id, { headline: id }) }
  })
  const texts = new RecentTexts({ get })
  for (let number = 0; number <= 400; number += 1) await texts.get(idOf(number))
  expect(get).toHaveBeenCalledTimes(401)
  await texts.get(idOf(1))
  expect(get).toHaveBeenCalledTimes(401)
  await texts.get(idOf(0))
  expect(get).toHaveBeenCalledTimes(402)
  for (let time = 0; time < 2; time += 1) expect(await texts.get(idOf(1000))).toBeUndefined()
  expect(get).toHaveBeenCalledTimes(404)
  isAway = true
  await expect(texts.get(idOf(2000))).rejects.toMatchObject({ code: 'library-missing' })
  isAway = false
  expect(await texts.get(idOf(2000))).toMatchObject({ row: { headline: idOf(2000) } })
})
