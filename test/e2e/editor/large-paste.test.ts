import { describe, expect, test } from 'vitest'
import { limits } from '../../../core/model/limits.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { p, story } from '../../support/story.ts'

const editor = editorPage()
const words = (count: number) => Array.from({ length: count }, () => 'كلمة').join(' ')
const largePastes = () => editor.page.evaluate(() => window.page.largePastes)
const notices = () => editor.page.evaluate(() => window.page.notices)
const paste = (plain: string) =>
  editor.page.evaluate((plain) => window.page.paste({ 'text/plain': plain }), plain)
const caretAtTheEnd = () =>
  editor.page.evaluate(() => window.page.select(window.page.editor.view.state.doc.content.size - 1))

describe('a paste of many words', () => {
  test('tells before it is applied, while the story still stands as it was', async () => {
    await editor.open(story(p('قبل')))
    await caretAtTheEnd()
    await paste(` ${words(501)}`)
    expect(await largePastes()).toEqual([story(p('قبل'))])
    expect(JSON.stringify(await editor.body()).length).toBeGreaterThan(2000)
  })
  test('of 500 words is not large', async () => {
    await editor.open(story(p('قبل')))
    await caretAtTheEnd()
    await paste(` ${words(500)}`)
    expect(await largePastes()).toEqual([])
  })
  test('as markup tells it too', async () => {
    await editor.open(story(p('قبل')))
    await caretAtTheEnd()
    await editor.page.evaluate(
      (html) => window.page.paste({ 'text/html': html }),
      `<p dir="rtl">${words(300)}</p><p dir="rtl">${words(300)}</p>`,
    )
    expect(await largePastes()).toEqual([story(p('قبل'))])
  })
})

describe('a paste beyond what a story may hold', () => {
  const nearlyFull = () => story(...Array.from({ length: 20 }, () => p(words(limits.storyWords / 20))))

  test('is refused with a sentence, and nothing is changed', async () => {
    await editor.open(nearlyFull())
    await caretAtTheEnd()
    await paste(` ${words(3)}`)
    expect(await notices()).toEqual([{ code: 'paste-too-long', count: limits.storyWords }])
    expect(await largePastes()).toEqual([])
    expect(await editor.page.evaluate(() => [window.page.edits, window.page.editor.counts().words])).toEqual([
      0,
      limits.storyWords,
    ])
  })
  test('is taken where it takes the place of as many words', async () => {
    await editor.open(nearlyFull())
    await editor.page.evaluate(() => window.page.select(1, 5))
    await paste('أخرى')
    expect(await notices()).toEqual([])
    expect(JSON.stringify((await editor.body()).content[0]).slice(0, 80)).toContain('أخرى')
  })
})
