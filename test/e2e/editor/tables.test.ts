import { beforeAll, describe, expect, test } from 'vitest'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { axeFindings } from '../../support/axe.ts'
import { deskInBrowser, judged, untilFocused } from '../../support/desk-in-browser.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import type { RunningDesk } from '../../support/running-desk.ts'
import { p, rowOf, story, table, td } from '../../support/story.ts'
import { storyInDesk } from '../../support/story-in-desk.ts'

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

describe.each([
  ['ar', 'rtl', ['المدينة', 'البلد', 'دهوك', 'العراق']],
  ['en', 'ltr', ['City', 'Country', 'Duhok', 'Iraq']],
] as const)('a table in a story of %s', (language, direction, words) => {
  const on = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const [first, second, third, fourth] = words

  /** A table of three rows and columns with words in its first two of each, and the caret behind the last of them. */
  const begin = async () => {
    const opened = await storyInDesk(open, desk, language, judged)
    const { page, t, story } = opened
    const button = page.getByRole('button', { name: t('table.menu'), exact: true })
    const menu = page.getByRole('menu', { name: t('table.menu') })
    await page.getByRole('button', { name: t('format.table'), exact: true }).click()
    await story.locator('th').first().click()
    const tabs = [1, 2, 1]
    for (const [index, word] of words.entries()) {
      await page.keyboard.insertText(word)
      for (let time = 0; time < (tabs[index] ?? 0); time += 1) await page.keyboard.press('Tab')
    }
    /** Each row as its cells: `th City`, with its span where it has one. */
    const rows = () =>
      story.locator('tr').evaluateAll((lines) =>
        lines.map((line) =>
          [...line.children]
            .map((cell) => {
              const { colSpan } = cell as HTMLTableCellElement
              const span = colSpan > 1 ? `${colSpan} ` : ''
              return `${cell.localName} ${span}${cell.textContent}`.trim()
            })
            .join(', '),
        ),
      )
    const told = (sentence: string) =>
      page.getByRole('status').filter({ hasText: sentence }).first().waitFor({ state: 'attached' })
    const openMenu = async () => {
      await button.focus()
      await page.keyboard.press('ArrowDown')
      await menu.waitFor()
    }
    const run = async (label: MessageKey) => {
      await openMenu()
      await menu
        .locator('[role^=menuitem]')
        .getByText(t(label), { exact: true })
        .locator('xpath=ancestor::button')
        .focus()
      await page.keyboard.press('Enter')
      await menu.waitFor({ state: 'detached' })
    }
    const isAt = (label: MessageKey) =>
      menu
        .locator('[role^=menuitem]')
        .filter({ hasText: t(label) })
        .first()
        .evaluate((item) => item === document.activeElement)
    return { ...opened, button, menu, run, rows, told, openMenu, isAt }
  }
  const filled = [`th ${first}, th ${second}, th`, `td ${third}, td ${fourth}, td`, 'td, td, td']

  test('has rows above and below by their keys, which say so, and say where they do nothing', async () => {
    const { page, t, rows, told } = await begin()
    expect(await rows()).toEqual(filled)
    await page.keyboard.press('Control+Alt+ArrowUp')
    await told(t('told.rowBefore'))
    await page.keyboard.insertText('1')
    await page.keyboard.press('Control+Alt+ArrowDown')
    await told(t('told.rowAfter'))
    await page.keyboard.insertText('2')
    expect(await rows()).toEqual([filled[0], 'td, td 1, td', 'td, td 2, td', filled[1], filled[2]])
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+Alt+ArrowUp')
    await told(t('table.why.outside'))
    expect(await rows()).toHaveLength(5)
  })

  test('has a menu that is gone through by arrows, says what does not apply and why, and is left by Escape', async () => {
    const { page, t, button, menu, openMenu, isAt, rows } = await begin()
    expect(await button.getAttribute('aria-haspopup')).toBe('menu')
    await openMenu()
    expect(await menu.getByRole('menuitem').count()).toBe(9)
    expect(await menu.getByRole('menuitemcheckbox').count()).toBe(2)
    await expect.poll(() => isAt('table.rowBefore')).toBe(true)
    // The last header of this table is empty: that is the writer's.
    const found = (await axeFindings(page)).filter((each) => !each.startsWith('empty-table-header:'))
    expect(found).toEqual([])
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => isAt('table.delete')).toBe(true)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => isAt('table.rowAfter')).toBe(true)
    const merging = menu.getByRole('menuitem').filter({ hasText: t('table.merge') })
    expect(await merging.getAttribute('aria-disabled')).toBe('true')
    expect(await merging.textContent()).toContain(t('table.why.merge'))
    await merging.focus()
    await page.keyboard.press('Enter')
    expect(await menu.count()).toBe(1)
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await rows()).toEqual(filled)
  })

  test('has a column after that of the caret in the direction of reading, and goes on being written', async () => {
    const { page, t, menu, openMenu, rows, told, story, hasFocus, isAt } = await begin()
    await openMenu()
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('ArrowDown')
    await expect.poll(() => isAt('table.columnAfter')).toBe(true)
    await page.keyboard.press('Enter')
    await menu.waitFor({ state: 'detached' })
    await told(t('told.columnAfter'))
    expect(await hasFocus()).toBe(true)
    // Longer than the pause that ends an undo step.
    await page.waitForTimeout(600)
    await page.keyboard.insertText('1')
    expect(await rows()).toEqual([
      `th ${first}, th ${second}, th, th`,
      `td ${third}, td ${fourth}, td 1, td`,
      'td, td, td, td',
    ])
    const leftOf = (words: string) =>
      story
        .locator('td, th')
        .filter({ hasText: words })
        .evaluate((cell) => cell.getBoundingClientRect().left)
    const isToTheLeft = (await leftOf('1')) < (await leftOf(fourth))
    expect(isToTheLeft).toBe(direction === 'rtl')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await rows()).toEqual(filled)
  })

  test('has a first row and a first column as headers, each a switch', async () => {
    const { page, t, menu, openMenu, rows, told, run } = await begin()
    await run('table.headerColumn')
    await told(t('table.headerColumn'))
    expect(await rows()).toEqual([filled[0], `th ${third}, td ${fourth}, td`, 'th, td, td'])
    await openMenu()
    const checked = (label: MessageKey) =>
      menu.getByRole('menuitemcheckbox', { name: t(label), exact: true }).getAttribute('aria-checked')
    expect(await checked('table.headerRow')).toBe('true')
    expect(await checked('table.headerColumn')).toBe('true')
    for (let time = 0; time < 4; time += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await told(t('table.headerRow'))
    expect(await rows()).toEqual([
      `th ${first}, td ${second}, td`,
      `th ${third}, td ${fourth}, td`,
      'th, td, td',
    ])
  })

  test('has cells selected by Shift and an arrow made one, and parted again', async () => {
    const { page, t, rows, told, run, story } = await begin()
    await page.keyboard.press(`Shift+${on}`)
    await expect.poll(() => story.locator('.selectedCell').count()).toBe(2)
    await run('table.merge')
    await told(t('told.merged'))
    await page.keyboard.insertText('!')
    expect(await rows()).toEqual([filled[0], `td ${third}, td 2 ${fourth}!`, 'td, td, td'])
    await run('table.split')
    await told(t('told.split'))
    expect(await rows()).toEqual([filled[0], `td ${third}, td ${fourth}!, td`, 'td, td, td'])
    await run('table.deleteRow')
    await told(t('told.rowDeleted'))
    expect(await rows()).toEqual([filled[0], 'td, td, td'])
    await run('table.delete')
    await told(t('told.tableDeleted'))
    expect(await rows()).toEqual([])
  })

  test('has its commands in the palette while the caret is in it, and in the list of keys always', async () => {
    const { page, t, hasFocus } = await begin()
    const offered = async () => {
      await page.keyboard.press('Control+k')
      await untilFocused(page.getByRole('combobox', { name: t('palette.name') }))
      await page.keyboard.insertText(t('table.merge'))
      const count = await page.getByRole('option', { name: t('table.merge') }).count()
      await page.keyboard.press('Escape')
      await expect.poll(hasFocus).toBe(true)
      return count
    }
    expect(await offered()).toBe(1)
    await page.keyboard.press('Control+End')
    expect(await offered()).toBe(0)
    await page.keyboard.press('Control+/')
    await page.getByRole('region', { name: t('command.group.table'), exact: true }).waitFor()
  })
})

describe('a merged cell that came from elsewhere', () => {
  const editor = editorPage()
  test.each([
    ['ar', 'عام', 'أول', 'ثان'],
    ['en', 'year', 'one', 'two'],
  ] as const)('is parted in a story of %s', async (language, over, one, two) => {
    await editor.open(story(p()), language)
    await editor.page.evaluate(
      (html) => window.page.paste({ 'text/html': html }),
      `<table><tr><td colspan="2">${over}</td></tr><tr><td>${one}</td><td>${two}</td></tr></table>`,
    )
    await editor.frame()
    await editor.caretIn(over)
    expect(await editor.page.evaluate(() => window.page.editor.run('table-split'))).toBe(true)
    expect((await editor.body()).content[0]).toEqual(table(rowOf(td(over), td('')), rowOf(td(one), td(two))))
  })
})
