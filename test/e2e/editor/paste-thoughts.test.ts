import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { tinyPng } from '../../support/drawn-picture.ts'
import { p, story } from '../../support/story.ts'

const editor = editorPage()
const chat = '[12/05/2024, 10:30:15] Rawa: Words.\n[12/05/2024, 10:31:15] Rawa: More.'
const paste = (data: Record<string, string>) => editor.page.evaluate((data) => window.page.paste(data), data)
const report = () => editor.page.evaluate(() => window.page.pasted)
const undoPaste = () => editor.page.evaluate(() => window.page.undoPaste())
const keepOriginal = () => editor.page.evaluate(() => window.page.keepOriginalPaste())

describe('second thoughts about a paste', () => {
  test('undo takes it out, and not what was typed in the same breath', async () => {
    await editor.open(story(p()), 'en')
    await editor.page.evaluate(() => window.page.select(1))
    await editor.type('Typed ')
    await paste({ 'text/plain': chat })
    expect(await editor.body()).toEqual(story(p('Typed Words.'), p('More.')))
    expect(await undoPaste()).toBe(true)
    expect(await editor.body()).toEqual(story(p('Typed ')))
    expect(await report()).toBeNull()
    expect(await undoPaste()).toBe(false)
  })
  test('the original takes the place of what was pasted, over the selection that went for it', async () => {
    await editor.open(story(p('One two three')), 'en')
    await editor.select('two')
    await paste({ 'text/plain': chat })
    expect(await keepOriginal()).toBe(true)
    expect(await editor.body()).toEqual(
      story(p('One [12/05/2024, 10:30:15] Rawa: Words.'), p('[12/05/2024, 10:31:15] Rawa: More. three')),
    )
    expect(await report()).toMatchObject({ manner: 'original' })
    expect(await undoPaste()).toBe(true)
    expect(await editor.body()).toEqual(story(p('One two three')))
  })
  test('the original of markup keeps its words, but neither scripts nor hidden characters', async () => {
    await editor.open(story(p()), 'en')
    await editor.page.evaluate(() => window.page.select(1))
    await paste({
      'text/html':
        '<article><nav>Menu of the page</nav><p onclick="x()">Words\u202e of the story.</p><script>1</script></article>',
    })
    expect(await editor.body()).toEqual(story(p('Words of the story.')))
    await keepOriginal()
    expect(await editor.body()).toEqual(story(p('Menu of the page'), p('Words of the story.')))
    expect(await report()).toMatchObject({ manner: 'original', counts: { hidden: 1 } })
  })
  test('with pictures too, whose storing comes after the selection has gone', async () => {
    const source = `data:image/png;base64,${tinyPng().toString('base64')}`
    await editor.open(story(p('One two three')), 'en')
    await editor.select('two')
    await paste({
      'text/html': `<nav>Menu</nav><p>A long enough sentence.</p><img src="${source}"><p>End.</p>`,
    })
    await expect.poll(async () => (await editor.body()).content.length).toBeGreaterThan(2)
    expect(await report()).toMatchObject({ counts: { furniture: 1 } })
    expect(await undoPaste()).toBe(true)
    expect(await editor.body()).toEqual(story(p('One two three')))
  })
  test('are over with the next edit', async () => {
    await editor.open(story(p('One')), 'en')
    await editor.caretIn('One', 3)
    await paste({ 'text/plain': chat })
    expect(await report()).not.toBeNull()
    await editor.type('!')
    expect(await report()).toBeNull()
    expect(await keepOriginal()).toBe(false)
  })
  test('a caret that only moves leaves them', async () => {
    await editor.open(story(p('One')), 'en')
    await editor.caretIn('One', 3)
    await paste({ 'text/plain': chat })
    await editor.press('ArrowLeft')
    expect(await report()).not.toBeNull()
  })
  test('what is asked for as plain text is not read as anything', async () => {
    await editor.open(story(p()), 'en')
    await editor.page.evaluate(() => window.page.select(1))
    await editor.page.keyboard.down('Shift')
    await paste({ 'text/plain': chat })
    await editor.page.keyboard.up('Shift')
    expect((await editor.body()).content[0]).toEqual(p('[12/05/2024, 10:30:15] Rawa: Words.'))
    expect(await report()).toBeNull()
  })
})
