import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { link, p, story } from '../../support/story.ts'

const editor = editorPage()
const paste = (words: string) =>
  editor.page.evaluate((words) => window.page.paste({ 'text/plain': words }), words)
const undo = () => editor.press('Control+z')

describe.each([
  { language: 'ar', words: 'قالت الوزارة اليوم', chosen: 'الوزارة', isolated: true },
  { language: 'en', words: 'The ministry said so', chosen: 'ministry', isolated: false },
] as const)('an address pasted in a story in $language', ({ language, words, chosen, isolated }) => {
  const [before = '', after = ''] = words.split(chosen)
  test('over selected words makes them a link, without what counts visits', async () => {
    await editor.open(story(p(words)), language)
    await editor.select(chosen)
    await paste('https://ministry.example/n?id=7&utm_source=x')
    const linked = (href: string) => story(p(before, link(chosen, href), after))
    expect(await editor.body()).toEqual(linked('https://ministry.example/n?id=7'))
    await undo()
    expect(await editor.body()).toEqual(linked('https://ministry.example/n?id=7&utm_source=x'))
    await undo()
    expect(await editor.body()).toEqual(story(p(words)))
  })
  test('into text is a link as people read addresses; one Undo gives it back as it came', async () => {
    await editor.open(story(p(words)), language)
    await editor.caretIn(words, words.length)
    await editor.type(' ')
    await editor.pause()
    const address = 'https://www.ministry.example/n-2?fbclid=abc'
    await paste(address)
    expect(await editor.body()).toEqual(
      story(p(`${words} `, link('www.ministry.example/n-2', 'https://www.ministry.example/n-2'))),
    )
    const isolate = editor.page.locator('.isolate-ltr', { hasText: 'www.ministry.example/n-2' })
    expect((await isolate.count()) > 0).toBe(isolated)
    await undo()
    expect(await editor.body()).toEqual(story(p(`${words} ${address}`)))
    await undo()
    expect(await editor.body()).toEqual(story(p(`${words} `)))
  })
  test('what is typed behind it is no part of it', async () => {
    await editor.open(story(p(words)), language)
    await editor.caretIn(words, words.length)
    await editor.type(' ')
    await paste('desk@midad.example')
    await editor.type('.')
    expect(await editor.body()).toEqual(
      story(p(`${words} `, link('desk@midad.example', 'mailto:desk@midad.example'), '.')),
    )
  })
  test('inside a link is mere text', async () => {
    await editor.open(story(p(before, link(chosen, 'https://a.example/'), after)), language)
    await editor.caretIn(chosen, 2)
    await paste('https://b.example/')
    const [head, tail] = [chosen.slice(0, 2), chosen.slice(2)].map((part) => link(part, 'https://a.example/'))
    expect(await editor.body()).toEqual(story(p(before, head ?? '', 'https://b.example/', tail ?? '', after)))
  })
})

test('an address among words stays text, and one over an address takes its place', async () => {
  await editor.open(story(p('قال')))
  await editor.caretIn('قال', 3)
  await editor.type(' ')
  await paste('انظر https://a.example/x')
  expect(await editor.body()).toEqual(story(p('قال انظر https://a.example/x')))
  await editor.select('https://a.example/x')
  await paste('https://b.example/y')
  expect(await editor.body()).toEqual(story(p('قال انظر https://b.example/y')))
})

test('the title of a link is kept, shown in the toolbar and changed with it', async () => {
  await editor.open(story(p('قال ', link('المصدر', 'https://a.example/', 'صفحة الوزارة'))))
  await editor.caretIn('المصدر', 2)
  const state = () => editor.page.evaluate(() => window.page.editor.state())
  await expect.poll(state).toMatchObject({ link: 'https://a.example/', linkTitle: 'صفحة الوزارة' })
  expect(await editor.page.locator('.story-text a').getAttribute('title')).toBe('صفحة الوزارة')
  const run = (title: string) =>
    editor.page.evaluate(
      (title) => window.page.editor.run('link', { href: 'https://a.example/', title }),
      title,
    )
  await run('')
  expect(await editor.body()).toEqual(story(p('قال ', link('المصدر', 'https://a.example/'))))
  await run('بيان')
  expect((await editor.body()).content).toEqual([p('قال ', link('المصدر', 'https://a.example/', 'بيان'))])
})
