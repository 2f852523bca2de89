import { describe, expect, test } from 'vitest'
import { measureBody } from '../../../core/model/measure.ts'
import { type EditorCommand, editorCommands } from '../../../renderer/editor/story-editor-types.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import {
  asked,
  at,
  bold,
  embed,
  factBox,
  fn,
  gallery,
  h,
  image,
  li,
  note,
  ol,
  p,
  pIn,
  pullQuote,
  questions,
  quote,
  row,
  rule,
  source,
  sources,
  story,
  table,
  text,
  timeline,
  ul,
} from '../../support/story.ts'

const editor = editorPage()
const run = (command: EditorCommand, args?: { href?: string }) =>
  editor.page.evaluate(([command, args]) => window.page.editor.run(command, args), [command, args] as const)
const state = async () => {
  await editor.frame()
  return editor.page.evaluate(() => window.page.editor.state())
}
const media = `${'0'.repeat(64)}.png`
const everything = story(
  h(2, 'عنوان'),
  p('قال ', bold('الوزير'), ' كلاما'),
  ul(li(p('واحد')), li(p('اثنان'), ol(li(p('تحته'))))),
  quote(p('قول')),
  pullQuote('صاحبه', p('مقتبس')),
  table(row('أ', 'ب'), row('ج', 'د')),
  image(media, { alt: 'ماء' }),
  gallery('معرض', image(media), image(media, { caption: 'صورة' })),
  embed('https://youtu.be/x', { title: 'بطاقة' }),
  rule,
  p('آخر', fn('a1')),
  note(p('ملاحظة')),
  factBox('إطار', p('معلومة')),
  questions(asked('سؤال', p('جواب'))),
  timeline(at('2024-05-08', p('وقع'))),
  p('TK'),
  sources(source('a1', 'الوكالة')),
)

describe('every command', () => {
  const places = [
    'عنوان',
    'الوزير',
    'اثنان',
    'تحته',
    'قول',
    'مقتبس',
    'ج',
    'آخر',
    'ملاحظة',
    'إطار',
    'معلومة',
    'سؤال',
    'جواب',
    '2024',
    'وقع',
    'الوكالة',
  ]
  test.each(editorCommands)(
    '%s leaves a valid story wherever it is run, and undo takes it back',
    async (command) => {
      for (const place of places) {
        await editor.open(everything)
        await editor.select(place)
        const can = await editor.page.evaluate((command) => window.page.editor.can(command), command)
        const done = await run(command, { href: 'https://example.org/' })
        if (command !== 'image') expect([place, done]).toEqual([place, can])
        const changed = await editor.body()
        if (command === 'undo' || command === 'redo') continue
        if (JSON.stringify(changed) === JSON.stringify(everything)) continue
        await run('undo')
        expect(await editor.body()).toEqual(everything)
      }
    },
  )
  test('none does anything to a story that is read-only', async () => {
    await editor.open(everything, 'ar', false)
    await editor.select('الوزير')
    for (const command of editorCommands)
      expect([command, await run(command, { href: 'https://example.org/' })]).toEqual([command, false])
    expect(await editor.body()).toEqual(everything)
    await editor.press('Control+b')
    await editor.type('x')
    expect(await editor.body()).toEqual(everything)
  })
})

