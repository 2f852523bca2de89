import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { fieldIds, fieldOf } from '../../core/model/fields.ts'
import { interfaceLanguages, type MessageKey } from '../../core/i18n/languages.ts'
import { languageOf } from '../../core/language/registry.ts'
import { axeFindings } from '../support/axe.ts'
import { deskInBrowser, judged, partsOf } from '../support/desk-in-browser.ts'
import type { RunningDesk } from '../support/running-desk.ts'

const { runDesk, newPage, open: openDesk } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})

const open = (language: string, isDark = false): Promise<Page> =>
  openDesk(desk, { ...judged, language, colorScheme: isDark ? 'dark' : 'light' })
const words = (code: string) => {
  const language = interfaceLanguages.find((each) => each.code === code)
  return (key: MessageKey) => language?.catalogue[key] ?? key
}
describe.each(interfaceLanguages.map(({ code, direction }) => ({ code, direction })))(
  'in $code',
  ({ code, direction }) => {
    const t = words(code)
    test('the window says its language and direction, and the library stands on the start side', async () => {
      const page = await open(code)
      expect(await page.locator('html').getAttribute('lang')).toBe(languageOf(code).tag)
      expect(await page.locator('html').getAttribute('dir')).toBe(direction)
      const box = await page.locator('.library').boundingBox()
      expect((box?.x ?? 0) > 640).toBe(direction === 'rtl')
    })

    test('Details has every field of the table under its label', async () => {
      const page = await open(code)
      await page
        .getByRole('button', { name: t('library.new') })
        .first()
        .click()
      const details = page.getByRole('region', { name: t('details.name') })
      await details.waitFor()
      for (const id of fieldIds) {
        const field = fieldOf(id)
        if (field.onPage || field.kind === 'picture') continue
        expect([id, await details.getByLabel(t(`field.${id}`), { exact: true }).count()]).toEqual([id, 1])
      }
    })

    test.each([{ dark: false }, { dark: true }])('axe finds nothing (dark: $dark)', async ({ dark }) => {
      const page = await open(code, dark)
      expect(await axeFindings(page)).toEqual([])
      await page
        .getByRole('button', { name: t('library.new') })
        .first()
        .click()
      await page.getByRole('textbox', { name: t('field.headline'), exact: true }).fill('عنوان')
      await page.getByRole('region', { name: t('details.name') }).waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.getByRole('button', { name: t('preview.name'), exact: true }).click()
      await page.locator('iframe[title]').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.getByRole('button', { name: t('export.name'), exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: t('settings.name'), exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect(await axeFindings(page)).toEqual([])
    })
  },
)

test('the language changes in the settings without a restart, and is remembered', async () => {
  const page = await open('en')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog').getByLabel('Language of Midad').selectOption('ar')
  await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'مقال جديد' }).first().waitFor()
  await page.goto(desk.url)
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ar')
})

test('an address with ?article opens that article at once', async () => {
  const page = await open('en')
  const { headline, newArticle, saved } = partsOf(() => page)
  await newArticle()
  await headline().fill('Opened by its address')
  await saved()
  const article = (await desk.articles()).find(({ fields }) => fields.headline === 'Opened by its address')
  await page.goto(desk.at({ language: 'en', article: article?.id ?? '' }))
  await expect.poll(() => headline().inputValue()).toBe('Opened by its address')
})

test('nobody without the secret gets in, and the sentence says what to do', async () => {
  const page = await newPage()
  const address = new URL(desk.url)
  address.hash = ''
  address.searchParams.set('language', 'en')
  await page.goto(address.href)
  await page.getByText('Midad does not answer').waitFor()
})

test('the names that others rely on are found, each once, also by a part of a name', async () => {
  const page = await open('en')
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.getByRole('textbox', { name: 'Story', exact: true }).waitFor()
  const promised = [
    ['button', 'New article'],
    ['searchbox', 'Search articles'],
    ['list', 'Articles'],
    ['textbox', 'Story'],
    ['toolbar', 'Formatting'],
    ['region', 'Details'],
    ['button', 'Export'],
    ['button', 'Versions'],
    ['button', 'Settings'],
    ['status', 'Save status'],
  ] as const
  for (const [role, name] of promised) {
    const found = page.getByRole(role, { name })
    expect([name, await found.count()]).toEqual([name, 1])
  }
})
