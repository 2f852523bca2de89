import { describe, expect, test } from 'vitest'
import type { Block, StoryBody } from '../../../core/model/body.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import {
  h,
  image,
  li,
  ol,
  p,
  pIn,
  pullQuote,
  quote,
  row,
  rule,
  story,
  table,
  ul,
} from '../../support/story.ts'

const editor = editorPage()
const up = (times = 1) => editor.press('Alt+ArrowUp', times)
const down = (times = 1) => editor.press('Alt+ArrowDown', times)

/** The story in one line: what each block says, its containers in brackets. */
function outlineOf(body: StoryBody): string {
  const told = (block: { type: string; content?: unknown[]; text?: string }): string => {
    if (block.type === 'text') return block.text ?? ''
    if (block.type === 'horizontalRule') return '—'
    if (block.type === 'image') return '▣'
    const inner = ((block.content ?? []) as Block[]).map(told)
    return block.type === 'paragraph' || block.type === 'heading' ? inner.join('') : `[${inner.join(' ')}]`
  }
  return body.content.map(told).join(' ')
}
const now = async (): Promise<string> => outlineOf(await editor.body())
/** The words before the caret in its block. */
const behind = (): Promise<string> =>
  editor.page.evaluate(() => {
    const { $head } = window.page.editor.view.state.selection
    return $head.parent.textBetween(0, $head.parentOffset)
  })

describe.each([
  ['ar', 'واحد', 'اثنان', 'ثلاثة'],
  ['en', 'one', 'two', 'three'],
] as const)('in a story of %s', (language, one, two, three) => {
  test('a paragraph goes up and down, the caret stays in its text, and each move is one undo', async () => {
    await editor.open(story(p(one), p(two), p(three)), language)
    await editor.caretIn(three, 2)
    await up()
    expect(await now()).toBe(`${one} ${three} ${two}`)
    expect(await behind()).toBe(three.slice(0, 2))
    await editor.type('x')
    expect(await now()).toBe(`${one} ${three.slice(0, 2)}x${three.slice(2)} ${two}`)
    await editor.press('Control+z')
    await editor.press('Control+z')
    expect(await now()).toBe(`${one} ${two} ${three}`)
    await up(2)
    await editor.press('Control+z')
    expect(await now()).toBe(`${one} ${three} ${two}`)
    await editor.press('Control+z')
    await editor.caretIn(one)
    await down(2)
    expect(await now()).toBe(`${two} ${three} ${one}`)
  })
  test('at the ends of the story nothing moves, and no step is made', async () => {
    await editor.open(story(p(one), p(two)), language)
    await editor.caretIn(one)
    await up()
    await editor.caretIn(two)
    await down(2)
    expect(await now()).toBe(`${one} ${two}`)
    expect(await editor.page.evaluate(() => window.page.editor.state().canUndo)).toBe(false)
  })
  test('all blocks that the selection touches go together, and it stays on its words', async () => {
    await editor.open(story(h(2, one), p(two), p(three), p('4')), language)
    await editor.page.evaluate(
      ([two, three]) => window.page.select(window.page.find(two) + 1, window.page.find(three) + 2),
      [two, three] as const,
    )
    await down()
    expect(await now()).toBe(`${one} 4 ${two} ${three}`)
    expect(await editor.page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' '))).toBe(
      `${two.slice(1)} ${three.slice(0, 2)}`,
    )
    await up(2)
    expect(await now()).toBe(`${two} ${three} ${one} 4`)
  })
  test('past a table, a rule and a picture, each taken whole', async () => {
    const picture = image(`${'a'.repeat(64)}.png`)
    await editor.open(story(p(one), table(row('a', 'b'), row('c', 'd')), rule, picture, p(two)), language)
    await editor.caretIn(one)
    await down(3)
    expect(await now()).toBe(`[[[a] [b]] [[c] [d]]] — ▣ ${one} ${two}`)
    await editor.type('x')
    expect(await now()).toContain(`▣ x${one}`)
  })
})

describe('in a list', () => {
  test('an item goes among its list with all that is under it', async () => {
    await editor.open(story(ul(li(p('واحد'), ol(li(p('تحت')))), li(p('اثنان')), li(p('ثلاثة')))))
    await editor.caretIn('واحد', 1)
    await down(2)
    expect(await now()).toBe('[[اثنان] [ثلاثة] [واحد [[تحت]]]]')
    expect(await behind()).toBe('و')
  })
  test('at its edge it leaves the list past the block beside it, and goes into the next list of its kind', async () => {
    await editor.open(story(ul(li(p('one')), li(p('two'))), p('text'), ul(li(p('three')))), 'en')
    await editor.caretIn('two', 3)
    await down()
    expect(await now()).toBe('[[one]] text [[two]] [[three]]')
    expect(await behind()).toBe('two')
    await up()
    expect(await now()).toBe('[[one]] [[two]] text [[three]]')
    await editor.press('Control+z', 2)
    expect(await now()).toBe('[[one] [two]] text [[three]]')
  })
  test('of two lists that stand together the item goes from one into the other', async () => {
    await editor.open(story(ul(li(p('أ')), li(p('ب'))), ul(li(p('ج')))))
    await editor.caretIn('ب')
    await down()
    expect(await now()).toBe('[[أ]] [[ب] [ج]]')
    await editor.caretIn('ج')
    await up()
    expect(await now()).toBe('[[أ]] [[ج] [ب]]')
    await up()
    expect(await now()).toBe('[[أ] [ج]] [[ب]]')
  })
  test('from an inner list it goes out beside the item that held it', async () => {
    await editor.open(story(ul(li(p('one'), ul(li(p('a')), li(p('b')))), li(p('two')))), 'en')
    await editor.caretIn('b', 1)
    await down()
    expect(await now()).toBe('[[one [[a]]] [b] [two]]')
    expect(await behind()).toBe('b')
    await editor.caretIn('a', 1)
    await up()
    expect(await now()).toBe('[[a] [one] [b] [two]]')
    expect(await behind()).toBe('a')
  })
  test('a list of one item goes as a whole', async () => {
    await editor.open(story(p('نص'), ol(li(p('واحد')))))
    await editor.caretIn('واحد')
    await up()
    expect(await now()).toBe('[[واحد]] نص')
  })
})

