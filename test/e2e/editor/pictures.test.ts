import { describe, expect, test } from 'vitest'
import { editorPage } from '../../support/editor-page/open.ts'
import { image, p, story } from '../../support/story.ts'

const editor = editorPage()
// One red point, PNG.
const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const png = { name: 'point.png', type: 'image/png', base64 }
const media = /^[0-9a-f]{64}\.png$/
const notices = () => editor.page.evaluate(() => window.page.notices)
const whenStored = () => editor.page.waitForSelector('.picture-image[src^="blob:"]')
const undo = () => editor.page.evaluate(() => window.page.editor.run('undo'))

describe('pictures on their way in', () => {
  test('a pasted picture file is stored and stands behind its paragraph, its bytes nowhere in the story', async () => {
    await editor.open(story(p('قبل'), p('بعد')))
    await editor.caretIn('قبل', 3)
    await editor.page.evaluate((png) => window.page.paste({}, [png]), png)
    await whenStored()
    const body = await editor.body()
    expect(body.content).toMatchObject([
      p('قبل'),
      { type: 'image', attrs: { media: expect.stringMatching(media), alt: '', width: 1, height: 1 } },
      p('بعد'),
    ])
    expect(JSON.stringify(body)).not.toContain(base64.slice(0, 20))
    expect(await editor.page.evaluate(() => window.page.stored)).toEqual([{ type: 'image/png', size: 70 }])
  })
  test('a dropped one too, where it is dropped', async () => {
    await editor.open(story(p('واحد'), p('اثنان')))
    const box = await editor.page.locator('.ProseMirror p').nth(1).boundingBox()
    await editor.page.evaluate(([x, y, png]) => window.page.drop(x, y, [png]), [
      (box?.x ?? 0) + 4,
      (box?.y ?? 0) + 8,
      png,
    ] as const)
    await whenStored()
    expect((await editor.body()).content.map((block) => block.type)).toEqual([
      'paragraph',
      'paragraph',
      'image',
      'paragraph',
    ])
  })
  test('a data: picture inside pasted markup is stored before the words are placed', async () => {
    await editor.open(story(p()))
    const html = `<p>قبل</p><figure><img src="data:image/png;base64,${base64}" alt="نقطة"><figcaption>شرح</figcaption></figure><p>بعد</p>`
    await editor.page.evaluate((html) => {
      window.page.select(1)
      window.page.paste({ 'text/html': html })
    }, html)
    await whenStored()
    expect((await editor.body()).content).toMatchObject([
      p('قبل'),
      {
        type: 'image',
        attrs: { media: expect.stringMatching(media), alt: 'نقطة', caption: 'شرح', width: 1 },
      },
      p('بعد'),
    ])
  })
  test('what is typed while a picture is being stored moves its place along', async () => {
    await editor.open(story(p('قبل'), p('بعد')))
    await editor.caretIn('قبل', 3)
    await editor.page.evaluate((png) => {
      window.page.paste({}, [png])
      window.page.select(1)
      const { view } = window.page.editor
      view.dispatch(view.state.tr.insertText('نص '))
    }, png)
    await whenStored()
    expect((await editor.body()).content).toMatchObject([p('نص قبل'), { type: 'image' }, p('بعد')])
  })
  test('a file that is refused is told, and the story stays as it was', async () => {
    await editor.open(story(p('قبل')))
    await editor.caretIn('قبل')
    await editor.page.evaluate(() =>
      window.page.paste({}, [{ name: 'x.svg', type: 'image/svg+xml', base64: btoa('<svg/>') }]),
    )
    await editor.page.waitForFunction(() => window.page.notices.length > 0)
    expect(await notices()).toEqual([{ code: 'picture-refused', message: 'not a picture: image/svg+xml' }])
    expect(await editor.body()).toEqual(story(p('قبل')))
    expect(await editor.page.locator('.picture-waiting').count()).toBe(0)
  })
  test('the image command stores files at the caret', async () => {
    await editor.open(story(p('قبل')))
    await editor.caretIn('قبل', 3)
    await editor.page.evaluate(({ base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      window.page.editor.run('image', { files: [new Blob([bytes], { type: 'image/png' })] })
    }, png)
    await whenStored()
    expect((await editor.body()).content.map((block) => block.type)).toEqual([
      'paragraph',
      'image',
      'paragraph',
    ])
  })
})

describe('a picture in the story', () => {
  const missing = `${'0'.repeat(64)}.png`
  test('its words are written in place and undone in one step', async () => {
    await editor.open(story(p('قبل'), image(missing, { width: 800, height: 400 }), p('بعد')))
    await editor.page.getByRole('textbox', { name: 'شرح الصورة' }).click()
    await editor.type('بحيرة دوكان')
    expect((await editor.body()).content[1]).toMatchObject({ attrs: { caption: 'بحيرة دوكان' } })
    await editor.page.getByRole('textbox', { name: 'النص البديل' }).click()
    await editor.type('ماء')
    expect(await editor.page.getByText('اكتب بكلمات قليلة').isVisible()).toBe(false)
    await undo()
    expect((await editor.body()).content[1]).toMatchObject({ attrs: { caption: 'بحيرة دوكان', alt: '' } })
    await undo()
    expect((await editor.body()).content[1]).toMatchObject({ attrs: { caption: '', alt: '' } })
    expect(await editor.page.getByText('اكتب بكلمات قليلة').isVisible()).toBe(true)
  })
  test('by keyboard: arrows choose it, Enter opens its words and goes through them, Escape chooses it again', async () => {
    await editor.open(story(p('قبل'), image(missing), p('بعد')))
    await editor.caretIn('قبل', 3)
    await editor.press('ArrowLeft')
    await editor.press('Enter')
    await editor.type('شرح')
    await editor.press('Enter')
    await editor.type('آرام')
    await editor.press('Enter')
    await editor.type('بديل')
    expect((await editor.body()).content[1]).toMatchObject({
      attrs: { caption: 'شرح', credit: 'آرام', alt: 'بديل' },
    })
    await editor.press('Escape')
    expect(await editor.page.locator('.picture.ProseMirror-selectednode').count()).toBe(1)
    await editor.press('Delete')
    expect(await editor.body()).toEqual(story(p('قبل'), p('بعد')))
  })
  test('the last field leads on into the text', async () => {
    await editor.open(story(image(missing)))
    await editor.page.getByRole('textbox', { name: 'النص البديل' }).click()
    await editor.press('Enter')
    await editor.type('بعد')
    expect((await editor.body()).content[1]).toEqual(p('بعد'))
  })
  test('the button removes it, and undo brings it back', async () => {
    await editor.open(story(p('قبل'), image(missing, { alt: 'ماء' })))
    await editor.page.getByRole('button', { name: 'حذف الصورة' }).click()
    expect(await editor.body()).toEqual(story(p('قبل')))
    await undo()
    expect((await editor.body()).content[1]).toMatchObject({ attrs: { alt: 'ماء' } })
  })
  test('its room is kept before it is there, and a missing file is said in its place', async () => {
    await editor.open(story(image(missing, { width: 800, height: 400 })))
    const box = await editor.page.locator('.picture-frame').boundingBox()
    expect(Math.round((box?.width ?? 0) / (box?.height ?? 1))).toBe(2)
    await editor.page.getByText('هذه الصورة ليست في المقال').waitFor()
  })
  test('read-only, its words can be read but not written', async () => {
    await editor.open(story(image(missing, { caption: 'شرح' })), 'ar', false)
    expect(await editor.page.getByRole('textbox', { name: 'شرح الصورة' }).isEditable()).toBe(false)
    expect(await editor.page.getByRole('button', { name: 'حذف الصورة' }).count()).toBe(0)
    await editor.page.evaluate(() => window.page.editor.setEditable(true))
    expect(await editor.page.getByRole('textbox', { name: 'شرح الصورة' }).isEditable()).toBe(true)
  })
})
