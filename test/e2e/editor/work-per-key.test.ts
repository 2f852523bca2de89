import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { OpenArticle } from '../../../core/api/contract.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { callHost } from '../../support/call-host.ts'
import { deskInBrowser } from '../../support/desk-in-browser.ts'
import { h, p, pullQuote, story } from '../../support/story.ts'

const browser = deskInBrowser()

/** What a key costs, whatever machine it is pressed on. */
interface Work {
  /** Nodes that were handed to a walk: descendants, nodesBetween, forEach, textBetween, toJSON. */
  nodes: number
  /** Characters that were made JSON, or copied for another thread. */
  bytes: number
}
declare global {
  interface Window {
    work: Work
  }
}

const words: Partial<Record<LanguageCode, string>> = {
  ar: 'قال الوزير إن الحكومة قررت اليوم رفع أسعار الوقود ',
  en: 'The minister said the government would raise fuel prices today ',
}

/** A story of about so many words, in the window of its desk, with all that looks at it switched on. */
async function openStory(language: LanguageCode, blocks: number): Promise<Page> {
  const desk = await browser.runDesk()
  const body = story(
    ...Array.from({ length: blocks }, (_, block) => {
      const said = words[language] ?? ''
      if (block % 20 === 19) return h(2, `${block} ${said}`)
      const text = p(`${block} ${said.repeat(5)}`)
      // With a match in its field as well.
      return block % 20 === 9 ? pullQuote(said, text) : text
    }),
  )
  const host = new URL(desk.url)
  const { value } = (await callHost(host, 'article.create', { language })) as { value: OpenArticle }
  const { id, fields } = value.article
  await callHost(host, 'article.save', { id, language, status: 'draft', fields, body, revision: 0 })
  const page = await browser.newPage()
  await page.goto(desk.at({ language: 'en', article: id }))
  await page.locator('.library .end').waitFor()
  const text = page.getByRole('textbox', { name: 'Story', exact: true })
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  const find = page.getByRole('search', { name: 'Find in the story' })
  await find
    .getByRole('textbox', { name: 'Find', exact: true })
    .fill(language === 'ar' ? 'الحكومة' : 'government')
  await find.getByRole('status').filter({ hasText: /\d/ }).waitFor()
  await text.focus()
  await page.keyboard.press('End')
  // Time stands still from now on: a save, which a slow machine would have at every key, comes when it is due.
  await page.clock.install()
  await page.clock.pauseAt(new Date(Date.now() + 5_000))
  await page.evaluate(countWork)
  return page
}

/** Runs in the page: counts what walks a story, and what is made bytes of. */
function countWork(): void {
  window.work = { nodes: 0, bytes: 0 }
  const { work } = window
  const { editor } = document.querySelector('.story-text') as unknown as {
    editor: { view: { state: { doc: { content: object } } } }
  }
  const { doc } = editor.view.state
  const wrap = (owner: Record<string, unknown>, name: string): void => {
    const before = owner[name] as (...args: unknown[]) => unknown
    if (typeof before !== 'function') return
    owner[name] = function counted(this: unknown, ...args: unknown[]) {
      work.nodes += 1
      const handed = args.map((arg) =>
        typeof arg === 'function'
          ? (...each: unknown[]): unknown => {
              work.nodes += 1
              return (arg as (...each: unknown[]) => unknown)(...each)
            }
          : arg,
      )
      return before.apply(this, handed)
    }
  }
  for (const prototype of [Object.getPrototypeOf(doc), Object.getPrototypeOf(doc.content)] as Record<
    string,
    unknown
  >[])
    for (const name of ['descendants', 'nodesBetween', 'forEach', 'textBetween', 'toJSON'])
      wrap(prototype, name)
  const { stringify } = JSON
  JSON.stringify = ((...args: [unknown]) => {
    const json = stringify(...args)
    work.bytes += json?.length ?? 0
    return json
  }) as typeof stringify
  const { prototype } = Worker as unknown as { prototype: { postMessage: (...args: unknown[]) => void } }
  const before = prototype.postMessage
  prototype.postMessage = function counted(this: Worker, ...args: unknown[]) {
    work.bytes += stringify(args[0])?.length ?? 0
    before.apply(this, args)
  }
}

const keys = 31
const twoFramesMs = 34
const middle = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The middle of what so many keys cost, each to the second frame after it; and of what is sent to the journal meanwhile. */
async function workPerKey(page: Page): Promise<Work & { journaled: number }> {
  const journaled: number[] = []
  page.on('request', (request) => {
    const sent = request.postData() ?? ''
    if (request.method() === 'POST' && `${request.url()} ${sent}`.includes('article.journal'))
      journaled.push(sent.length)
  })
  const each: Work[] = []
  for (let key = 0; key < keys || journaled.length < 3; key += 1) {
    await page.evaluate(() => Object.assign(window.work, { nodes: 0, bytes: 0 }))
    await page.keyboard.type('ب')
    await page.clock.runFor(twoFramesMs)
    each.push(await page.evaluate(() => ({ ...window.work })))
  }
  return {
    nodes: middle(each.map(({ nodes }) => nodes)),
    bytes: middle(each.map(({ bytes }) => bytes)),
    journaled: middle(journaled),
  }
}

describe.each(['ar', 'en'] as const)('a key in a story in %s', (language) => {
  test(
    'costs as many nodes and bytes in 50,000 words as in 5,000, with the find bar open',
    { timeout: 240_000 },
    async () => {
      const small = await workPerKey(await openStory(language, 110))
      const large = await workPerKey(await openStory(language, 1_100))
      console.log(`${language}: ${JSON.stringify({ small, large })}`)
      expect(small.nodes).toBeGreaterThan(0)
      expect(large.nodes).toBeLessThanOrEqual(small.nodes * 1.25 + 20)
      expect(large.bytes).toBeLessThanOrEqual(small.bytes * 1.25)
      expect(small.journaled).toBeGreaterThan(0)
      expect(large.journaled).toBeLessThanOrEqual(small.journaled * 1.25)
    },
  )
})

test('the story is editable for the browser, and React, which would walk to its caret at each drawing, does not know it', async () => {
  const page = await openStory('ar', 30)
  const text = page.getByRole('textbox', { name: 'Story', exact: true })
  const { attribute, isEditable, asReactAsks } = await text.evaluate((element: HTMLElement) => ({
    attribute: element.getAttribute('contenteditable'),
    isEditable: element.isContentEditable,
    asReactAsks: element.contentEditable,
  }))
  expect([attribute, isEditable]).toEqual(['true', true])
  expect(asReactAsks).not.toBe('true')
})
