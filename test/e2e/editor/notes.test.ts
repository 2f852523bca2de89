import { describe, expect, test } from 'vitest'
import type { StoryBody } from '../../../core/model/body.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { bold, embed, factBox, li, link, note, p, quote, story, ul } from '../../support/story.ts'

const editor = editorPage()
const attention = () => editor.page.evaluate(() => window.page.editor.attention())
const run = (command: 'next-note' | 'note') =>
  editor.page.evaluate((command) => window.page.editor.run(command), command)
const head = () => editor.page.getByRole('button', { name: /Note|ملاحظة/ })

describe.each([
  ['ar', 'نص الخبر', 'اسأل الوزير', 'تابع'],
  ['en', 'The story', 'Ask her', 'Goes on'],
] as const)('a note in %s', (language, said, asked, next) => {
  test('is put behind the paragraph by a key, and two times Enter leads out of it', async () => {
    await editor.open(story(p(said), p(next)), language)
    await editor.caretIn(said, 3)
    await editor.press('Control+Alt+m')
    await editor.type(asked)
    expect(await editor.body()).toEqual(story(p(said), note(p(asked)), p(next)))
    expect(await attention()).toEqual({ notes: 1, tks: 0 })
    await editor.press('Enter')
    await editor.type(asked)
    await editor.press('Enter', 2)
    await editor.type(next)
    expect(await editor.body()).toEqual(story(p(said), note(p(asked), p(asked)), p(next), p(next)))
  })
  test('keeps an address that is pasted into it: no card is offered of it, and none takes it away', async () => {
    await editor.open(story(p(said), note(p())), language)
    await editor.caretIn(said, said.length)
    await editor.press('Control+Alt+Shift+m')
    const href = 'https://youtu.be/secret'
    await editor.page.evaluate((href) => window.page.paste({ 'text/plain': href }), href)
    const noted = note(p(link('youtu.be/secret', href)))
    expect(await editor.body()).toEqual(story(p(said), noted))
    expect(await editor.page.locator('.offer').count()).toBe(0)
    expect(await editor.page.evaluate(() => window.page.editor.cardAtCaret())).toBeNull()
    const card = embed('https://youtu.be/x', { title: next })
    await editor.page.evaluate((embed) => window.page.editor.run('embed', { embed }), card.attrs)
    expect((await editor.body()).content.slice(0, 3)).toEqual([p(said), noted, card])
  })
  test('is no part of the length, and Backspace in an empty one takes it away', async () => {
    await editor.open(story(p(said)), language)
    const before = await editor.page.evaluate(() => window.page.editor.counts())
    await editor.caretIn(said, 2)
    await editor.press('Control+Alt+m')
    await editor.type(asked)
    expect(await editor.page.evaluate(() => window.page.editor.counts())).toEqual(before)
    await editor.press('Control+a')
    await editor.open(story(p(said), note(p())), language)
    await editor.caretIn(said, said.length)
    await run('next-note')
    await editor.press('Backspace')
    await editor.type(next)
    expect(await editor.body()).toEqual(story(p(said), p(next)))
  })
  test('no key at its edge lets words in or out', async () => {
    const body = story(p(said), note(p(asked)), p(next))
    await editor.open(body, language)
    await editor.caretIn(next)
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(body)
    await editor.caretIn(said, said.length)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(body)
    await editor.caretIn(asked)
    await editor.press('Backspace')
    await editor.caretIn(asked, asked.length)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(body)
  })
  test('a selection over its edge goes with the whole note', async () => {
    const over = async (from: string, offset: number, to: string, end: number) => {
      await editor.open(story(p(said), note(p(asked)), p(next)), language)
      await editor.page.evaluate(
        ([from, offset, to, end]) =>
          window.page.select(window.page.find(from) + offset, window.page.find(to) + end),
        [from, offset, to, end] as const,
      )
    }
    await over(said, 3, asked, 4)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(story(p(said.slice(0, 3)), p(next)))
    await over(said, 3, asked, 4)
    await editor.type('x')
    expect(await editor.body()).toEqual(story(p(`${said.slice(0, 3)}x`), p(next)))
    await over(asked, 2, next, 2)
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(story(p(said), p(next.slice(2))))
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(p(said), note(p(asked)), p(next)))
    await over(said, 3, next, 2)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(story(p(`${said.slice(0, 3)}${next.slice(2)}`)))
  })
  test('folds by its head and is no change; the caret goes round it, Next note opens it', async () => {
    const body = story(p(said), note(p(asked), p(asked)), p(next))
    await editor.open(body, language)
    await editor.caretIn(asked, 2)
    await head().click()
    expect(await head().getAttribute('aria-expanded')).toBe('false')
    expect(await head().innerText()).toContain(asked)
    expect(await editor.page.locator('.note-text').isVisible()).toBe(false)
    await editor.type('.')
    expect(await editor.body()).toEqual(story(p(said), note(p(asked), p(asked)), p(`.${next}`)))
    await editor.caretIn(said, said.length)
    await editor.press('ArrowDown')
    await editor.type('!')
    expect(JSON.stringify((await editor.body()).content[1])).toBe(JSON.stringify(body.content[1]))
    await editor.press('Control+Alt+Shift+m')
    expect(await editor.page.locator('.note-text').isVisible()).toBe(true)
    expect(await head().getAttribute('aria-expanded')).toBe('true')
    await editor.type('?')
    expect((await editor.body()).content[1]).toEqual(note(p(`?${asked}`), p(asked)))
    expect(await editor.page.evaluate(() => window.page.edits)).toBe(3)
  })
})

