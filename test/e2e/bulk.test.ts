import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createTranslate } from '../../core/i18n/translate.ts'
import { interfaceLanguages } from '../../core/i18n/languages.ts'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import { unpacked } from '../support/unpacked.ts'

const { runDesk, open } = deskInBrowser()

/** Ten stories, one that is damaged and two pictures, beside what a system leaves. */
async function layInbox(library: string): Promise<string> {
  const inbox = join(library, '../وارد')
  await mkdir(inbox)
  const put = (name: string, content: string | Uint8Array) => writeFile(join(inbox, name), content)
  for (let number = 1; number <= 10; number += 1)
    await put(`خبر ${number}.txt`, `خبر ${number}\n\nفقرة ${number}.\n`)
  await put('a damaged.midad', '{"schemaVersion":')
  for (const name of ['1.jpg', '2.JPG']) await put(name, Uint8Array.of(0xff, 0xd8, 0xff))
  await put('.DS_Store', 'x')
  return inbox
}

/** Lets imports through until this one of them, which waits; answers how it goes on. */
async function holdAt(page: Page, number: number) {
  let seen = 0
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route('**/api/article.import', async (route) => {
    seen += 1
    if (seen === number) await held
    await route.continue()
  })
  return { isHeld: () => seen === number, go }
}

test.each(['ar', 'en'] as const)(
  'in %s a folder comes in while somebody writes, a cancel keeps what is in, the report names the rest, and all of it goes out again',
  async (language) => {
    const desk = await runDesk()
    const inbox = await layInbox(desk.library)
    const page = await open(desk, { language })
    const spoken = interfaceLanguages.find(({ code }) => code === language)
    if (!spoken) throw new Error(`no interface in ${language}`)
    const t = createTranslate(spoken)
    const dialog = () => page.getByRole('dialog')
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const run = async (command: string) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: t('palette.name') }).waitFor()
      await page.keyboard.type(command)
      await page.keyboard.press('Enter')
    }
    const { isHeld, go } = await holdAt(page, 7)
    await page.keyboard.press('Control+Alt+n')
    await page.getByRole('textbox', { name: t('field.headline'), exact: true }).fill('ما أكتب')

    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), run(t('import.folder'))])
    await chooser.setFiles(inbox)
    await expect.poll(isHeld).toBe(true)
    const bar = page.getByRole('progressbar', { name: t('files.import') })
    await expect.poll(() => bar.getAttribute('aria-valuemax')).toBe('13')
    // Put away, it leaves a line, and the story can be written.
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('textbox', { name: t('article.story'), exact: true }).click()
    await page.keyboard.type('كلمات في أثناء الاستيراد')
    await expect.poll(async () => JSON.stringify(await desk.articles())).toContain('كلمات في أثناء')
    await button(t('files.show')).click()
    await button(t('dialog.cancel')).click()
    go()

    // The damaged one and the two pictures stand before the stories: seven asked for, six of them came in.
    await dialog()
      .getByText(t('files.cameIn', { count: 6 }))
      .waitFor()
    await dialog()
      .getByText(t('files.left', { count: 4 }))
      .waitFor()
    await dialog().getByRole('listitem').filter({ hasText: 'a damaged.midad' }).waitFor()
    await dialog()
      .getByText(t('files.kind', { count: 2, ending: '.jpg' }))
      .waitFor()
    expect(await dialog().getByText('.DS_Store').count()).toBe(0)
    await expect.poll(async () => (await desk.articles()).length).toBe(7)
    await button(t('files.openFirst')).click()
    const headline = page.getByRole('textbox', { name: t('field.headline'), exact: true })
    await expect.poll(() => headline.inputValue()).toBe('خبر 1')

    await run(t('command.exportAll'))
    await dialog().getByRole('radio').first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog()
        .getByRole('button', { name: t('export.name'), exact: true })
        .click(),
    ])
    await dialog()
      .getByText(t('files.written', { count: 7 }))
      .waitFor()
    const zip = await unpacked(await readFile(await download.path()))
    expect(Object.keys(zip)).toHaveLength(7)
    expect(Object.values(zip).some((page) => page.toString().includes('كلمات في أثناء الاستيراد'))).toBe(true)
  },
)
