import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { copyOnto } from '../support/clipboard.ts'
import { deskInBrowser } from '../support/desk-in-browser.ts'
import { tinyPng } from '../support/drawn-picture.ts'
import type { RunningDesk } from '../support/running-desk.ts'
import { storyInDesk, type StoryInDesk } from '../support/story-in-desk.ts'

/** A sample of the clipboard, what the bar says of it, and the first and the last line that come of it. */
const samples: readonly (readonly [file: string, said: string, first: string, last: string])[] = [
  ['word-lists-rtl.html', 'Pasted from Word: 3 lists', 'قررت اللجنة ما يأتي:', 'نقطة تحتها'],
  [
    'word-notes-changes.html',
    'Pasted from Word: one table, 2 footnotes, 2 tracked changes accepted, one comment left out',
    'بلغ الإنتاج مئتي طن[1] هذا العام، وفق FAO[2].',
    'منظمة الأغذية، ص. 12',
  ],
  [
    'word-picture.html',
    'Pasted from Word: one picture could not be read here: copy it by itself',
    'قبل الصورة',
    'بعد الصورة',
  ],
  [
    'word-web.html',
    'Pasted from Word for the web: one list, 2 tracked changes accepted',
    'خطوات العمل الجديد',
    'سؤال الشهود',
  ],
  ['google-docs.html', 'Pasted from Google Docs: one list', 'نرخی نان', 'دووەم'],
  [
    'libreoffice.html',
    'Pasted from LibreOffice: one list, one footnote',
    'قال الخبير إن النهر جف[1].',
    'مقابلة هاتفية',
  ],
  ['pages.html', 'Pasted from Pages: one list', 'The dam holds more water than last year.', 'South basin'],
  [
    'whatsapp-android-ar.txt',
    'Pasted from WhatsApp: 2 messages, one attachment left out, 2 notes of the app left out',
    'سلمى كريم: وصل الوفد إلى أربيل',
    '+964 750 000 1122: عاجل: العدد 12 شخصا',
  ],
  [
    'whatsapp-iphone-en.txt',
    'Pasted from WhatsApp: 3 messages, one attachment left out',
    'The convoy left Erbil at dawn.',
    'It is not over.',
  ],
  [
    'telegram.txt',
    'Pasted from Telegram: 2 messages, one attachment left out',
    'Dilan: کۆبوونەوەکە دەستی پێکرد',
    'دوو خاڵ ماون',
  ],
  [
    'telegram-export.html',
    'Pasted from Telegram: 3 messages, one attachment left out, one note of the app left out',
    'Dilan: المجلس صوّت',
    'Awat: كم صوتا؟',
  ],
  [
    'mail.txt',
    'Pasted from an email: one quote, one signature left out',
    'نعم، الموعد كما اتفقنا.',
    'نرجو التأكيد',
  ],
  [
    'mail-gmail.html',
    'Pasted from an email: one quote, one signature left out',
    'شكرا، وصل النص.',
    'أرسلت النص الآن.',
  ],
  [
    'mail-outlook.html',
    'Pasted from an email: one quote, one signature left out',
    'The text is approved.',
    'Please read the second part.',
  ],
  [
    'pdf-visual-ar.txt',
    'Pasted from a PDF: 3 lines put in reading order, 2 line breaks removed',
    'قالت الحكومة في بيان رسمي اليوم إن المشروع الجديد (المرحلة الأولى) سيكتمل في عام 2025 بتمويل من World Bank وبكلفة 12.5 مليون دولار وأضافت أن المدينة ستحصل على المياه النقية.',
    'قالت الحكومة في بيان رسمي اليوم إن المشروع الجديد (المرحلة الأولى) سيكتمل في عام 2025 بتمويل من World Bank وبكلفة 12.5 مليون دولار وأضافت أن المدينة ستحصل على المياه النقية.',
  ],
  [
    'pdf-wrapped-en.txt',
    'Pasted: 7 line breaks removed',
    'The long drought',
    'Farmers along the river were told to plant less, and many of them have left their fields. The governor promised that nobody would be left without drinking water.',
  ],
  [
    'page-news.html',
    'Pasted from a web page: 6 things around the story left out',
    'الماء يعود إلى المدينة',
    'وطلب المدير من السكان ترشيد الاستهلاك خلال الأسبوع المقبل حتى تمتلئ الخزانات.',
  ],
]

const { runDesk, open } = deskInBrowser()
let desk: RunningDesk
beforeAll(async () => {
  desk = await runDesk()
})
const folder = join(import.meta.dirname, '../fixtures/clipboard')
const dataOf = (file: string): Record<string, string> => ({
  [file.endsWith('.html') ? 'text/html' : 'text/plain']: readFileSync(join(folder, file), 'utf8'),
})

describe.each([
  ['ar', 'قبل اللصق'],
  ['en', 'Before it'],
] as const)('Ctrl+V in a story in %s', (language, opening) => {
  const parts = ({ page, story }: StoryInDesk) => {
    const bar = page.getByRole('region', { name: 'Last paste', exact: true })
    return {
      bar,
      /** Names and words in another direction are isolated on screen. */
      said: async () => (await bar.getByRole('status').textContent())?.replace(/[\u2066-\u2069]/g, ''),
      lines: async () => (await story.innerText()).split('\n').filter((line) => line.trim()),
      undo: () => bar.getByRole('button', { name: 'Undo', exact: true }).press('Enter'),
    }
  }
  const begin = async (): Promise<StoryInDesk & { page: Page }> => {
    const opened = await storyInDesk(open, desk, language, { interfaceLanguage: 'en' })
    await opened.page.keyboard.type(opening)
    await opened.page.keyboard.press('Enter')
    return opened
  }

  test('of every kind: what came of it, what was cleaned, Undo, and Keep the original', async () => {
    const opened = await begin()
    const { page } = opened
    const { bar, said, lines, undo } = parts(opened)
    for (const [file, wanted, first, last] of samples) {
      await copyOnto(page, dataOf(file))
      await page.keyboard.press('Control+v')
      await expect.poll(async () => [file, await said()]).toEqual([file, wanted])
      const [before, one, ...rest] = await lines()
      expect([file, before, one, rest.at(-1) ?? one]).toEqual([file, opening, first, last])
      // What came is taken out from either state, in one story from the one and in the other from the other.
      if (language === 'en') {
        await bar.getByRole('button', { name: 'Keep the original' }).press('Enter')
        await expect
          .poll(async () => `${file} ${await said()}`)
          .toMatch(new RegExp(`^${file} Put in as it came`))
        expect((await lines()).length).toBeGreaterThan(1)
      }
      await undo()
      await expect.poll(async () => [file, ...(await lines())]).toEqual([file, opening])
    }
    // The caret is where it was all the time.
    await page.keyboard.insertText(opening)
    expect(await lines()).toEqual([opening, opening])
  })

  test('of a picture puts it in, and Ctrl+Z takes it out', async () => {
    const { page, story } = await begin()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      await navigator.clipboard.write([
        new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
      ])
    }, tinyPng(40, 30).toString('base64'))
    await page.keyboard.press('Control+v')
    await expect
      .poll(() =>
        story
          .locator('figure img')
          .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
      )
      .toEqual([40])
    await story.focus()
    await page.keyboard.press('Control+z')
    await story.locator('figure').waitFor({ state: 'detached' })
    expect(await story.textContent()).toBe(opening)
  })
})