test('sources stay last, and nothing is moved behind them', async () => {
  await editor.open(story(p('one'), p('two')), 'en')
  await editor.caretIn('two', 3)
  await editor.press('Control+Alt+u')
  await editor.caretIn('two')
  await down(2)
  const types = async () => (await editor.body()).content.map(({ type }) => type)
  expect(await types()).toEqual(['paragraph', 'paragraph', 'sources'])
  await up()
  expect(await now()).toMatch(/^two\S* one /)
  expect(await types()).toEqual(['paragraph', 'paragraph', 'sources'])
})

describe('in quotes and tables', () => {
  test('a paragraph goes within its quote and out of it, with the direction it had there', async () => {
    await editor.open(
      story(p('قبل'), { ...quote(p('One'), p('Two')), attrs: { dir: 'ltr' as const } }, p('بعد')),
    )
    await editor.caretIn('Two')
    await up()
    expect(await now()).toBe('قبل [Two One] بعد')
    await up()
    expect(await editor.body()).toEqual(
      story(p('قبل'), pIn('ltr', 'Two'), { ...quote(p('One')), attrs: { dir: 'ltr' as const } }, p('بعد')),
    )
    await editor.caretIn('One')
    await down()
    expect(await now()).toBe('قبل Two بعد [One]')
  })
  test('a pull quote keeps who said it', async () => {
    await editor.open(story(p('one'), pullQuote('Her', p('said'))), 'en')
    await editor.caretIn('said')
    await up()
    expect((await editor.body()).content).toEqual([pullQuote('Her', p('said')), p('one')])
  })
  test('in a cell the row goes up and down; the table stays', async () => {
    await editor.open(story(table(row('أ', 'ب'), row('ج', 'د'), row('ه', 'و')), p('بعد')))
    await editor.caretIn('د')
    await down()
    expect(await now()).toBe('[[[أ] [ب]] [[ه] [و]] [[ج] [د]]] بعد')
    await down()
    expect(await now()).toBe('[[[أ] [ب]] [[ه] [و]] [[ج] [د]]] بعد')
    await up(3)
    expect(await now()).toBe('[[[ج] [د]] [[أ] [ب]] [[ه] [و]]] بعد')
    await editor.type('x')
    expect(await now()).toContain('[[ج] [xد]]')
  })
  test('no row goes over its header', async () => {
    await editor.open(story(p()), 'en')
    await editor.page.evaluate(() => {
      window.page.select(1)
      window.page.editor.run('table', { rows: 3, columns: 2 })
    })
    await editor.type('head')
    await editor.press('Tab', 2)
    await editor.type('body')
    await up()
    expect(await now()).toMatch(/^\[\[\[head] \[]] \[\[body]/)
    await down()
    expect(await now()).toMatch(/^\[\[\[head] \[]] \[\[] \[]] \[\[body]/)
  })
  test('a chosen table goes as a whole and stays chosen', async () => {
    await editor.open(story(table(row('أ', 'ب'), row('ج', 'د')), p('بعد')))
    await editor.page.evaluate(() => window.page.selectNode(0))
    await down()
    expect(await now()).toBe('بعد [[[أ] [ب]] [[ج] [د]]]')
    await up()
    expect(await now()).toBe('[[[أ] [ب]] [[ج] [د]]] بعد')
  })
})

test('nothing moves while an input method composes', async () => {
  await editor.open(story(p('واحد'), p('اثنان')))
  await editor.caretIn('اثنان', 5)
  const client = await editor.page.context().newCDPSession(editor.page)
  await client.send('Input.imeSetComposition', { text: 'ك', selectionStart: 1, selectionEnd: 1 })
  await editor.page.keyboard.down('Alt')
  await editor.page.evaluate(() => {
    const event = new KeyboardEvent('keydown', {
      key: 'ArrowUp',
      code: 'ArrowUp',
      altKey: true,
      isComposing: true,
    })
    window.page.editor.view.dom.dispatchEvent(event)
  })
  await editor.page.keyboard.up('Alt')
  await client.send('Input.insertText', { text: 'كا' })
  expect(await now()).toBe('واحد اثنانكا')
})

test('in a long story the caret stays in sight while its paragraph goes past others', async () => {
  const many = Array.from({ length: 300 }, (_, index) => p(`${index} ${'كلمة من كلمات الخبر '.repeat(12)}`))
  await editor.open(story(...many))
  await editor.caretIn('150 ')
  await editor.page.evaluate(() => window.page.editor.goToBlock(150))
  await editor.page.waitForTimeout(300)
  for (let time = 0; time < 12; time += 1) {
    await up()
    const box = await editor.page.evaluate(() => {
      const { view } = window.page.editor
      const { top, bottom } = view.coordsAtPos(view.state.selection.head)
      return { top, bottom, height: innerHeight }
    })
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(box.height)
  }
  const { content } = await editor.body()
  expect(JSON.stringify(content[138])).toContain('"150 ')
})
