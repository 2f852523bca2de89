import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { bdi, factBox, h, li, ol, p, pIn, quote, row, story, table, ul } from '../../support/story.ts'

const editor = editorPage()

/** Lets go of the two keys of a chord after pressing them, as a person does. */
async function chord(...codes: [string, string]): Promise<void> {
  await editor.page.keyboard.down(codes[0])
  await editor.page.keyboard.down(codes[1])
  await editor.page.keyboard.up(codes[1])
  await editor.page.keyboard.up(codes[0])
}
/** Which edge of the story the caret stands at. */
const caretEdge = (): Promise<'left' | 'right'> =>
  editor.page.evaluate(() => {
    const { view } = window.page.editor
    const { left } = view.coordsAtPos(view.state.selection.head)
    const box = view.dom.getBoundingClientRect()
    return left - box.left < box.right - left ? 'left' : 'right'
  })
/** The digits of a text as the eye meets them from left to right. */
const seen = (words: string): Promise<string> =>
  editor.page.evaluate((words) => {
    const { view } = window.page.editor
    const start = window.page.find(words)
    const at = words.split('').map((character, index) => {
      const range = document.createRange()
      const from = view.domAtPos(start + index, 1)
      range.setStart(from.node, from.offset)
      range.setEnd(from.node, from.offset + 1)
      return { character, x: range.getBoundingClientRect().left }
    })
    return at
      .toSorted((one, other) => one.x - other.x)
      .map(({ character }) => character)
      .join('')
      .replaceAll(' ', '')
  }, words)

describe('the direction of the article', () => {
  test('an empty paragraph in an Arabic story starts on the right, in an English one on the left', async () => {
    await editor.open(story(p()), 'ar')
    await editor.page.evaluate(() => window.page.select(1))
    expect(await caretEdge()).toBe('right')
    await editor.open(story(p()), 'en')
    await editor.page.evaluate(() => window.page.select(1))
    expect(await caretEdge()).toBe('left')
  })
  test('a line that begins with Latin letters stays rtl', async () => {
    await editor.open(story(p()))
    await editor.page.evaluate(() => window.page.select(1))
    await editor.type('BBC قالت')
    expect(await editor.body()).toEqual(story(p('BBC قالت')))
    expect(
      await editor.page.evaluate(
        () => getComputedStyle(document.querySelector('.ProseMirror p') as Element).direction,
      ),
    ).toBe('rtl')
  })
  test('the root says direction and language, and another language changes both', async () => {
    await editor.open(story(p('سلاو')), 'ckb')
    const root = editor.page.getByRole('textbox', { name: 'Story', exact: true })
    expect(await root.getAttribute('dir')).toBe('rtl')
    expect(await root.getAttribute('lang')).toBe('ckb')
    await editor.page.evaluate(() => window.page.editor.setLanguage('kmr'))
    expect(await root.getAttribute('dir')).toBe('ltr')
    expect(await root.getAttribute('lang')).toBe('ku')
  })
  test('a direction that the new language has anyway is no longer stored, and is again when it differs', async () => {
    await editor.open(story(pIn('ltr', 'Hello')), 'ar')
    await editor.page.evaluate(() => window.page.editor.setLanguage('en'))
    expect(await editor.body()).toEqual(story(p('Hello')))
    await editor.page.evaluate(() => window.page.editor.setLanguage('ar'))
    expect(await editor.body()).toEqual(story(pIn('ltr', 'Hello')))
  })
})