describe('keys', () => {
  test.each([
    ['Control+b', 'bold'],
    ['Control+i', 'italic'],
    ['Control+u', 'underline'],
    ['Control+Shift+x', 'strike'],
  ] as const)('%s is %s', async (key, mark) => {
    await editor.open(story(p('كلمة')))
    await editor.select('كلمة')
    await editor.press(key)
    expect(await editor.body()).toEqual(story(p(text('كلمة', { type: mark }))))
    expect((await state())[mark]).toBe(true)
  })
  test('Ctrl+B works on an Arabic keyboard, whose B key writes two letters', async () => {
    await editor.open(story(p('كلمة')))
    await editor.select('كلمة')
    const session = await editor.page.context().newCDPSession(editor.page)
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      modifiers: 2,
      key: 'لا',
      code: 'KeyB',
      windowsVirtualKeyCode: 66,
    })
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      modifiers: 2,
      key: 'لا',
      code: 'KeyB',
      windowsVirtualKeyCode: 66,
    })
    expect(await editor.body()).toEqual(story(p(bold('كلمة'))))
  })
  test('headings, lists and quotes have theirs', async () => {
    await editor.open(story(p('واحد'), p('اثنان'), p('ثلاثة'), p('أربعة')))
    await editor.caretIn('واحد')
    await editor.press('Control+Alt+Digit3')
    await editor.caretIn('اثنان')
    await editor.press('Control+Shift+Digit8')
    await editor.caretIn('ثلاثة')
    await editor.press('Control+Shift+Digit9')
    await editor.caretIn('أربعة')
    await editor.press('Control+Shift+Digit7')
    expect(await editor.body()).toEqual(
      story(h(3, 'واحد'), ul(li(p('اثنان'))), quote(p('ثلاثة')), ol(li(p('أربعة')))),
    )
    await editor.caretIn('واحد')
    await editor.press('Control+Alt+Digit0')
    expect((await editor.body()).content[0]).toEqual(p('واحد'))
  })
  test('Ctrl+K is left to the application, Ctrl+Shift+K asks for an address', async () => {
    await editor.open(story(p('كلمة')))
    await editor.select('كلمة')
    const before = await editor.page.evaluate(() => window.page.linksAsked)
    const stopped = await editor.page.evaluate(() => {
      const event = new KeyboardEvent('keydown', {
        key: 'k',
        code: 'KeyK',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      })
      return !window.page.editor.view.dom.dispatchEvent(event)
    })
    expect(stopped).toBe(false)
    await editor.press('Control+Shift+k')
    expect(await editor.page.evaluate(() => window.page.linksAsked)).toBe(before + 1)
    expect(await run('link', { href: 'javascript:alert(1)' })).toBe(false)
    expect(await run('link', { href: 'https://example.org/' })).toBe(true)
    expect((await state()).link).toBe('https://example.org/')
    await editor.caretIn('كلمة', 2)
    await run('unlink')
    expect(await editor.body()).toEqual(story(p('كلمة')))
  })
  test('Shift+Enter breaks the line, Tab moves an item in and out', async () => {
    await editor.open(story(ul(li(p('واحد')), li(p('اثنان')))))
    await editor.caretIn('اثنان')
    await editor.press('Tab')
    expect(await editor.body()).toEqual(story(ul(li(p('واحد'), ul(li(p('اثنان')))))))
    await editor.press('Shift+Tab')
    await editor.press('Shift+Enter')
    expect(await editor.body()).toEqual(story(ul(li(p('واحد')), li(p({ type: 'hardBreak' }, 'اثنان')))))
  })
  test('who said a lifted sentence: Tab goes there, Escape back behind the sentence, Enter on in the text', async () => {
    await editor.open(story(pullQuote('', p('مقتبس')), p('آخر')))
    await editor.caretIn('مقتبس', 2)
    await editor.press('Tab')
    await editor.type('صاحبه')
    await editor.press('Escape')
    await editor.type('.')
    expect(await editor.body()).toEqual(story(pullQuote('صاحبه', p('مقتبس.')), p('آخر')))
    await editor.press('Tab')
    await editor.press('Enter')
    await editor.type('و')
    expect(await editor.body()).toEqual(story(pullQuote('صاحبه', p('مقتبس.')), p('وآخر')))
  })
})

describe('typed starts of lines', () => {
  test.each([
    ['- ', ul(li(p('س')))],
    ['1. ', ol(li(p('س')))],
    ['١. ', ol(li(p('س')))],
    ['۱- ', ol(li(p('س')))],
    ['٥) ', { ...ol(li(p('س'))), attrs: { start: 5 } }],
    ['> ', quote(p('س'))],
    ['## ', h(2, 'س')],
    ['### ', h(3, 'س')],
    ['2024. ', p('2024. س')],
  ])('"%s"', async (typed, block) => {
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    await editor.type(`${typed}س`)
    expect(await editor.body()).toEqual(story(block))
  })
  test('"---" draws a rule and goes on below; Backspace right after gives the dashes back', async () => {
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    await editor.type('---')
    expect(await editor.body()).toEqual(story(rule, p()))
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(story(p('---')))
  })
  test('stars and underscores in a sentence stay as they are', async () => {
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    await editor.type('3 *4* 5 _bbc_news_ **x** `y` https://example.org ')
    expect(await editor.body()).toEqual(story(p('3 *4* 5 _bbc_news_ **x** `y` https://example.org ')))
  })
})

