import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskInBrowser } from '../support/desk-in-browser.ts'

const { runDesk, open } = deskInBrowser()

const editor = (page: Page) => page.getByRole('dialog', { name: 'Theme editor' })
const seen = (page: Page) => editor(page).frameLocator('iframe[title]')
async function openEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').or(page.getByRole('searchbox')).first().waitFor()
  await page.keyboard.type('Theme editor')
  await page
    .getByRole('option', { name: /Theme editor/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await seen(page).locator('h1').waitFor()
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a theme is duplicated, changed by mouse and keys, seen at once, kept, undone, asked about and refused', async () => {
  const desk = await runDesk()
  const page = await open(desk)
  await openEditor(page)
  // What came with Midad is looked at, not changed.
  expect(await button(page, 'Keep the theme').isDisabled()).toBe(true)
  await button(page, 'Duplicate for the house').click()
  await editor(page).getByText('Classic, copy').first().waitFor({ state: 'attached' })
  await button(page, 'Remove the theme').waitFor()

  // The page beside it follows: a colour, words, the order.
  await editor(page).getByLabel('Accent: code').fill('#0a7f3f')
  await expect
    .poll(() =>
      seen(page)
        .locator('.kicker')
        .evaluate((part) => getComputedStyle(part).color),
    )
    .toBe('rgb(10, 127, 63)')
  await editor(page).getByLabel('Before the date').fill('» ')
  await expect.poll(() => seen(page).locator('.date-line').innerText()).toContain('»')
  await button(page, 'Kicker: down').click()
  await expect
    .poll(() =>
      seen(page)
        .locator('article > :nth-child(1)')
        .evaluate((part) => part.tagName),
    )
    .toBe('H1')
  // The same by keys: the focus stays with the part that moves.
  await editor(page).getByRole('switch', { name: 'Kicker' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect
    .poll(() => seen(page).locator('article > :nth-child(2)').getAttribute('class'))
    .toBe('subheadline')
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toContain('Kicker')

  // Pale colours are told of, and a step back takes them away.
  await editor(page).getByLabel('Accent: code').fill('#eeeeee')
  await editor(page).getByText('Hard to read').waitFor()
  await page.keyboard.press('Control+z')
  await editor(page).getByText('Hard to read').waitFor({ state: 'detached' })

  // A logo that would do harm is a drawing that draws and nothing else, and that is said.
  const harm = `onload="fetch('/harm')"`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" ${harm}><script>fetch('/harm')</script>
    <image href="/harm"/><style>@import "/harm";</style><rect width="60" height="20" fill="#036" ${harm}/></svg>`
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const chooseLogo = (svg: string) =>
    page.locator('input[type=file][accept$="svg+xml"]').setInputFiles({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(svg),
    })
  await chooseLogo(drawing)
  await editor(page).getByText('was left out').waitFor()
  const logo = seen(page).locator('p.logo img')
  await expect.poll(() => logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(60)
  expect(atob((await logo.getAttribute('src'))?.split(',')[1] ?? '')).not.toMatch(/harm|script|import/)
  expect(asked.filter((url) => url.includes('harm'))).toEqual([])
  // One whose words are text is taken too, and what to do is said as long as it stands there.
  const lettered = editor(page).getByText('Turn the text into paths')
  expect(await lettered.count()).toBe(0)
  await chooseLogo(drawing.replace('<rect', '<text y="15">مداد</text><rect'))
  await lettered.waitFor()
  await page.keyboard.press('Control+z')
  await lettered.waitFor({ state: 'detached' })

  // Leaving asks; going on keeps what was changed.
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  await button(page, 'Cancel').click()
  await button(page, 'Keep the theme').click()
  await editor(page).getByText('The theme is kept.').waitFor()
  const file = JSON.parse(await readFile(join(desk.library, 'themes/classic-2.json'), 'utf8')) as {
    colours: { accent: string }
    order: string[]
  }
  expect(file.colours.accent).toBe('#0a7f3f')
  expect(file.order.indexOf('kicker')).toBeGreaterThan(file.order.indexOf('subheadline'))

  // A file that would do harm is refused with a sentence, and nothing has changed.
  const hostile = { ...file, colours: { ...file.colours, ink: 'red;}</style><script>alert(1)</script>' } }
  await page.locator('input[type=file][accept^=".json"]').setInputFiles({
    name: 'theme.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(hostile)),
  })
  await editor(page).getByText('No theme was found in this file').waitFor()
  expect(await readdir(join(desk.library, 'themes'))).toEqual(['classic-2.json'])

  // The house's own is among the themes of the settings.
  await button(page, 'Done').click()
  await editor(page).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Comma')
  const choice = page.getByRole('combobox', { name: 'House theme' })
  expect(await choice.locator('option').allInnerTexts()).toContain('Classic, copy')
})