describe('the direction of a block', () => {
  test('Ctrl+Shift of the left side makes it ltr, of the right side rtl, stored only where it differs', async () => {
    await editor.open(story(p('سلام')))
    await editor.caretIn('سلام')
    await chord('ControlLeft', 'ShiftLeft')
    expect(await editor.body()).toEqual(story(pIn('ltr', 'سلام')))
    await chord('ControlRight', 'ShiftRight')
    expect(await editor.body()).toEqual(story(p('سلام')))
  })
  test('a chord with another key in between is not a change of direction', async () => {
    await editor.open(story(p('سلام')))
    await editor.select('سلام')
    await editor.press('Control+Shift+x')
    await editor.press('Control+Shift+ArrowLeft')
    const body = await editor.body()
    expect(body.content[0]).not.toHaveProperty('attrs')
    expect(JSON.stringify(body)).toContain('strike')
  })
  test('Enter keeps the direction, after a heading too', async () => {
    await editor.open(story({ ...h(2, 'Head'), attrs: { level: 2, dir: 'ltr' } }))
    await editor.caretIn('Head', 4)
    await editor.press('Enter')
    await editor.type('One')
    await editor.press('Enter')
    await editor.type('Two')
    expect((await editor.body()).content.slice(1)).toEqual([pIn('ltr', 'One'), pIn('ltr', 'Two')])
  })
  test('a list made of an ltr paragraph is ltr, and the paragraph taken out of it again', async () => {
    await editor.open(story(pIn('ltr', 'One')))
    await editor.caretIn('One')
    await editor.type('- ')
    expect(await editor.body()).toEqual(story({ ...ul(li(p('One'))), attrs: { dir: 'ltr' } }))
    await editor.pause()
    await editor.press('Shift+Tab')
    expect(await editor.body()).toEqual(story(pIn('ltr', 'One')))
    await editor.press('Control+z')
    expect((await editor.body()).content[0]).toMatchObject({ type: 'bulletList', attrs: { dir: 'ltr' } })
  })
  test('an empty line at the end of an ltr list leaves it as an ltr paragraph', async () => {
    await editor.open(story({ ...ul(li(p('One'))), attrs: { dir: 'ltr' } }))
    await editor.caretIn('One', 3)
    await editor.press('Enter', 2)
    await editor.type('out')
    expect((await editor.body()).content[1]).toEqual(pIn('ltr', 'out'))
  })
  test('undo gives the direction back', async () => {
    await editor.open(story(p('سلام')))
    await editor.caretIn('سلام')
    await chord('ControlLeft', 'ShiftLeft')
    expect(await editor.body()).toEqual(story(pIn('ltr', 'سلام')))
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(p('سلام')))
  })
})

describe.each([
  { language: 'ar', base: 'rtl', other: 'ltr', word: 'كلمة', foreign: 'word' },
  { language: 'en', base: 'ltr', other: 'rtl', word: 'word', foreign: 'كلمة' },
] as const)('the keys of direction in a story of $language', ({ language, base, other, word, foreign }) => {
  const turn = (direction: 'rtl' | 'ltr') =>
    direction === 'ltr' ? chord('ControlLeft', 'ShiftLeft') : chord('ControlRight', 'ShiftRight')
  const turned = <B extends object>(block: B) => ({ ...block, attrs: { dir: other } })
  /** How what holds these words runs on screen, and the nearest block of a kind around it. */
  const runs = (words: string, around: string) =>
    editor.page.evaluate(
      ([words, around]) => {
        const at = window.page.editor.view.domAtPos(window.page.find(words)).node
        const text = at instanceof Element ? at : at.parentElement
        const outer = text?.closest(around)
        return [text, outer].map((element) => element && getComputedStyle(element).direction)
      },
      [words, around] as const,
    )

  test('a paragraph', async () => {
    await editor.open(story(p(word), p(foreign)), language)
    await editor.caretIn(foreign)
    await turn(other)
    expect(await editor.body()).toEqual(story(p(word), pIn(other, foreign)))
    await turn(other)
    expect(await editor.body()).toEqual(story(p(word), pIn(other, foreign)))
    await turn(base)
    expect(await editor.body()).toEqual(story(p(word), p(foreign)))
  })
  test('a list, the inner one first and then the one around it', async () => {
    const [outer, inner] = [`${word}a`, `${foreign}b`]
    await editor.open(story(ul(li(p(outer), ol(li(p(inner)))))), language)
    await editor.caretIn(inner, 2)
    await turn(other)
    expect(await editor.body()).toEqual(story(ul(li(p(outer), turned(ol(li(p(inner))))))))
    expect(await runs(inner, 'ul')).toEqual([other, base])
    await turn(other)
    expect(await editor.body()).toEqual(story(turned(ul(li(p(outer), ol(li(p(inner))))))))
    await turn(base)
    await turn(base)
    expect(await editor.body()).toEqual(story(ul(li(p(outer), ol(li(p(inner)))))))
  })
  test.each([
    ['a quote', 'blockquote', (...inner: ReturnType<typeof p>[]) => quote(p(`${word}a`), ...inner)],
    ['a fact box', '.fact-box', (...inner: ReturnType<typeof p>[]) => factBox(word, p(`${word}a`), ...inner)],
  ] as const)('a paragraph of %s, and with a second press all of it', async (_name, selector, around) => {
    const one = `${foreign}b`
    await editor.open(story(around(p(one)), p('end')), language)
    await editor.caretIn(one, 1)
    await turn(other)
    expect(await editor.body()).toEqual(story(around(pIn(other, one)), p('end')))
    expect(await runs(one, selector)).toEqual([other, base])
    await turn(other)
    expect(await editor.body()).toEqual(story(turned(around(p(one))), p('end')))
    expect(await runs(one, selector)).toEqual([other, other])
    // Back: the paragraph first.
    await turn(base)
    expect(await editor.body()).toEqual(story(turned(around(pIn(base, one))), p('end')))
    await editor.caretIn(`${word}a`)
    await turn(base)
    await turn(base)
    expect(await editor.body()).toEqual(story(around(p(one)), p('end')))
    // One undone, and what was in it is there again.
    await editor.pause()
    await editor.caretIn(one)
    await turn(other)
    await editor.pause()
    await turn(other)
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(around(pIn(other, one)), p('end')))
  })
  test('a cell, and the table with all of its cells chosen', async () => {
    const cells = (inner: ReturnType<typeof p>) =>
      table(row('a1', 'a2'), {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [inner] },
          { type: 'tableCell', content: [p('b2')] },
        ],
      })
    await editor.open(story(cells(p(foreign))), language)
    await editor.caretIn(foreign)
    await turn(other)
    expect(await editor.body()).toEqual(story(cells(pIn(other, foreign))))
    expect(await runs(foreign, 'table')).toEqual([other, base])
    const [first, last] = await Promise.all(
      ['a1', 'b2'].map((words) => editor.page.locator('td', { hasText: words }).boundingBox()),
    )
    const middle = (box: typeof first) =>
      [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const
    await editor.page.mouse.move(...middle(first))
    await editor.page.mouse.down()
    await editor.page.mouse.move(...middle(last), { steps: 6 })
    await editor.page.mouse.up()
    await editor.frame()
    await turn(other)
    expect(await editor.body()).toEqual(story(turned(cells(p(foreign)))))
    expect(await runs('a1', 'table')).toEqual([other, other])
  })
  test('all of a box that is selected by keys', async () => {
    await editor.open(story(factBox('head', p('one'), p('two')), p('end')), language)
    await editor.caretIn('head')
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End']) await editor.press(key)
    await turn(other)
    expect(await editor.body()).toEqual(story(turned(factBox('head', p('one'), p('two'))), p('end')))
  })
})

