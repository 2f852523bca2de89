import type { CDPSession } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Inline, StoryBody } from '../../../core/model/body.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { bdi, bold, li, p, rowOf, story, table, td, ul } from '../../support/story.ts'
import { seenInEach } from '../page/drawn-text.ts'

const editor = editorPage()
let tools: CDPSession
beforeAll(async () => {
  tools = await editor.page.context().newCDPSession(editor.page)
})

/** What an input method shows of a word on its way, and what it gives in the end. */
const written = {
  ar: { steps: ['ك', 'كا', 'كان'], word: 'كان' },
  en: { steps: ['k', 'か', 'かな'], word: '仮名' },
} as const
const isComposing = () => editor.page.evaluate(() => window.page.editor.view.composing)
const show = (text: string) =>
  tools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

/** Opens a story, puts the caret behind some of its words and composes; the story after it. */
async function composed(language: 'ar' | 'en', body: StoryBody, behind: string): Promise<StoryBody> {
  await editor.open(body, language)
  await editor.caretIn(behind, behind.length)
  const { steps, word } = written[language]
  for (const step of steps) {
    await show(step)
    // Nothing takes the word apart that is on its way.
    expect(await isComposing()).toBe(true)
    expect(JSON.stringify(await editor.body())).toContain(step)
  }
  await tools.send('Input.insertText', { text: word })
  await editor.frame()
  expect(await isComposing()).toBe(false)
  return editor.body()
}

describe.each([
  {
    language: 'ar',
    before: 'اتصل على ',
    isolated: '+964 770 123 4567',
    start: '+964 770',
    rest: ' 123 4567',
    behind: ' اليوم',
    name: 'NATO',
    dir: 'ltr',
  },
  {
    language: 'en',
    before: 'The word ',
    isolated: 'كردستان العراق',
    start: 'كردستان',
    rest: ' العراق',
    behind: ' today',
    name: 'سلام',
    dir: 'rtl',
  },
] as const)('an input method writes in a story of $language', (line) => {
  const { language, before, isolated, start, rest, behind, name, dir } = line
  const { word } = written[language]
  const said = `${before}${isolated}${behind}`

  test.each([
    ['before what stands by itself', before, `${before}${word}${isolated}${behind}`],
    ['within it', start, `${before}${start}${word}${rest}${behind}`],
    ['right behind it', isolated, `${before}${isolated}${word}${behind}`],
    ['at the end of the line', said, `${said}${word}`],
  ])('%s', async (_where, caret, wanted) => {
    expect(await composed(language, story(p(said)), caret)).toEqual(story(p(wanted)))
  })

  const marked = (...inner: Inline[]) => story(p(before, ...inner, behind))
  test('at the end of bold words, which go on', async () => {
    expect(await composed(language, marked(bold(name)), name)).toEqual(marked(bold(name + word)))
  })
  test('at the end of what is kept in its own direction, which does not', async () => {
    expect(await composed(language, marked(bdi(name, dir)), name)).toEqual(
      story(p(before, bdi(name, dir), word + behind)),
    )
  })
  test('in a cell, empty or not, and in an inner list', async () => {
    const cells = (first: string, second: string) => story(table(rowOf(td(first), td(second))), p(behind))
    expect(await composed(language, cells(said, name), name)).toEqual(cells(said, name + word))
    await editor.open(cells(said, ''), language)
    await editor.caretIn(said, said.length)
    await editor.press('Tab')
    for (const step of written[language].steps) await show(step)
    await tools.send('Input.insertText', { text: word })
    await editor.frame()
    expect(await editor.body()).toEqual(cells(said, word))
    const list = (inner: string) => story(ul(li(p(before), ul(li(p(inner))))))
    expect(await composed(language, list(isolated), isolated)).toEqual(list(isolated + word))
  })
  test('and takes it back: the story is as it was', async () => {
    await editor.open(story(p(said)), language)
    await editor.caretIn(isolated, isolated.length)
    for (const step of written[language].steps) await show(step)
    await show('')
    await editor.frame()
    expect(await editor.body()).toEqual(story(p(said)))
  })
})

test('what is composed into a phone is seen as one when it is there', async () => {
  await editor.open(story(p('اتصل على +964 770 123 ')), 'ar')
  await editor.caretIn('اتصل على +964 770 123 ', 22)
  for (const step of ['4', '45', '4567']) await show(step)
  await tools.send('Input.insertText', { text: '4567' })
  // A moment after it: the browser has done with the word by then.
  await expect.poll(() => seenInEach(editor.page, '.ProseMirror > p')).toEqual([['+9647701234567ىلعلصتا']])
})