describe('the editor as the application sees it', () => {
  test('an edit makes one block of the body anew and shares all others', async () => {
    await editor.open(story(p('واحد'), p('اثنان'), p('ثلاثة')))
    const same = await editor.page.evaluate(() => {
      const { editor } = window.page
      const before = editor.body().content
      window.page.select(window.page.find('اثنان'))
      editor.view.dispatch(editor.view.state.tr.insertText('س'))
      const after = editor.body().content
      return before.map((block, index) => block === after[index])
    })
    expect(same).toEqual([true, false, true])
  })
  test('undo is still there after the body was read, as autosave does', async () => {
    await editor.open(story(p('واحد')))
    await editor.caretIn('واحد', 4)
    await editor.type('س')
    await editor.body()
    await editor.pause()
    await editor.type('ش')
    await editor.body()
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(p('واحدس')))
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(p('واحد')))
    await editor.press('Control+y')
    expect(await editor.body()).toEqual(story(p('واحدس')))
  })
  test('words and characters are counted as the model counts them', async () => {
    await editor.open(everything)
    expect(await editor.page.evaluate(() => window.page.editor.counts())).toEqual(measureBody(everything))
  })
  test('edits, the caret and the toolbar are told, the toolbar only when it differs', async () => {
    await editor.open(story(p('واحد'), p('اثنان')))
    await editor.caretIn('اثنان', 2)
    await editor.frame()
    expect(await editor.page.evaluate(() => window.page.cursor)).toMatchObject({ block: 1 })
    await editor.type('س')
    await editor.frame()
    const told = await editor.page.evaluate(() => [window.page.edits, window.page.states])
    expect(told[0]).toBe(1)
    await editor.type('سسسس')
    await editor.frame()
    expect(await editor.page.evaluate(() => [window.page.edits, window.page.states])).toEqual([5, told[1]])
  })
  test('another body takes the place of this one, and undo brings it back', async () => {
    await editor.open(story(p('قديم')))
    await editor.page.evaluate((body) => window.page.editor.replaceBody(body), everything)
    expect(await editor.body()).toEqual(everything)
    await run('undo')
    expect(await editor.body()).toEqual(story(p('قديم')))
  })
  test.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'video' }] }],
    [
      'an unknown mark',
      {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] }],
      },
    ],
    ['an unknown attribute', { type: 'doc', content: [{ type: 'paragraph', attrs: { align: 'left' } }] }],
    ['something else', { content: 'x' }],
  ])('%s is refused before anything is mounted', async (_what, body) => {
    await editor.open(story(p('قديم')))
    expect(await editor.page.evaluate((body) => window.page.openFails(body), body)).toContain('not a story')
    expect(await editor.page.locator('.ProseMirror').count()).toBe(0)
  })
  test('a story as importers write it is taken: marks in any order, items without a paragraph, no blocks at all', async () => {
    await editor.open({ type: 'doc', content: [] })
    expect(await editor.body()).toEqual(story(p()))
    await editor.open(
      story(
        p(text('س', { type: 'strike' }, { type: 'bold' })),
        ul({ type: 'listItem', content: [h(3, 'رأس')] }),
      ),
    )
    expect(await editor.body()).toEqual(
      story(p(text('س', { type: 'bold' }, { type: 'strike' })), ul(li(p(), h(3, 'رأس')))),
    )
  })
  test('the whole example goes in and comes out the same', async () => {
    await editor.open(everything)
    expect(await editor.body()).toEqual(everything)
    await editor.open(story(pIn('ltr', 'x')), 'ar')
    expect(await editor.body()).toEqual(story(pIn('ltr', 'x')))
  })
})
