import { expect, test } from 'vitest'
import { DeskError } from '../../../core/api/errors.ts'
import type { ExportJob } from '../../../core/desk/writing.ts'
import { writeJob } from '../../../core/desk/writing.ts'
import { createExportThreads } from '../../../electron/node/export-thread.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { article, media, p, png } from '../../core/export/story.ts'

const faces = [{ bytes: Uint8Array.of(1, 2, 3), weight: { min: 400, max: 700 }, unicodeRange: 'U+0-7F' }]
const assets = (asked: string[] = []) => ({
  picture: async (name: string) => {
    asked.push(name)
    return { bytes: png, mime: 'image/png' }
  },
  font: async (family: string) => {
    asked.push(family)
    return faces
  },
})
const picture = { media, alt: '', caption: '', credit: '', width: 1, height: 1 }
const job = (headline: string, format = 'html'): ExportJob => ({
  format,
  article: article('ar', { headline }, { type: 'image', attrs: picture }, p('نص القصة.')),
  theme: shippedThemes[0]!,
  now: 0,
})
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a thread writes the very bytes that are written without one, with pictures and fonts handed over', async () => {
  const here = await writeJob(job('خبر'), assets())
  const asked: string[] = []
  const there = await createExportThreads(1, 0).write(job('خبر'), assets(asked))
  expect(text(there.bytes)).toBe(text(here.bytes))
  expect(there.warnings).toEqual(here.warnings)
  expect(asked).toContain(media)
})

test('ten at once go over two threads and each gets its own, whatever of them fails', async () => {
  const threads = createExportThreads(2, 0)
  const wishes = Array.from({ length: 10 }, (_, at) => job(`خبر ${at}`, at === 4 ? 'hologram' : 'html'))
  const written = await Promise.allSettled(wishes.map((wish) => threads.write(wish, assets())))
  for (const [at, each] of written.entries()) {
    if (each.status === 'fulfilled') expect(text(each.value.bytes)).toContain(`خبر ${at}`)
    else expect([at, each.reason]).toMatchObject([4, { code: 'unknown-format' }])
  }
  expect(written.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('an article that comes just as a thread goes to rest is written by another', async () => {
  const threads = createExportThreads(1, 0, 0)
  for (let round = 0; round < 30; round += 1) {
    expect((await threads.write(job(`خبر ${round}`, 'text'), assets())).bytes.length).toBeGreaterThan(0)
    // The thread is ended after 0 ms, and gone some moments later.
    await new Promise((resolve) => setTimeout(resolve, round % 3))
  }
})

test('a font that comes over once serves the next page of the same letters', async () => {
  const threads = createExportThreads(1, 0)
  const asked: string[] = []
  await threads.write(job('خبر'), assets(asked))
  const first = asked.filter((each) => each !== media).length
  await threads.write(job('خبر'), assets(asked))
  expect(first).toBeGreaterThan(0)
  expect(asked.filter((each) => each !== media)).toHaveLength(first)
})

test('what cannot be handed over to a thread fails alone', async () => {
  const threads = createExportThreads(1, 0)
  const odd = { ...job('خبر'), options: { theme: (() => 'planted') as unknown as string } }
  await expect(threads.write(odd, assets())).rejects.toThrow('could not be cloned')
  expect(text((await threads.write(job('خبر'), assets())).bytes)).toContain('خبر')
})

test('what the disk refuses fails the article with its code, as it would without a thread', async () => {
  const picture = () => Promise.reject(new DeskError('unreadable', 'planted'))
  const written = createExportThreads(1, 0).write(job('خبر'), { ...assets(), picture })
  await expect(written).rejects.toMatchObject({ code: 'unreadable', message: 'planted' })
})
