import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { formatOf } from '../../core/export/registry.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { createTranslate } from '../../core/i18n/translate.ts'
import { interfaceLanguages } from '../../core/i18n/languages.ts'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import { unpacked } from '../support/unpacked.ts'

const { runDesk, open } = deskInBrowser()

/** The article itself, to go on with elsewhere. */
const whole = formatOf('json') ?? formatOf('midad')!
const wholeName = `format.${whole.id}` as MessageKey

/** A folder for pictures of the dialog, for people to look at. */
const pictures = process.env.MIDAD_PICTURES

test.each(['ar', 'en'] as const)(
  'in %s an article goes out in several formats, which are remembered and taken again for many',
  async (language) => {
    const desk = await runDesk()
    const page = await open(desk, { language })
    const spoken = interfaceLanguages.find(({ code }) => code === language)
    if (!spoken) throw new Error(`no interface in ${language}`)
    const t = createTranslate(spoken)
    const dialog = page.getByRole('dialog')
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const look = (name: string) =>
      pictures ? page.screenshot({ path: `${pictures}/export-${language}-${name}.png` }) : Promise.resolve()
    await page.keyboard.press('Control+Alt+n')
    await page.getByRole('textbox', { name: t('field.headline'), exact: true }).fill('فيضانات في دهوك')

    // One format, as ever: its radio, and the button.
    await button(t('export.name')).click()
    await dialog.getByRole('radio', { name: t(wholeName) }).check()
    await dialog.getByText(`-فيضانات-في-دهوك.${whole.extension}`).waitFor()
    const [one] = await Promise.all([page.waitForEvent('download'), button(t('export.save')).click()])
    expect(one.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-فيضانات-في-دهوك\.[a-z]+$/)

    // An item with its pictures in a folder: a browser has that inside one packed file, and is told so.
    await button(t('export.name')).click()
    await dialog.getByRole('radio', { name: t('format.ninjs') }).check()
    await dialog.getByRole('combobox', { name: t('option.packaged') }).selectOption('folder')
    await dialog.getByText(t('files.whereFolderZip')).waitFor()
    await dialog.getByText('-فيضانات-في-دهوك.ninjs').waitFor()
    const [packet] = await Promise.all([page.waitForEvent('download'), button(t('export.save')).click()])
    await dialog.getByText(t('files.written', { count: 1 })).waitFor()
    const inside = Object.keys(await unpacked(await readFile(await packet.path())))
    expect(inside).toEqual([expect.stringMatching(/^[\d-]+-فيضانات-في-دهوك\.ninjs\/[0-9A-Z]{26}\.json$/)])
    await button(t('dialog.done')).click()

    await button(t('export.name')).click()
    await dialog.getByRole('switch', { name: t('export.several') }).press('Space')
    await dialog.getByRole('checkbox', { name: t('format.zip') }).check()
    await dialog.getByRole('checkbox', { name: t(wholeName) }).check()
    await dialog.getByText(t('export.carriesAll')).waitFor()
    await look('several')
    await dialog
      .getByRole('combobox', { name: t('export.theme') })
      .first()
      .selectOption('modern')
    await button(t('export.remember')).click()
    await page.getByRole('textbox', { name: t('export.targetName') }).fill('الموقع')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'الموقع', exact: true }).waitFor()
    await look('remembered')
    const [download] = await Promise.all([page.waitForEvent('download'), button(t('export.saveAll')).click()])
    await dialog.getByText(t('files.written', { count: 3 })).waitFor()
    await look('written')
    const names = Object.keys(await unpacked(await readFile(await download.path())))
    expect(names.map((name) => name.replace(/^[\d-]*/, '')).toSorted()).toEqual(
      ['html', whole.extension, 'zip'].map((ending) => `فيضانات-في-دهوك.${ending}`),
    )
    await button(t('dialog.done')).click()

    // It is there again for many, and a look writes nothing.
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: t('palette.name') }).waitFor()
    await page.keyboard.type(t('command.exportAll'))
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'الموقع', exact: true }).click()
    await expect.poll(() => dialog.getByRole('checkbox', { checked: true }).count()).toBe(3)
    await look('many')
    await button(t('files.tryFirst')).click()
    await dialog.getByText(t('files.tried', { count: 3 })).waitFor()
    await button(t('files.goOn')).click()
    await expect.poll(() => dialog.getByRole('checkbox', { checked: true }).count()).toBe(3)
    await dialog.getByRole('button', { name: t('export.forget', { name: 'الموقع' }), exact: true }).click()
    await expect.poll(() => dialog.getByRole('group', { name: t('export.targets') }).count()).toBe(0)
  },
)
