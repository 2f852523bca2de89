// A desk in a process of its own. Run by Node itself: `node desk-process.ts KEEP_IN`. It takes one order a line, as JSON, and answers each
// with one: {open: library}, {call: method, input}, {saves: count, library, id, name}, {close: true}.
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Article } from '../../core/model/article.ts'
import { openDesk, type OpenDesk } from '../../electron/node/open-desk.ts'
import type { Order } from './other-desk.ts'

const [keepIn = ''] = process.argv.slice(2)
const opened = (library: string, requireWrite: boolean) =>
  openDesk({
    library,
    requireWrite,
    create: false,
    version: '0.0.0',
    keepIn,
    tell: () => undefined,
    pages: { put: () => '/page/1' },
    fonts: { subset: async () => [] },
  })

let present: OpenDesk | undefined
async function obey(order: Order): Promise<unknown> {
  if ('open' in order) {
    try {
      present = await opened(order.open, order.requireWrite ?? false)
      return { opened: true, readOnly: present.library.readOnly }
    } catch (error) {
      return { opened: false, code: (error as { code?: string }).code }
    }
  }
  if ('call' in order) return present?.dispatch(order.call, order.input)
  if ('saves' in order) return { saved: await saves(order) }
  await present?.close()
  present = undefined
  return { closed: true }
}

/**
 * Saves an article again and again, letting the library go after every twenty: whoever else waits for it gets its turn. Answers the
 * words of each save by its revision.
 */
async function saves({
  saves: count,
  library,
  id,
  name,
}: Extract<Order, { saves: number }>): Promise<[number, string][]> {
  const saved: [number, string][] = []
  while (saved.length < count) {
    const desk = await opened(library, true).catch((error: { code?: string }) => {
      if (error.code !== 'library-locked') throw error
      return undefined
    })
    if (!desk) {
      await pause(3)
      continue
    }
    for (let turn = 0; turn < 20 && saved.length < count; turn += 1) {
      const { article } = await desk.desk['article.open']({ id })
      const words = `${name} ${saved.length + 1}`
      const { revision } = await desk.desk['article.save'](withWords(article, words))
      saved.push([revision, words])
    }
    await desk.close()
    await pause(5)
  }
  return saved
}

const withWords = ({ id, language, status, fields, revision }: Article, words: string) => ({
  id,
  language,
  status,
  fields,
  revision,
  body: {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
  },
})

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await obey(JSON.parse(line) as Order))}\n`)
await present?.close()
