import { describe, expect, test } from 'vitest'
import { zipOf } from '../../support/zip.ts'
import { png } from '../../core/export/story.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { createImportThread, type ThreadLimits } from '../../../electron/node/import-thread.ts'

const always = { longFrom: 0 }
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const story = 'خبر طويل\n\nفقرة من الخبر.\n'

test('a long file is read on another thread as a short one is on this', async () => {
  const file = { name: 'خبر.txt', base64: base64(story), language: 'ar' as const }
  expect(await createImportThread(always).read(file)).toEqual(await createImportThread().read(file))
})

test('what cannot be read comes back as what it is', async () => {
  const thread = createImportThread(always)
  const code = (name: string, content: string) =>
    thread.read({ name, base64: content }).then(
      () => 'read',
      (error: unknown) => (error instanceof DeskError ? error.code : String(error)),
    )
  const words = base64('كلمة '.repeat(200_001))
  const asked = [
    code('a.jpg', base64('ÿØÿ')),
    code('b.midad', base64('{')),
    code('c.txt', '***'),
    code('d.txt', words),
  ]
  expect(await Promise.all(asked)).toEqual(['unsupported-file', 'unreadable', 'bad-request', 'too-large'])
})

test('a file that comes just as the thread goes to rest is read by another', async () => {
  const thread = createImportThread({ ...always, restMs: 0 })
  for (let round = 0; round < 20; round += 1) {
    const { articles } = await thread.read({ name: 'a.txt', base64: base64(story) })
    expect(articles).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, round % 3))
  }
})

test('answers find the questions they belong to', async () => {
  const thread = createImportThread(always)
  const names = ['أول', 'ثان', 'ثالث']
  const found = await Promise.all(
    names.map((name) => thread.read({ name: 'a.txt', base64: base64(`${name}\n\nفقرة.\n`) })),
  )
  expect(found.map(({ articles }) => articles[0]?.fields.headline)).toEqual(names)
})

test('what an office program may have to open holds up nothing else', async () => {
  const thread = createImportThread()
  const stories = Object.fromEntries(
    Array.from({ length: 3000 }, (_, number) => [`${number}.html`, `<p>خبر ${number}</p>`.repeat(40)]),
  )
  const packed = { name: 'many.zip', base64: base64(await zipOf(stories)) }
  const order: string[] = []
  await Promise.all([
    thread.read(packed).then(({ articles }) => order.push(`${articles.length} of a zip`)),
    thread.read({ name: 'note.md', base64: base64(story) }).then(() => order.push('a note')),
  ])
  expect(order).toEqual(['a note', '3000 of a zip'])
})

describe('a file that is too much', () => {
  const forever = { cpuMs: 600_000, wallMs: 600_000 }
  const page = (megabytes: number) =>
    base64(
      `<!doctype html><article>${'<p>فقرة <b>من</b> <i>الخبر</i>.</p>'.repeat(megabytes * 20_000)}</article>`,
    )
  const slow = { name: 'slow.html', base64: page(3) }
  const outcome = (reading: Promise<unknown>) =>
    reading.then(
      () => 'read',
      (error: unknown) => (error instanceof DeskError ? [error.code, error.details.reason] : String(error)),
    )

  const faults: [string, Partial<ThreadLimits>, string][] = [
    [
      'for the processor',
      { time: ({ name }) => (name === slow.name ? { ...forever, cpuMs: 1 } : forever) },
      'took-too-long',
    ],
    [
      'for the clock',
      { time: ({ name }) => (name === slow.name ? { ...forever, wallMs: 1 } : forever) },
      'took-too-long',
    ],
    ['for the memory', { mostMegabytes: 64 }, 'too-much-memory'],
  ]
  test.each(faults)(
    '%s is stopped and says so; those before and behind it are read',
    async (_name, limits, reason) => {
      const thread = createImportThread({ ...always, ...limits })
      const text = (name: string) => ({ name, base64: base64(story) })
      const asked = [text('a.txt'), slow, text('b.txt'), text('c.txt')].map((file) =>
        outcome(thread.read(file)),
      )
      expect(await Promise.all(asked)).toEqual(['read', ['unreadable', reason], 'read', 'read'])
      expect(await outcome(thread.read(text('d.txt')))).toBe('read')
    },
  )
})

test('what is unpacked or has a grammar of its own goes to the thread however short it is', async () => {
  const stopped = createImportThread({ time: () => ({ cpuMs: 600_000, wallMs: -1 }) })
  const isRead = (name: string) =>
    stopped.read({ name, base64: base64(story) }).then(
      () => true,
      () => false,
    )
  // The last is no article.
  expect(await Promise.all(['a.txt', 'b.html', 'c.midad'].map(isRead))).toEqual([true, true, false])
  for (const name of ['a.zip', 'a.docx', 'a.xml', 'a.md', 'a.json', 'a', 'a.mhtml']) {
    expect(await isRead(name), name).toBe(false)
  }
})

test('pictures come back whole, also where they lay in one piece with the file', async () => {
  const zip = await zipOf(
    { 'a.html': '<article><p>خبر</p><img src="a.png"></article>', 'a.png': png },
    { compress: false },
  )
  const { articles } = await createImportThread().read({ name: 'a.zip', base64: base64(zip) })
  expect(Buffer.from(articles[0]?.pictures[0]?.bytes ?? [])).toEqual(Buffer.from(png))
})
