import { describe, expect, test } from 'vitest'
import type { StoryBody } from '../../../core/model/body.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { fn, note, p, source, sources, story } from '../../support/story.ts'

const editor = editorPage()
/** The story with a for the first id that it names, b for the next, and so on. */
async function body(): Promise<StoryBody> {
  const made = await editor.body()
  const ids = [...new Set(JSON.stringify(made).match(/(?<="id":")[a-z0-9]+/g))]
  const plain = ids.reduce(
    (json, id, at) => json.replaceAll(`"${id}"`, JSON.stringify(String.fromCharCode(97 + at))),
    JSON.stringify(made),
  )
  return JSON.parse(plain) as StoryBody
}
const numbers = () =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll('.footnote')].map((each) => each.getAttribute('data-number')),
  )
const sourceNumbers = () => editor.page.locator('.source-number').allInnerTexts()
const caretText = () =>
  editor.page.evaluate(() => window.page.editor.view.state.selection.$head.parent.textContent)

describe.each([
  ['ar', 'قال الوزير', 'الوكالة', 'الجريدة', ['1', '2', '3']],
  ['ckb', 'وەزیر وتی', 'ئاژانس', 'ڕۆژنامە', ['١', '٢', '٣']],
  ['en', 'She said', 'The agency', 'The paper', ['1', '2', '3']],
] as const)('footnotes in %s', (language, said, agency, paper, [one, two, three]) => {
  test('a key makes one, its source takes the words, Enter leads back behind the number', async () => {
    await editor.open(story(p(said)), language)
    await editor.caretIn(said, said.length)
    await editor.press('Control+Alt+u')
    await editor.type(agency)
    await editor.press('Enter')
    await editor.type('.')
    expect(await body()).toEqual(story(p(said, fn('a'), '.'), sources(source('a', agency))))
    expect(await numbers()).toEqual([one])
    expect(await editor.page.getByLabel(/^(Footnote|حاشية) ./).count()).toBe(1)
  })
  test('one put before others is the first, in the text and among the sources', async () => {
    await editor.open(story(p(said, fn('k1')), p(said), sources(source('k1', agency))), language)
    await editor.caretIn(said, 0)
    await editor.press('Control+Alt+u')
    await editor.type(paper)
    expect(await body()).toEqual(
      story(p(fn('a'), said, fn('b')), p(said), sources(source('a', paper), source('b', agency))),
    )
    expect(await numbers()).toEqual([one, two])
    await editor.press('Control+z')
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(p(said, fn('k1')), p(said), sources(source('k1', agency))))
  })
  test('inside a word it is put behind it', async () => {
    await editor.open(story(p(said)), language)
    await editor.caretIn(said, 2)
    await editor.press('Control+Alt+u')
    const end = said.indexOf(' ')
    expect(await body()).toEqual(story(p(said.slice(0, end), fn('a'), said.slice(end)), sources(source('a'))))
  })
  test('the last number taken away leaves the words of its source, marked; Undo numbers it again', async () => {
    const before = story(
      p(said, fn('k1'), said, fn('k2')),
      sources(source('k1', agency), source('k2', paper)),
    )
    await editor.open(before, language)
    await editor.caretIn(said, said.length)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(
      story(p(said + said, fn('k2')), sources(source('k2', paper), source('k1', agency))),
    )
    expect(await sourceNumbers()).toEqual([one, '–'])
    expect(await editor.page.locator('.source-unnamed:visible').count()).toBe(1)
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(before)
    expect(await sourceNumbers()).toEqual([one, two])
    expect(await editor.page.locator('.source-unnamed:visible').count()).toBe(0)
  })
  test('a source without words goes with its number; Backspace in it goes back to the text', async () => {
    await editor.open(story(p(said)), language)
    await editor.caretIn(said, said.length)
    await editor.press('Control+Alt+u')
    await editor.press('Backspace')
    await editor.type('.')
    expect(await editor.body()).toEqual(story(p(`${said}.`)))
    await editor.press('Control+Alt+u')
    await editor.press('Enter')
    await editor.press('Backspace')
    expect(await editor.body()).toEqual(story(p(`${said}.`)))
  })
  test('a click or a key leads from a number to its source and back', async () => {
    await editor.open(
      story(p(said, fn('k1'), said, fn('k2')), sources(source('k1', agency), source('k2', paper))),
      language,
    )
    await editor.page.locator('.footnote').nth(1).click()
    expect(await caretText()).toBe(paper)
    await editor.page.locator('.source-number').first().click()
    expect(await caretText()).toBe(said + said)
    await editor.press('Control+Alt+Shift+u')
    expect(await caretText()).toBe(agency)
    await editor.press('Control+Alt+Shift+u')
    await editor.type('!')
    expect((await editor.body()).content[0]).toEqual(p(said, fn('k1'), `!${said}`, fn('k2')))
  })
  test('paragraphs that change places change the numbers', async () => {
    await editor.open(
      story(
        p('1', fn('k1')),
        p('2', fn('k2')),
        p('3', fn('k1'), fn('k3')),
        sources(source('k1', '1'), source('k2', '2'), source('k3', '3')),
      ),
      language,
    )
    expect(await numbers()).toEqual([one, two, one, three])
    await editor.page.evaluate(() => {
      const { view } = window.page.editor
      const first = view.state.doc.child(0)
      view.dispatch(view.state.tr.delete(0, first.nodeSize).insert(view.state.doc.child(1).nodeSize, first))
    })
    expect(await numbers()).toEqual([one, two, two, three])
    expect((await editor.body()).content.at(-1)).toEqual(
      sources(source('k2', '2'), source('k1', '1'), source('k3', '3')),
    )
  })
})

test('writing beside a number and in a source makes no other block anew', async () => {
  await editor.open(story(p('س', fn('k1')), p('ص', fn('k2')), sources(source('k1', '1'), source('k2', '2'))))
  const same = await editor.page.evaluate(() => {
    const { editor } = window.page
    const before = editor.body().content
    window.page.select(window.page.find('س') + 1)
    editor.view.dispatch(editor.view.state.tr.insertText('ع'))
    const after = editor.body().content
    return before.map((block, index) => block === after[index])
  })
  expect(same).toEqual([false, true, true])
})

test('none is made in a note or in a source, and one in a note has no number', async () => {
  const given = story(p('س', fn('k1')), note(p('ملاحظة')), sources(source('k1', 'أصل')))
  await editor.open(given)
  await editor.caretIn('ملاحظة', 2)
  await editor.press('Control+Alt+u')
  await editor.caretIn('أصل', 1)
  await editor.press('Control+Alt+u')
  expect(await editor.body()).toEqual(given)
})

test('a number pasted from another story gets a source of its own to be filled', async () => {
  await editor.open(story(p('س')))
  await editor.caretIn('س', 1)
  await editor.page.evaluate(() =>
    window.page.paste({ 'text/html': '<p>ص<sup class="footnote" data-footnote="zz9"></sup></p>' }),
  )
  expect(await editor.body()).toEqual(story(p('سص', fn('zz9')), sources(source('zz9'))))
})

test('a paragraph cut and pasted elsewhere keeps its source', async () => {
  await editor.open(
    story(p('أ', fn('k1')), p('ب', fn('k2')), p('ج'), sources(source('k1', 'واحد'), source('k2', 'اثنان'))),
  )
  await editor.page.evaluate(() => window.page.select(1, 3))
  const html = await editor.page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent('cut', { clipboardData, bubbles: true, cancelable: true })
    window.page.editor.view.dom.dispatchEvent(event)
    return clipboardData.getData('text/html')
  })
  expect(await sourceNumbers()).toEqual(['1', '–'])
  await editor.caretIn('ج', 1)
  await editor.page.evaluate((html) => window.page.paste({ 'text/html': html }), html)
  expect(await editor.body()).toEqual(
    story(p(), p('ب', fn('k2')), p('جأ', fn('k1')), sources(source('k2', 'اثنان'), source('k1', 'واحد'))),
  )
  expect(await sourceNumbers()).toEqual(['1', '2'])
})

test('the caret passes a number once each way, in both directions', async () => {
  await editor.open(story(p('أب', fn('k1'), 'جد'), sources(source('k1', 'س'))))
  await editor.caretIn('أب')
  const walk = async (key: string) => {
    const places: number[] = []
    for (let time = 0; time < 5; time += 1) {
      places.push(await editor.head())
      await editor.press(key)
    }
    return places
  }
  expect(await walk('ArrowLeft')).toEqual([1, 2, 3, 4, 5])
  expect(await walk('ArrowRight')).toEqual([6, 5, 4, 3, 2])
})
