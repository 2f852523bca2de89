import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deskInBrowser, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
let page: Page
beforeAll(async () => {
  desk = await runDesk()
})
beforeEach(async () => {
  page = await open(desk)
})
const { headline, run, saved, status, story, write } = partsOf(() => page)

describe('the command palette', () => {
  test('opens by its keys and by its button, and gives the focus back', async () => {
    await write('Palette', 'Words')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Commands' })
    await field.waitFor()
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await expect.poll(() => story().evaluate((root) => root.contains(document.activeElement))).toBe(true)
    await page.getByRole('button', { name: 'Commands' }).click()
    await field.waitFor()
  })
  test('runs a command of the editor by a few letters and Enter', async () => {
    await write('Palette of words', 'A heading')
    await run('heading 3')
    await story().locator('h3', { hasText: 'A heading' }).waitFor()
    // And the caret is where it was.
    await page.keyboard.type(' goes on')
    await story().locator('h3', { hasText: 'A heading goes on' }).waitFor()
  })
  test('moves by arrows, round and round, and says which choice it is at', async () => {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Commands' })
    await field.fill('status')
    const chosen = () => page.locator('[role=option][aria-selected=true]')
    expect(await page.getByRole('option').count()).toBe(0)
    await field.fill('appearance')
    await expect.poll(() => chosen().textContent()).toContain('as the system')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => chosen().textContent()).toContain('dark')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'))
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => chosen().textContent()).toContain('as the system')
    await page.keyboard.press('Escape')
  })
  test('finds articles by their words and opens one', async () => {
    await write('Dukan lake rises', 'The reservoir is full')
    await write('Another one', 'Nothing')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('reservoir')
    await page.getByRole('option', { name: 'Dukan lake rises' }).click()
    await expect.poll(() => headline().inputValue()).toBe('Dukan lake rises')
  })
  test('holds letters that are typed before it stands: none falls into the story', async () => {
    await write('A slow disk', 'Words')
    let letThrough: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await page.route('**/dialogs-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.reload()
    await page.getByRole('button', { name: 'A slow disk' }).click()
    await story().click()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('heading 33')
    await page.keyboard.press('Backspace')
    letThrough()
    await expect.poll(() => page.getByRole('combobox', { name: 'Commands' }).inputValue()).toBe('heading 3')
    expect(await story().textContent()).toBe('Words')
  })
  test('shows only what applies now', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('superscript')
    await page.getByText('No command and no article is called that.').waitFor()
  })
})

test('focus mode leaves the story, what the disk has, and a way out', async () => {
  await write('Focus', 'First paragraph')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Second paragraph')
  await page.keyboard.press('Control+Alt+f')
  await page.getByRole('button', { name: 'Leave focus mode' }).waitFor()
  expect(await page.getByRole('navigation', { name: 'Library' }).isVisible()).toBe(false)
  expect(await page.getByRole('toolbar', { name: 'Formatting' }).isVisible()).toBe(false)
  expect(await page.getByRole('region', { name: 'Details' }).count()).toBe(0)
  await status().waitFor()
  await page.keyboard.type(' goes on')
  await expect.poll(() => story().locator('.is-current').textContent()).toBe('Second paragraph goes on')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => story().locator('.is-current').textContent()).toBe('First paragraph')
  await page.keyboard.press('Escape')
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  expect(await story().locator('.is-current').count()).toBe(0)
  // A mark on screen only: the story has none of it.
  await saved()
  const kept = (await desk.articles()).find(({ fields }) => fields.headline === 'Focus')
  expect(JSON.stringify(kept?.body)).not.toContain('is-current')
})

test('F6 goes from pane to pane and back', async () => {
  await write('Panes', 'Words')
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane)
  expect(await pane()).toBe('page')
  await page.keyboard.press('F6')
  expect(await pane()).toBe('inspector')
  await page.keyboard.press('F6')
  expect(await pane()).toBe('library')
  await page.keyboard.press('Shift+F6')
  expect(await pane()).toBe('inspector')
  await page.getByRole('button', { name: 'Hide the panels' }).click()
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  expect(await pane()).not.toBe('inspector')
})

test('the next and the previous article open by keys, in the order of the list', async () => {
  await write('Older')
  await write('Newer')
  await page.keyboard.press('Control+Alt+BracketRight')
  await expect.poll(() => headline().inputValue()).toBe('Older')
  await page.keyboard.press('Control+Alt+BracketLeft')
  await expect.poll(() => headline().inputValue()).toBe('Newer')
})

test('the house’s quotation marks stand around the selection, the inner ones inside others', async () => {
  await write('Quotes', 'قال تعال')
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+Quote')
  // A new article is Arabic: its paragraphs have the marks of Arabic.
  await expect.poll(() => story().textContent()).toBe('قال «تعال»')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Shift+Quote')
  await expect.poll(() => story().textContent()).toBe('قال «تعال‹›»')
  await page.keyboard.press('Control+z')
  await expect.poll(() => story().textContent()).toBe('قال «تعال»')
})

test('a command pressed in one breath with a move runs where the selection is by then', async () => {
  await write('Breathless', 'قال تعال')
  // All in one task: the browser has told nobody yet where the selection is.
  await page.evaluate(() => {
    for (let letter = 0; letter < 4; letter += 1) getSelection()?.modify('extend', 'backward', 'character')
    const pressed = { key: 'b', code: 'KeyB', ctrlKey: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed))
  })
  await expect.poll(() => story().locator('strong').textContent()).toBe('تعال')
})

test('a status is set from the palette and stands in Details and in the list', async () => {
  await write('Status by command')
  await run('ready status')
  await expect
    .poll(() => page.getByRole('region', { name: 'Details' }).getByLabel('Status').inputValue())
    .toBe('ready')
})

test('a file held over the desk says where it would go, and is imported when let go', async () => {
  const drag = (type: string, withFile: boolean) =>
    page.evaluate(
      ({ type: name, withFile: isGiven }) => {
        const dataTransfer = new DataTransfer()
        if (isGiven)
          dataTransfer.items.add(
            new File(['A dropped story\n\nWith two paragraphs.'], 'story.txt', { type: 'text/plain' }),
          )
        const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })
        document.querySelector('.sheet, .empty')?.dispatchEvent(event)
        return event.defaultPrevented
      },
      { type, withFile },
    )
  await write('Below the curtain')
  await drag('dragenter', true)
  await page.getByText('Let go to import').waitFor()
  expect(await drag('dragover', true)).toBe(true)
  await drag('drop', true)
  await expect.poll(() => headline().inputValue()).toBe('A dropped story')
  expect(await page.getByText('Let go to import').count()).toBe(0)
})

test('the window is called after the open article', async () => {
  await write('دوكان تمتلئ')
  await expect.poll(() => page.title()).toBe('دوكان تمتلئ – Midad')
})
