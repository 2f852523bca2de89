import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { formatDate } from '../../../core/language/dates.ts'
import { languageCodes } from '../../../core/model/language-code.ts'
import { launchChromium } from '../../support/chromium.ts'

// Chromium's ICU has no ckb and no ku (rtl.md §5.1): a date that is right under Node may be English in the app.
test('dates are worded in Chromium as in Node', async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, '../../../core/language/dates.ts'),
        formats: ['iife'],
        name: 'dates',
      },
    },
  })) as Rolldown.RolldownOutput[]
  const code = built
    .flatMap(({ output }) => output)
    .map((each) => ('code' in each ? each.code : ''))
    .join('\n')
  const days = Array.from(
    { length: 12 },
    (_, at) => `2024-${String(at + 1).padStart(2, '0')}-${String(at * 2 + 1).padStart(2, '0')}`,
  )
  const styles = ['full', 'long', 'short', 'classic', 'month-year'] as const
  const cases = languageCodes.flatMap((language) =>
    styles.flatMap((style) => days.map((day) => ({ day, language, style }))),
  )
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.addScriptTag({ content: `${code};globalThis.dates = dates` })
  const seen = await page.evaluate((all) => {
    const { dates } = globalThis as unknown as {
      dates: { formatDate: (day: string, options: unknown) => string }
    }
    return all.map(({ day, language, style }) => dates.formatDate(day, { language, style }))
  }, cases)
  await browser.close()
  expect(seen).toEqual(cases.map(({ day, language, style }) => formatDate(day, { language, style })))
  expect(new Set(seen).size).toBeGreaterThan(cases.length / 3)
})