describe('isolation', () => {
  test('what is typed after a bdi is no longer in it', async () => {
    await editor.open(story(p('قالت ', bdi('BBC', 'ltr'))))
    await editor.caretIn('BBC', 3)
    await editor.type(' x')
    expect(await editor.body()).toEqual(story(p('قالت ', bdi('BBC', 'ltr'), ' x')))
  })
  test('isolating takes whole words, and off again', async () => {
    await editor.open(story(p('قالت Reuters اليوم')))
    await editor.caretIn('Reuters', 3)
    await editor.page.evaluate(() => window.page.editor.run('isolate'))
    expect(await editor.body()).toEqual(story(p('قالت ', bdi('Reuters', 'ltr'), ' اليوم')))
    await editor.page.evaluate(() => window.page.editor.run('isolate'))
    expect(await editor.body()).toEqual(story(p('قالت Reuters اليوم')))
  })
  test('a phone number is read in its own order on screen, the stored text stays plain', async () => {
    const phone = '+964 770 123 4567'
    await editor.open(story(p(`الهاتف ${phone} مفتوح`)))
    expect(await seen(phone)).toBe(phone.replaceAll(' ', ''))
    expect(await editor.body()).toEqual(story(p(`الهاتف ${phone} مفتوح`)))
  })
  test('a number typed letter by letter is isolated as soon as it is one', async () => {
    await editor.open(story(p('الهاتف '), p('سطر')))
    await editor.caretIn('الهاتف ', 7)
    await editor.type('+964 770 123 4567')
    expect(await editor.body()).toEqual(story(p('الهاتف +964 770 123 4567'), p('سطر')))
    expect(await seen('+964 770 123 4567')).toBe('+9647701234567')
    await editor.press('Backspace', 17)
    expect(await editor.page.locator('.isolate').count()).toBe(0)
  })
  test('no isolation on screen cuts a word of joined letters', async () => {
    await editor.open(
      story(p('الوBBCقالت 2024-05-08م و+964770 123 4567فقط'), pIn('ltr', 'See قالت10-20و now')),
    )
    const cut = await editor.page.evaluate(
      () =>
        [...document.querySelectorAll('.isolate')].filter((run) => {
          const before = run.previousSibling?.textContent?.at(-1) ?? ''
          const after = run.nextSibling?.textContent?.at(0) ?? ''
          const inside = run.textContent ?? ''
          const letter = /[\p{L}\p{M}]/u
          return (
            (letter.test(before) && letter.test(inside.at(0) ?? '')) ||
            (letter.test(inside.at(-1) ?? '') && letter.test(after))
          )
        }).length,
    )
    expect(cut).toBe(0)
  })
  test('turning a block round isolates anew', async () => {
    await editor.open(story(p('اتصل 10-20')))
    expect(await editor.page.locator('.isolate-ltr').count()).toBe(1)
    await editor.caretIn('اتصل')
    await chord('ControlLeft', 'ShiftLeft')
    const count = await editor.page.locator('.isolate-ltr').count()
    expect(count).toBe(0)
  })
})