test('Next note goes from one to the next and round, wherever they stand', async () => {
  const body = story(p('س'), note(p('أ')), quote(p('ق'), note(p('ب'))), ul(li(p('ل'), note(p('ج')))))
  await editor.open(body)
  await editor.caretIn('س')
  const seen: string[] = []
  for (let time = 0; time < 4; time += 1) {
    await editor.press('Control+Alt+Shift+m')
    seen.push(
      await editor.page.evaluate(() => window.page.editor.view.state.selection.$head.parent.textContent),
    )
  }
  expect(seen).toEqual(['أ', 'ب', 'ج', 'أ'])
  expect(await attention()).toEqual({ notes: 3, tks: 0 })
})

test('a note stands where a block may: in a box behind its paragraph, in no note', async () => {
  await editor.open(story(factBox('عنوان', p('معلومة'))))
  await editor.caretIn('معلومة', 6)
  await editor.press('Control+Alt+m')
  await editor.type('سر')
  expect(await editor.body()).toEqual(story(factBox('عنوان', p('معلومة'), note(p('سر')), p())))
  await editor.press('Control+Alt+m')
  expect((await attention()).notes).toBe(1)
})

describe('the clipboard', () => {
  const copied = (type: 'copy' | 'cut') =>
    editor.page.evaluate((type) => {
      const clipboardData = new DataTransfer()
      const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true })
      window.page.editor.view.dom.dispatchEvent(event)
      return Object.fromEntries(clipboardData.types.map((each) => [each, clipboardData.getData(each)]))
    }, type)
  const paste = (data: Record<string, string>) =>
    editor.page.evaluate((data) => window.page.paste(data), data)
  const body = story(p('أول'), note(p('سرّي')), quote(p('قول'), note(p('سرّي'))), p('آخر'))

  test('what other programs get of the story has no note in it; Midad gets it whole', async () => {
    await editor.open(body)
    await editor.caretIn('أول')
    await editor.press('Control+a')
    const data = await copied('copy')
    expect(data['text/html']).toContain('آخر')
    expect(data['text/html']).not.toContain('سرّي')
    expect(data['text/plain']).not.toContain('سرّي')
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    await paste(data)
    expect(await editor.body()).toEqual(body)
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    await paste({ 'text/html': data['text/html'] ?? '', 'text/plain': data['text/plain'] ?? '' })
    expect(await editor.body()).toEqual(story(p('أول'), quote(p('قول')), p('آخر')))
  })
  test('what is cut comes back with its notes', async () => {
    await editor.open(body)
    await editor.page.evaluate(() => window.page.select(2, window.page.find('قول') + 1))
    const data = await copied('cut')
    expect((await attention()).notes).toBe(1)
    await paste(data)
    expect((await attention()).notes).toBe(2)
    expect((await editor.body()).content.slice(0, 2)).toEqual(body.content.slice(0, 2))
  })
  test('words that somebody copies out of a note are theirs', async () => {
    await editor.open(body)
    await editor.select('سرّي')
    const data = await copied('copy')
    expect(data['text/plain']).toBe('سرّي')
    expect(data['text/html']).toContain('سرّي')
  })
  test('what another page writes in our name is checked, and its HTML is taken instead', async () => {
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    const forged = { content: [{ type: 'image', attrs: { media: 'https://evil.example/x.png' } }] }
    await paste({
      'application/x-midad-story': JSON.stringify(forged),
      'text/html': '<p>نص</p>',
      'text/plain': 'نص',
    })
    expect(await editor.body()).toEqual(story(p('نص')))
  })
})

test('typing rules, headings and pictures leave a note what it is', async () => {
  await editor.open(story(p('نص'), note(p('س'))))
  await editor.caretIn('س')
  await editor.type('- ')
  await editor.press('Control+Alt+Digit2')
  await editor.select('س')
  await editor.press('Control+b')
  const { content } = (await editor.body()) satisfies StoryBody
  expect(content[1]).toEqual(note(p('- ', bold('س'))))
})
