import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { asked, bold, factBox, note, p, questions, story } from '../../support/story.ts'

const editor = editorPage()
const attention = () => editor.page.evaluate(() => window.page.editor.attention())
/** The texts that are coloured, once nothing changes any more. */
const coloured = () =>
  editor.page.evaluate(() =>
    [...(CSS.highlights.get('story-tk') ?? [])].map((range) => (range as Range).toString()),
  )
const selected = () =>
  editor.page.evaluate(() => {
    const { doc, selection } = window.page.editor.view.state
    return doc.textBetween(selection.from, selection.to)
  })

describe.each([
  ['ar', 'بلغ العدد TK وقال ؟؟', 'عنوان TKTK', 'ناقص'],
  ['en', 'The dam held TK and ؟؟', 'By TKTK', 'unchecked'],
] as const)('what is still to come in %s', (language, said, title, word) => {
  test('is counted wherever it stands, but in a note', async () => {
    await editor.open(
      story(p(said), factBox(title, p('x')), questions(asked('x', p('TK'))), note(p('TK'))),
      language,
    )
    expect(await attention()).toEqual({ notes: 1, tks: 4 })
  })
  test('is coloured as it is typed, without an element of its own', async () => {
    await editor.open(story(p('x ')), language)
    await editor.caretIn('x', 2)
    await editor.type('T')
    expect((await attention()).tks).toBe(0)
    await editor.type('K')
    expect((await attention()).tks).toBe(1)
    await expect.poll(coloured).toEqual(['TK'])
    expect(await editor.page.locator('.story-text p').innerHTML()).not.toContain('tk')
    await editor.type('O')
    expect((await attention()).tks).toBe(0)
    await expect.poll(coloured).toEqual([])
  })
  test('a key goes from one to the next and round', async () => {
    await editor.open(story(p(said), factBox(title, p('x'))), language)
    await editor.caretIn(said)
    const seen: string[] = []
    for (let time = 0; time < 4; time += 1) {
      await editor.press('Control+Alt+j')
      seen.push(await selected())
    }
    expect(seen).toEqual(['TK', '؟؟', 'TKTK', 'TK'])
    await editor.type('12')
    expect((await attention()).tks).toBe(2)
  })
  test('the words of the house count from when they are said', async () => {
    await editor.open(story(p(`x ${word} ${word}${word}`)), language)
    expect((await attention()).tks).toBe(0)
    await editor.page.evaluate((word) => window.page.editor.setTkWords([word]), word)
    expect((await attention()).tks).toBe(1)
    await expect.poll(coloured).toEqual([word])
    expect(await editor.page.evaluate(() => window.page.edits)).toBe(0)
  })
})

test('a mark in two kinds of type is one', async () => {
  await editor.open(story(p('x T', bold('K'), ' y')))
  await expect.poll(coloured).toEqual(['TK'])
})

test('in a long story only what is near the window is coloured, and an edit looks at its block alone', async () => {
  const blocks = Array.from({ length: 400 }, (_, at) =>
    p(`${'كلمة '.repeat(20)}${at % 20 === 0 ? 'TK' : ''}`),
  )
  await editor.open(story(...blocks))
  expect((await attention()).tks).toBe(20)
  await expect.poll(async () => (await coloured()).length).toBeGreaterThan(0)
  expect((await coloured()).length).toBeLessThan(6)
  const reads = await editor.page.evaluate(() => {
    const { editor } = window.page
    const node = editor.view.state.doc.firstChild!
    const proto = Object.getPrototypeOf(node) as { textBetween: (...args: unknown[]) => string }
    const { textBetween } = proto
    let count = 0
    proto.textBetween = function (...args) {
      count += 1
      return textBetween.apply(this, args)
    }
    editor.view.dispatch(editor.view.state.tr.insertText('س', 3))
    editor.attention()
    editor.counts()
    proto.textBetween = textBetween
    return count
  })
  expect(reads).toBeLessThan(5)
  await editor.page.mouse.move(500, 400)
  const before = await coloured()
  await editor.page.mouse.wheel(0, 20_000)
  await expect.poll(async () => (await coloured()).length).toBeGreaterThan(0)
  expect(before.length).toBeLessThan(6)
  await editor.caretIn('كلمة', 0)
  await editor.press('Control+Alt+j', 3)
  expect(await selected()).toBe('TK')
  await expect
    .poll(() =>
      editor.page.evaluate(() => {
        const { view } = window.page.editor
        const { top } = view.coordsAtPos(view.state.selection.from)
        return top > 0 && top < window.innerHeight
      }),
    )
    .toBe(true)
})
