import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { gallery, image, p, story } from '../../support/story.ts'

const editor = editorPage()
// Two points of other colours, PNG.
const points = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
].map((base64, at) => ({ name: `point-${at}.png`, type: 'image/png', base64 }))
const name = (letter: string) => `${letter.repeat(64)}.png`
const three = () =>
  gallery(
    'صور اليوم',
    image(name('a'), { caption: 'أولى' }),
    image(name('b'), { caption: 'ثانية' }),
    image(name('c'), { caption: 'ثالثة' }),
  )
const order = async (): Promise<string[]> =>
  (await editor.body()).content.flatMap((block) =>
    block.type === 'gallery' ? block.content.map(({ attrs }) => attrs.media.charAt(0)) : [],
  )
const select = (at: number) => editor.page.evaluate((at) => window.page.selectNode(at), at)

describe.each([
  { language: 'ar', forward: 'ArrowLeft', back: 'ArrowRight', words: 'قبل' },
  { language: 'en', forward: 'ArrowRight', back: 'ArrowLeft', words: 'before' },
] as const)('a gallery in a story in $language', ({ language, forward, back, words }) => {
  test('is walked and ordered by key in the direction of reading, and says where a picture came to', async () => {
    await editor.open(story(p(words), three(), p('x')), language)
    await editor.caretIn(words, words.length)
    await editor.press(forward)
    await editor.press(`Alt+${forward}`)
    expect(await order()).toEqual(['b', 'a', 'c'])
    expect(await editor.page.locator('.gallery-said').textContent()).toMatch(/2.*3/)
    await editor.press(`Alt+${forward}`)
    await editor.press(`Alt+${forward}`)
    expect(await order()).toEqual(['b', 'c', 'a'])
    await editor.press(back)
    await editor.pause()
    await editor.press(`Alt+${back}`)
    expect(await order()).toEqual(['c', 'b', 'a'])
    await editor.press('Control+z')
    expect(await order()).toEqual(['b', 'c', 'a'])
  })
  test('stands in the order of reading', async () => {
    await editor.open(story(three()), language)
    const [first, second] = await Promise.all(
      [0, 1].map((at) => editor.page.locator('.gallery .picture').nth(at).boundingBox()),
    )
    expect((first?.x ?? 0) < (second?.x ?? 0)).toBe(language === 'en')
  })
  test('has a caption for all and words for each, written in place', async () => {
    await editor.open(story(three()), language)
    const labels = language === 'ar' ? ['شرح المعرض', 'شرح الصورة'] : ['Caption of the gallery', 'Caption']
    await editor.page.getByRole('textbox', { name: labels[0] ?? '', exact: true }).fill('all')
    await editor.page
      .getByRole('textbox', { name: labels[1] ?? '', exact: true })
      .nth(1)
      .click()
    await editor.type(' +')
    const [block] = (await editor.body()).content
    expect(block).toMatchObject({ type: 'gallery', attrs: { caption: 'all' } })
    expect(JSON.stringify(block)).toContain(' +')
  })
})

describe('what becomes of a gallery', () => {
  test('of two, one taken out leaves the other, and Undo brings both back', async () => {
    const two = gallery('معًا', image(name('a')), image(name('b')))
    await editor.open(story(p('قبل'), two, p('بعد')))
    await select(6)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(story(p('قبل'), image(name('b')), p('معًا'), p('بعد')))
    await editor.press('Control+z')
    expect(await editor.body()).toEqual(story(p('قبل'), two, p('بعد')))
  })
  test('is taken apart into its pictures and gathered again', async () => {
    await editor.open(story(p('قبل'), three(), p('بعد')))
    await editor.page.getByRole('button', { name: 'فكّ المعرض' }).click()
    const types = async () => (await editor.body()).content.map(({ type }) => type)
    expect(await types()).toEqual(['paragraph', 'image', 'image', 'image', 'paragraph', 'paragraph'])
    await select(5)
    expect(await editor.page.evaluate(() => window.page.editor.run('gallery'))).toBe(true)
    expect(await types()).toEqual(['paragraph', 'gallery', 'paragraph', 'paragraph'])
  })
  test('a picture is dragged to another place in it', async () => {
    await editor.open(story(p('قبل'), three(), p('بعد')))
    const frames = editor.page.locator('.gallery .picture-frame')
    const [from, to] = [await frames.nth(0).boundingBox(), await frames.nth(2).boundingBox()]
    const middle = (box: typeof from) => [
      (box?.x ?? 0) + (box?.width ?? 0) / 2,
      (box?.y ?? 0) + (box?.height ?? 0) / 2,
    ]
    const [[startX = 0, startY = 0], [, endY = 0]] = [middle(from), middle(to)]
    await editor.page.mouse.move(startX, startY)
    await editor.page.mouse.down()
    await editor.page.mouse.move((to?.x ?? 0) + 6, endY, { steps: 8 })
    await editor.page.mouse.up()
    expect(await order()).toEqual(['b', 'c', 'a'])
  })
  test('read-only, nothing of it can be changed', async () => {
    await editor.open(story(three()), 'ar', false)
    expect(await editor.page.getByRole('button', { name: 'فكّ المعرض' }).count()).toBe(0)
    expect(await editor.page.getByRole('textbox', { name: 'شرح المعرض' }).isEditable()).toBe(false)
  })
})

describe('several pictures at once', () => {
  const paste = () => editor.page.evaluate((points) => window.page.paste({}, points), points)
  const offer = () => editor.page.locator('.offer')
  test('are offered as a gallery, and Alt+Enter takes it', async () => {
    await editor.open(story(p('قبل'), p('بعد')))
    await editor.caretIn('قبل', 3)
    await paste()
    await offer().waitFor()
    expect((await editor.body()).content.map(({ type }) => type)).toEqual([
      'paragraph',
      'image',
      'image',
      'paragraph',
    ])
    await editor.press('Alt+Enter')
    expect((await editor.body()).content.map(({ type }) => type)).toEqual([
      'paragraph',
      'gallery',
      'paragraph',
    ])
    expect(await offer().count()).toBe(0)
    await editor.press('Control+z')
    expect((await editor.body()).content.map(({ type }) => type)).toEqual([
      'paragraph',
      'image',
      'image',
      'paragraph',
    ])
  })
  test('stay as they are where somebody writes on, or presses Escape', async () => {
    await editor.open(story(p('before'), p('after')), 'en')
    await editor.caretIn('before', 6)
    await paste()
    await offer().waitFor()
    await editor.press('Escape')
    expect(await offer().count()).toBe(0)
    expect((await editor.body()).content).toHaveLength(4)
  })
  test('dropped on a gallery go into it', async () => {
    await editor.open(story(three()))
    const box = await editor.page.locator('.gallery-pictures').boundingBox()
    await editor.page.evaluate(
      ([x, y, points]) => {
        const target = document.elementFromPoint(x, y)
        const transfer = new DataTransfer()
        for (const { name, type, base64 } of points)
          transfer.items.add(
            new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }),
          )
        target?.dispatchEvent(
          new DragEvent('drop', {
            dataTransfer: transfer,
            clientX: x,
            clientY: y,
            bubbles: true,
            cancelable: true,
          }),
        )
      },
      [(box?.x ?? 0) + 30, (box?.y ?? 0) + 30, points] as const,
    )
    await expect.poll(async () => (await order()).length).toBe(5)
  })
})
