import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskInBrowser } from '../../support/desk-in-browser.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'

const { runDesk, open } = deskInBrowser()
const shots = '/tmp/bulk/shots'

test.each([
  ['ar', 'light', 1280],
  ['ckb', 'dark', 1920],
  ['en', 'light', 1920],
  ['kmr', 'dark', 1280],
] as const)('%s %s %i', { timeout: 60000 }, async (language, colorScheme, width) => {
  const desk = await runDesk()
  const inbox = join(desk.library, '../inbox')
  await mkdir(join(inbox, 'وارد 2024'), { recursive: true })
  for (let n = 1; n <= 10; n += 1) await writeFile(join(inbox, 'وارد 2024', `خبر ${n}.txt`), `خبر ${n}\n\nفقرة من الخبر.\n`)
  await writeFile(join(inbox, 'copy of story.txt'), 'خبر 1\n\nفقرة من الخبر.\n')
  await writeFile(join(inbox, 'old.txt'), Buffer.from([0xc7, 0xe1, 0xce, 0xc8, 0xd1, 10, 10, 0xc7, 0xe1, 0xce, 0xc8, 0xd1]))
  await writeFile(join(inbox, 'damaged.midad'), '{"x')
  for (let n = 1; n <= 4; n += 1) await writeFile(join(inbox, `${n}.jpg`), Buffer.from([255, 216]))
  const page = await open(desk, { language, colorScheme, viewport: { width, height: 800 } })
  const found = interfaceLanguages.find(({ code }) => code === language)
  if (!found) throw new Error(language)
  const t = createTranslate(found)
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  let count = 0
  await page.route('**/api/article.import', async (route) => {
    count += 1
    if (count === 7) await held
    await route.continue()
  })
  await page.evaluate(() => { const i = document.querySelectorAll<HTMLInputElement>('input[type=file]')[1]; if (i) i.webkitdirectory = true })
  await page.locator('input[type=file]').nth(1).setInputFiles(inbox)
  await expect.poll(() => count).toBe(7)
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${shots}/${language}-1-running.png` })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${shots}/${language}-2-line.png` })
  go()
  await page.getByText(t('bulk.cameIn', { count: 12 })).first().waitFor()
  await page.getByRole('button', { name: t('bulk.show') }).click()
  await page.locator('.bulk-report').waitFor()
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${shots}/${language}-3-report.png` })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(t('command.exportAll'))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: t('bulk.export') }).waitFor()
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${shots}/${language}-4-export.png` })
})
