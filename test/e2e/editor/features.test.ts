import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { asked, at, factBox, h, li, p, questions, story, timeline, ul } from '../../support/story.ts'
import type { EditorCommand } from '../../../renderer/editor/story-editor-types.ts'

const editor = editorPage()
const run = (command: EditorCommand) =>
  editor.page.evaluate((command) => window.page.editor.run(command), command)

describe.each([
  ['ar', 'نص الخبر', 'عنوان', 'معلومة', 'ما الجديد؟', 'الخطة', '2024-05-08'],
  ['en', 'The story', 'In short', 'A fact', 'What is new?', 'The plan', '8 May 2024'],
] as const)('in %s', (language, said, title, fact, question, answer, when) => {
  const begin = async (command: EditorCommand) => {
    await editor.open(story(p(said)), language)
    await editor.caretIn(said, 3)
    expect(await run(command)).toBe(true)
  }

  test('a fact box: its title, Enter to its text, a list in it, two times Enter out of it', async () => {
    await begin('fact-box')
    await editor.type(title)
    await editor.press('Enter')
    await editor.type(fact)
    await editor.press('Enter')
    await editor.type(`- ${fact}`)
    await editor.press('Enter', 3)
    await editor.type(said)
    expect(await editor.body()).toEqual(
      story(p(said), factBox(title, p(fact), ul(li(p(fact)))), p(said), p()),
    )
  })
  test('a paragraph beside a fact box stays out of it, and an empty box goes with Backspace', async () => {
    const body = story(factBox(title, p(fact)), p(said))
    await editor.open(body, language)
    await editor.caretIn(said)
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(body)
    await begin('fact-box')
    await editor.press('Backspace')
    await editor.type(fact)
    expect(await editor.body()).toEqual(story(p(said), p(fact), p()))
  })
  test('questions: Enter goes to the answer, two times Enter to the next question, and once more out', async () => {
    await begin('questions')
    await editor.type(question)
    await editor.press('Enter')
    await editor.type(answer)
    await editor.press('Enter', 2)
    await editor.type(question)
    await editor.press('Enter')
    await editor.type(answer)
    await editor.press('Enter')
    await editor.type(answer)
    await editor.press('Enter', 3)
    await editor.type(said)
    expect(await editor.body()).toEqual(
      story(
        p(said),
        questions(asked(question, p(answer)), asked(question, p(answer), p(answer))),
        p(said),
        p(),
      ),
    )
  })
  test('a question in the middle: two times Enter puts one behind its answer, Backspace takes it away', async () => {
    const body = story(questions(asked(question, p(answer)), asked(title, p(fact))))
    await editor.open(body, language)
    await editor.caretIn(answer, answer.length)
    await editor.press('Enter', 2)
    expect(await editor.body()).toEqual(
      story(questions(asked(question, p(answer)), asked('', p()), asked(title, p(fact)))),
    )
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(body)
    await editor.type('!')
    expect(await editor.body()).toEqual(
      story(questions(asked(question, p(`${answer}!`)), asked(title, p(fact)))),
    )
  })
  test('the letters of question and answer are those of the language', async () => {
    await editor.open(story(questions(asked(question, p(answer)))), language)
    const letters = await editor.page.evaluate(() => [
      getComputedStyle(document.querySelector('.question')!, '::after').content,
      getComputedStyle(document.querySelector('.answer')!, '::before').content,
    ])
    expect(letters).toEqual(language === 'ar' ? ['"س"', '"ج"'] : ['"Q"', '"A"'])
  })
  test('a timeline: when, Enter, what; two times Enter the next entry, and once more out', async () => {
    await begin('timeline')
    await editor.type(when)
    await editor.press('Enter')
    await editor.type(fact)
    await editor.press('Enter', 2)
    await editor.type(when)
    await editor.press('Enter')
    await editor.type(answer)
    await editor.press('Enter', 3)
    await editor.type(said)
    expect(await editor.body()).toEqual(
      story(p(said), timeline(at(when, p(fact)), at(when, p(answer))), p(said), p()),
    )
  })
  test('each turns its direction as a whole, and Undo takes each step back', async () => {
    await begin('timeline')
    await editor.type(when)
    const written = await editor.body()
    await run('direction-flip')
    expect((await editor.body()).content[1]).toEqual({
      ...written.content[1],
      attrs: { dir: language === 'ar' ? 'ltr' : 'rtl' },
    })
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(written)
  })
  test('a heading stays one in an answer, and the question stays a question', async () => {
    await editor.open(story(questions(asked(question, p(answer)))), language)
    await editor.caretIn(answer)
    await editor.press('Control+Alt+Digit3')
    await editor.caretIn(question)
    await editor.press('Control+Alt+Digit3')
    await editor.press('Control+Shift+Digit8')
    expect(await editor.body()).toEqual(story(questions(asked(question, h(3, answer)))))
  })
})

test('an ISO date in a timeline is set apart in its own order', async () => {
  await editor.open(story(timeline(at('2024-05-08 مساءً', p('وقع')))))
  expect(await editor.page.locator('.when .isolate-ltr').innerText()).toBe('2024-05-08')
})

test('a box, questions and a timeline are copied and pasted as they are', async () => {
  const body = story(
    factBox('عنوان', p('معلومة')),
    questions(asked('ما؟', p('هذا'))),
    timeline(at('2024', p('وقع'))),
    p('آخر'),
  )
  await editor.open(body)
  await editor.caretIn('آخر')
  await editor.press('Control+a')
  const data = await editor.page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
    window.page.editor.view.dom.dispatchEvent(event)
    return { 'text/html': clipboardData.getData('text/html') }
  })
  await editor.open(story(p()))
  await editor.page.evaluate(() => window.page.select(1))
  await editor.page.evaluate((data) => window.page.paste(data), data)
  expect(await editor.body()).toEqual(body)
})

test('the arrow keys go through every place of them and out at the end, in both directions', async () => {
  const body = story(
    p('أ'),
    factBox('ب', p('ج')),
    questions(asked('د', p('ه'))),
    timeline(at('و', p('ز'))),
    p('ح'),
  )
  await editor.open(body)
  await editor.caretIn('أ', 1)
  const parents = async (key: string) => {
    const seen = new Set<string>()
    for (let time = 0; time < 30; time += 1) {
      seen.add(
        await editor.page.evaluate(() => window.page.editor.view.state.selection.$head.parent.textContent),
      )
      await editor.press(key)
    }
    return [...seen].filter((text) => text.length === 1).join('')
  }
  expect(await parents('ArrowLeft')).toBe('أبجدهوزح')
  expect(await parents('ArrowRight')).toBe('حزوهدجبأ')
})
