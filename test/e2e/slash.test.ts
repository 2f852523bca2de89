import { beforeAll, describe, expect, test } from 'vitest'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk } from '../support/story-in-desk.ts'
import { wordsOf } from '../support/view-steps.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

describe.each([
  ['ckb', 'rtl', 'وشە'],
  ['en', 'ltr', 'word'],
] as const)('a slash in a story of %s', (language, direction, word) => {
  const begin = async () => {
    const opened = await storyInDesk(open, desk, language)
    const { page, t } = opened
    const list = page.getByRole('listbox', { name: t('slash.name') })
    const chosen = list.locator('[aria-selected=true]')
    return { ...opened, list, chosen, first: () => chosen.locator('.slash-words').textContent() }
  }

  test('offers what the table of commands has for blocks; what is typed filters, in four languages; Enter takes it in one step', async () => {
    const { page, t, story, list, first, blocks } = await begin()
    await page.keyboard.type(`${word} `)
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await list.waitFor()
    const count = await list.getByRole('option').count()
    expect(count).toBeGreaterThanOrEqual(12)
    // Each with its icon, the news blocks too; a crop is of a picture that is there.
    expect(await list.locator('.slash-icon svg').count()).toBe(count)
    expect(await list.getByRole('option', { name: t('format.timeline') }).count()).toBe(1)
    expect(await list.getByRole('option', { name: t('command.crop') }).count()).toBe(0)
    for (const [query, label] of [
      ['heading 3', 'format.heading3'],
      ['h4', 'format.heading4'],
      [wordsOf('ar')('format.table'), 'format.table'],
      [wordsOf('ckb')('format.quote'), 'format.quote'],
      [wordsOf('kmr')('format.image'), 'format.image'],
    ] as const) {
      await page.keyboard.insertText(query)
      await expect.poll(first).toBe(t(label))
      for (const _letter of query) await page.keyboard.press('Backspace')
      await expect.poll(() => list.getByRole('option').count()).toBeGreaterThanOrEqual(12)
    }
    await page.keyboard.type(t('format.heading2').slice(0, 5))
    await expect.poll(first).toBe(t('format.heading2'))
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    await page.waitForTimeout(600)
    await page.keyboard.type(word)
    expect(await blocks()).toEqual([`p ${word}`, `h2 ${word}`])
    await page.waitForTimeout(600)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await blocks()).toEqual([`p ${word}`, `p /${t('format.heading2').slice(0, 5)}`.trim()])
    expect(await list.count()).toBe(0)
    expect(await story.getAttribute('aria-activedescendant')).toBe(null)
  })

  test('is gone through by arrows, and the story says which choice they stand at', async () => {
    const { page, t, story, list, chosen, first } = await begin()
    await page.keyboard.type('/')
    await list.waitFor()
    // What the block is already is not offered.
    expect(await first()).toBe(t('format.heading2'))
    await page.keyboard.press('ArrowDown')
    await expect.poll(first).toBe(t('format.heading3'))
    expect(await story.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    expect(await story.getAttribute('aria-controls')).toBe(await list.getAttribute('id'))
    await page.keyboard.press('ArrowUp')
    await expect.poll(first).toBe(t('format.heading2'))
    await page.keyboard.press('ArrowUp')
    const last = await list.getByRole('option').last().locator('.slash-words').textContent()
    await expect.poll(first).toBe(last)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await list.waitFor({ state: 'detached' })
    expect(await story.textContent()).toBe('')
  })

  test('Escape leaves the slash as a letter; in 3/4, after an undo and in a paste it is never more than that', async () => {
    const { page, story, list, hasFocus } = await begin()
    await page.keyboard.type(`${word} /`)
    await list.waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.type('he 3/4')
    expect(await story.textContent()).toBe(`${word} /he 3/4`)
    expect(await hasFocus()).toBe(true)
    await page.keyboard.type(' / ')
    await list.waitFor({ state: 'detached' })
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '/')
      document
        .querySelector('.story-text')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.waitForTimeout(150)
    expect(await list.count()).toBe(0)
    expect(await story.textContent()).toBe(`${word} /he 3/4 / /`)
  })

  test('goes when the caret leaves it, and stays away while nothing answers', async () => {
    const { page, list } = await begin()
    await page.keyboard.type(`${word} /`)
    await list.waitFor()
    await page.keyboard.type('qqq')
    await list.waitFor({ state: 'detached' })
    // Enter is a new line then.
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('Backspace')
    await list.waitFor()
    await page.keyboard.press('Home')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.press('End')
    await page.waitForTimeout(100)
    expect(await list.count()).toBe(0)
  })

  test('never comes while an input method composes', async () => {
    const { page, story, list } = await begin()
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: '/', selectionStart: 1, selectionEnd: 1 })
    await client.send('Input.insertText', { text: '/' })
    await page.waitForTimeout(150)
    expect(await story.textContent()).toBe('/')
    expect(await list.count()).toBe(0)
  })

  test('opens a table, a list or the choice of a picture, at the side where the line begins, and covers no line', async () => {
    const { page, t, list, blocks } = await begin()
    await page.keyboard.type(`${word} /`)
    await list.waitFor()
    const [menu, slash] = await page.evaluate(() => {
      const box = document.querySelector('.slash')?.getBoundingClientRect()
      const range = document.createRange()
      const text = document.querySelector('.story-text p')?.lastChild as Text
      range.setStart(text, text.length - 1)
      range.setEnd(text, text.length)
      return [box, range.getBoundingClientRect()].map((each) => each && each.toJSON()) as DOMRect[]
    })
    expect(menu && slash && menu.top >= slash.bottom).toBe(true)
    const edges = direction === 'rtl' ? [menu?.right, slash?.right] : [menu?.left, slash?.left]
    expect(Math.abs((edges[0] ?? 0) - (edges[1] ?? 99))).toBeLessThan(3)
    await page.keyboard.type('bullet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await blocks()).toEqual([`ul ${word}`, 'p'])
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    await page.locator('.story-text table').waitFor()
    // In a table no other one is offered.
    await page.keyboard.type('/')
    await list.waitFor()
    expect(await list.getByRole('option', { name: t('format.table') }).count()).toBe(0)
    const chooser = page.waitForEvent('filechooser')
    await list.getByRole('option', { name: t('format.image') }).click()
    await chooser
    expect(await page.locator('.story-text').textContent()).not.toContain('/')
  })
})

test('in focus mode Escape puts the list away, and only then leaves the mode', async () => {
  const { page, t } = await storyInDesk(open, desk, 'en')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('/')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: t('focus.leave') }).count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('focus.leave') }).waitFor({ state: 'detached' })
})
