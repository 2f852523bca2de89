import { beforeAll, describe, expect, test } from 'vitest'
import { html, writePage } from '../../../core/export/html.ts'
import type { HouseTheme } from '../../../core/model/theme.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { hasJava, nuFindings, type NuFinding } from '../../support/nu-checker.ts'
import { fullArticle, nothing, onePixel } from './story.ts'
import { scaling, withPicturesOf } from './scaling.ts'

const languages = ['ar', 'ckb', 'he', 'en'] as const
const write = async (theme: HouseTheme, language: (typeof languages)[number], assets = onePixel) => {
  const { bytes } = await html.write({ article: fullArticle(language), theme, now: 0, assets })
  return new TextDecoder().decode(bytes)
}
/** A fragment as it stands in a page of somebody else. */
const framed = (theme: HouseTheme, markup: string, language: string): string =>
  theme.layout === 'fragment'
    ? `<!DOCTYPE html>\n<html lang="${language}"><head><title>CMS</title></head><body>\n${markup}</body></html>\n`
    : markup

// It takes data: for an address of the host where `img-src data:` allows it, and data in a script element for a script that runs.
const isFalseAlarm = ({ message }: NuFinding) =>
  /^(Resource|Inline script) violates Content Security/.test(message)
// The sources at the end of a story have no heading: what they are is said by their role, in the reader's own language.
const isKnown = ({ message }: NuFinding) => message.startsWith('Section lacks heading')

describe.skipIf(!hasJava)('the Nu HTML checker (skipped where there is no Java)', () => {
  let findings: NuFinding[] = []
  beforeAll(async () => {
    const pages = new Map<string, string>()
    for (const theme of shippedThemes) {
      for (const language of languages) {
        pages.set(`${theme.id}-${language}`, framed(theme, await write(theme, language), language))
      }
      pages.set(`${theme.id}-no-pictures`, framed(theme, await write(theme, 'ar', nothing), 'ar'))
      const article = withPicturesOf(fullArticle('ar'), 2400, 1600)
      const { page } = await writePage({ article, theme, now: 0, assets: scaling() }, 'beside')
      pages.set(`${theme.id}-beside`, framed(theme, new TextDecoder().decode(page), 'ar'))
    }
    const planted = (pages.get('classic-ar') ?? '').replace('<h1>', '<h1 dir="sideways">')
    pages.set('planted', planted)
    findings = nuFindings(pages)
  }, 120_000)

  test('finds nothing wrong in any theme, in four languages, with every node and mark', () => {
    const serious = findings.filter(
      (each) => each.page !== 'planted' && !isFalseAlarm(each) && !isKnown(each),
    )
    expect(serious.map(({ page, line, message }) => `${page}:${line} ${message}`)).toEqual([])
  })
  test('sees a planted fault', () => {
    expect(findings.some(({ page, type }) => page === 'planted' && type === 'error')).toBe(true)
  })
})
